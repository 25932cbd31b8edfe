import { expect, test } from "vitest";
import { bare, expressionOf } from "../fixture/parsed.ts";
import { parseClass, parseSearch } from "../parse.ts";

test("an inline search keeps its term, group, objects and limits", () => {
  expect(
    bare(
      expressionOf(
        "[FIND 'a*' IN NAME FIELDS RETURNING Account(Id, Owner.Name WHERE b = 1 ORDER BY c LIMIT 2 OFFSET 3), Contact WITH USER_MODE LIMIT 4]",
      ),
    ),
  ).toMatchObject({
    kind: "sosl",
    query: {
      find: { kind: "string", value: "a*" },
      group: "NAME",
      returning: [
        {
          object: "Account",
          fields: [
            { path: ["Id"], shownBy: null },
            { path: ["Owner", "Name"], shownBy: null },
          ],
          where: { kind: "comparison" },
          orderBy: [{ descending: false }],
          limit: { text: "2" },
          offset: { text: "3" },
        },
        { object: "Contact", fields: [], where: null },
      ],
      access: "USER_MODE",
      limit: { text: "4" },
      otherClauses: [],
    },
  });
});

test("a field may be shown by its label or its format", () => {
  expect(
    parseSearch("FIND 'a' RETURNING Account(toLabel(Type), FORMAT(Amount__c) shown, Name)"),
  ).toMatchObject({
    query: {
      returning: [
        {
          fields: [
            { path: ["Type"], shownBy: "TOLABEL", alias: null },
            { path: ["Amount__c"], shownBy: "FORMAT", alias: "shown" },
            { path: ["Name"], shownBy: null, alias: null },
          ],
        },
      ],
    },
  });
});

test("the term may be a bind", () => {
  expect(bare(expressionOf("[FIND :a.b RETURNING Account]"))).toMatchObject({
    query: { find: { kind: "bind", bind: { kind: "fieldAccess" } }, group: null },
  });
});

test("only the quote is unescaped in a term: other backslashes are the search's own", () => {
  expect(expressionOf(String.raw`[FIND 'it\'s \&' RETURNING Account]`)).toMatchObject({
    query: { find: { value: String.raw`it's \&` } },
  });
});

test.each([
  ["FIND 'a' RETURNING Account", "a"],
  ["FIND {a b} RETURNING Account", "a b"],
])("%s is a dynamic search", (text, term) => {
  expect(parseSearch(text)).toMatchObject({ query: { find: { kind: "string", value: term } } });
});

test.each([
  ["FIND {a} RETURNING", "unexpected token: <EOF>", 19],
  ["FIND {a} RETURNING Account(", "unexpected token: <EOF>", 28],
  ["FIND {a} LIMIT 'x'", "unexpected token: 'x'", 16],
])("%s is refused", (text, message, column) => {
  expect(parseSearch(text)).toEqual({ error: { message, at: { line: 1, column } } });
});

test("clauses that only change how results are shown are kept by name, others are gaps", () => {
  expect(expressionOf("[FIND 'a' RETURNING Account WITH HIGHLIGHT UPDATE TRACKING]")).toMatchObject(
    { query: { otherClauses: ["WITH HIGHLIGHT", "UPDATE TRACKING"] } },
  );
  const { diagnostics } = parseClass(
    "A.cls",
    "class A { Object a = [FIND 'a' RETURNING Account WITH NETWORK = 'b']; }",
  );
  expect(diagnostics).toMatchObject([{ kind: "gap" }]);
});
