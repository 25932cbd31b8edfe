import { describe, expect, test } from "vitest";
import { bare, expressionOf, queryOf } from "../fixture/parsed.ts";
import { parseClass } from "../parse.ts";

const field = (...path: string[]): unknown => ({ kind: "field", path });
const where = (condition: string): unknown =>
  bare(queryOf(`SELECT Id FROM Account WHERE ${condition}`).where);
const value = (text: string): unknown => {
  const condition = queryOf(`SELECT Id FROM A WHERE x = ${text}`).where;
  return condition?.kind === "comparison" ? bare(condition.value) : null;
};

test("every clause of a query has its place", () => {
  const query = bare(
    queryOf(
      "SELECT Id FROM Account USING SCOPE mine WHERE Name = 'a' WITH USER_MODE GROUP BY Name HAVING COUNT(Id) > 1 ORDER BY Name DESC NULLS LAST LIMIT 5 OFFSET :n ALL ROWS FOR UPDATE",
    ),
  );

  expect(query).toEqual({
    select: [{ kind: "field", path: ["Id"], alias: null }],
    from: [{ path: ["Account"], alias: null }],
    scope: "mine",
    where: {
      kind: "comparison",
      operand: field("Name"),
      operator: "=",
      value: { kind: "string", value: "a" },
    },
    access: "USER_MODE",
    groupBy: { kind: "plain", by: [field("Name")] },
    having: {
      kind: "comparison",
      operand: { kind: "function", name: "COUNT", arguments: [field("Id")] },
      operator: ">",
      value: { kind: "number", text: "1" },
    },
    orderBy: [{ operand: field("Name"), descending: true, nulls: "last" }],
    limit: { kind: "number", text: "5" },
    offset: { kind: "bind", bind: { kind: "name", name: "n" } },
    allRows: true,
    forUpdate: true,
    otherClauses: [],
  });
});

test("clauses without effect on the rows are kept by name", () => {
  expect(
    queryOf("SELECT Id FROM A FOR VIEW FOR REFERENCE UPDATE TRACKING, VIEWSTAT").otherClauses,
  ).toEqual(["FOR VIEW", "FOR REFERENCE", "UPDATE TRACKING", "UPDATE VIEWSTAT"]);
});

describe("the select list", () => {
  const select = (list: string): unknown => bare(queryOf(`SELECT ${list} FROM Account`).select);

  test("fields, parent paths and aliases", () => {
    expect(select("Owner.Name n, Id")).toEqual([
      { kind: "field", path: ["Owner", "Name"], alias: "n" },
      { kind: "field", path: ["Id"], alias: null },
    ]);
  });

  test("functions are upper-cased and nest", () => {
    expect(
      select(
        "count(), Count_Distinct(Id) c, format(convertCurrency(A__c)) f, DAY_ONLY(convertTimezone(D))",
      ),
    ).toEqual([
      { kind: "function", name: "COUNT", arguments: [], alias: null },
      { kind: "function", name: "COUNT_DISTINCT", arguments: [field("Id")], alias: "c" },
      {
        kind: "function",
        name: "FORMAT",
        arguments: [{ kind: "function", name: "CONVERTCURRENCY", arguments: [field("A__c")] }],
        alias: "f",
      },
      {
        kind: "function",
        name: "DAY_ONLY",
        arguments: [{ kind: "function", name: "CONVERTTIMEZONE", arguments: [field("D")] }],
        alias: null,
      },
    ]);
  });

  test("FIELDS() names a group of fields", () => {
    expect(select("FIELDS(Custom)")).toEqual([{ kind: "fields", of: "CUSTOM" }]);
  });

  test("subqueries have clauses of their own", () => {
    expect(
      select("(SELECT Id FROM Contacts WHERE Name = 'a' ORDER BY Name LIMIT 1)"),
    ).toMatchObject([
      {
        kind: "subquery",
        query: { from: [{ path: ["Contacts"] }], limit: { text: "1" }, orderBy: [{}] },
      },
    ]);
  });

  test("TYPEOF has cases and an else", () => {
    expect(
      select("TYPEOF What WHEN Account THEN Phone, Owner.Name WHEN Case THEN Subject ELSE Id END"),
    ).toEqual([
      {
        kind: "typeof",
        relationship: ["What"],
        when: [
          { object: "Account", fields: [["Phone"], ["Owner", "Name"]] },
          { object: "Case", fields: [["Subject"]] },
        ],
        otherwise: [["Id"]],
      },
    ]);
  });
});

test("FROM takes relationship aliases", () => {
  expect(queryOf("SELECT c.Id FROM Contact c, c.Account a").from).toEqual([
    { path: ["Contact"], alias: "c" },
    { path: ["c", "Account"], alias: "a" },
  ]);
});

test.each([
  ["GROUP BY ROLLUP(a, CALENDAR_YEAR(b))", "rollup"],
  ["GROUP BY CUBE(a, CALENDAR_YEAR(b))", "cube"],
])("%s", (clause, kind) => {
  expect(bare(queryOf(`SELECT COUNT(Id) FROM A ${clause}`).groupBy)).toEqual({
    kind,
    by: [field("a"), { kind: "function", name: "CALENDAR_YEAR", arguments: [field("b")] }],
  });
});

describe("conditions", () => {
  test("AND and OR are flat, parentheses nest, NOT wraps", () => {
    expect(where("a = 1 AND (b = 2 OR c = 3) AND (NOT d = 4)")).toMatchObject({
      kind: "and",
      conditions: [
        { operand: field("a") },
        { kind: "or", conditions: [{ operand: field("b") }, { operand: field("c") }] },
        { kind: "not", condition: { operand: field("d") } },
      ],
    });
  });

  test.each([
    ["<>", "!="],
    ["!=", "!="],
    ["<=", "<="],
    [">=", ">="],
    ["<", "<"],
    ["like", "LIKE"],
    ["in", "IN"],
    ["not in", "NOT IN"],
    ["includes", "INCLUDES"],
    ["excludes", "EXCLUDES"],
  ])("%s is the operator %s", (source, operator) => {
    expect(where(`a ${source} ('x')`)).toMatchObject({
      operator,
      value: { kind: "list", values: [{ kind: "string", value: "x" }] },
    });
  });

  test("a semi-join is a subquery as value", () => {
    expect(where("Id IN (SELECT AccountId FROM Contact)")).toMatchObject({
      operator: "IN",
      value: { kind: "subquery", query: { from: [{ path: ["Contact"] }] } },
    });
  });

  test("distances are functions of fields and coordinates", () => {
    expect(where("DISTANCE(L__c, GEOLOCATION(1.5, -2), 'mi') < 20")).toMatchObject({
      operand: {
        kind: "function",
        name: "DISTANCE",
        arguments: [
          field("L__c"),
          {
            kind: "function",
            name: "GEOLOCATION",
            arguments: [
              { kind: "literal", value: "1.5" },
              { kind: "literal", value: "-2" },
            ],
          },
          { kind: "literal", value: "mi" },
        ],
      },
    });
  });
});

test.each([
  ["null", { kind: "null" }],
  ["TRUE", { kind: "boolean", value: true }],
  ["-1.50", { kind: "number", text: "-1.50" }],
  ["+2", { kind: "number", text: "2" }],
  [String.raw`'it\'s'`, { kind: "string", value: "it's" }],
  ["2026-01-31", { kind: "date", text: "2026-01-31" }],
  ["2026-01-31t10:00:00z", { kind: "datetime", text: "2026-01-31T10:00:00Z" }],
  ["2026-01-31T10:00:00.5+01:00", { kind: "datetime", text: "2026-01-31T10:00:00.5+01:00" }],
  ["10:00:00Z", { kind: "time", text: "10:00:00Z" }],
  ["today", { kind: "dateLiteral", name: "TODAY", n: null }],
  ["LAST_N_DAYS:5", { kind: "dateLiteral", name: "LAST_N_DAYS", n: 5 }],
  ["USD500", { kind: "currency", code: "USD", amount: "500" }],
  ["eur500.25", { kind: "currency", code: "EUR", amount: "500.25" }],
  [":a.b", { kind: "bind", bind: { kind: "fieldAccess", name: "b" } }],
])("%s is a value", (source, expected) => {
  expect(value(source)).toMatchObject(expected);
});

test("binds of an inline query are whole expressions", () => {
  const soql = expressionOf("[SELECT Id FROM A WHERE b = :c.d(e + 1) LIMIT :f]");

  expect(bare(soql)).toMatchObject({
    kind: "soql",
    query: {
      where: {
        value: { kind: "bind", bind: { kind: "methodCall", arguments: [{ kind: "binary" }] } },
      },
      limit: { kind: "bind", bind: { kind: "name", name: "f" } },
    },
  });
});

test.each([
  ["[SELECT Id FROM A WHERE FORMULA('x') = true]", "SOQL function is not supported: FORMULA"],
  [
    "[SELECT Id FROM A WITH DATA CATEGORY b AT c]",
    "SOQL clause is not supported: WITHDATACATEGORYbATc",
  ],
  [
    "[SELECT Id FROM A WHERE DISTANCE(b, GEOLOCATION(:c, 1), 'mi') < 1]",
    "A bind variable inside DISTANCE() is not supported",
  ],
])("%s is a gap", (source, message) => {
  const { diagnostics } = parseClass("A.cls", `class A { Object a = ${source}; }`);

  expect(diagnostics).toMatchObject([{ kind: "gap", message }]);
});
