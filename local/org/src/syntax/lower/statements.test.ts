import { describe, expect, test } from "vitest";
import { bare, statementOf, statementsOf } from "../fixture/parsed.ts";

const name = (text: string): unknown => ({ kind: "name", name: text });
const type = (text: string): unknown => ({
  arrayDepth: 0,
  parts: [{ name: text, arguments: [] }],
});
const block = (...statements: unknown[]): unknown => ({ kind: "block", statements });

test("a declaration lists its variables with one type", () => {
  expect(bare(statementsOf("{ final Integer a = b, c; }"))).toEqual([
    block({
      kind: "localVariables",
      isFinal: true,
      type: type("Integer"),
      variables: [
        { name: "a", initializer: name("b") },
        { name: "c", initializer: null },
      ],
    }),
  ]);
});

test("else belongs to the nearest if", () => {
  expect(bare(statementOf("if (a) if (b) { } else return;"))).toEqual({
    kind: "if",
    condition: name("a"),
    then: {
      kind: "if",
      condition: name("b"),
      then: block(),
      otherwise: { kind: "return", value: null },
    },
    otherwise: null,
  });
});

describe("loops", () => {
  test("while and for may have no body", () => {
    expect(bare(statementOf("while (a);"))).toEqual({
      kind: "while",
      condition: name("a"),
      body: null,
    });
    expect(bare(statementOf("for (;;);"))).toEqual({
      kind: "for",
      initializer: null,
      condition: null,
      updates: [],
      body: null,
    });
  });

  test("for keeps its three parts", () => {
    expect(bare(statementOf("for (Integer i = a, j = b; c; i++) break;"))).toMatchObject({
      initializer: { kind: "localVariables", variables: [{ name: "i" }, { name: "j" }] },
      condition: name("c"),
      updates: [{ kind: "increment" }],
      body: { kind: "break" },
    });
    expect(bare(statementOf("for (i = a; ; ) continue;"))).toMatchObject({
      initializer: [{ kind: "assignment" }],
      body: { kind: "continue" },
    });
  });

  test("for over a collection", () => {
    expect(bare(statementOf("for (Account a : accounts) { }"))).toEqual({
      kind: "forEach",
      type: type("Account"),
      name: "a",
      iterable: name("accounts"),
      body: block(),
    });
  });

  test("do while", () => {
    expect(bare(statementOf("do { } while (a);"))).toEqual({
      kind: "doWhile",
      body: block(),
      condition: name("a"),
    });
  });
});

test("try keeps its catches in order and its finally", () => {
  expect(
    bare(
      statementOf("try { } catch (System.DmlException e) { } catch (Exception f) { } finally { }"),
    ),
  ).toEqual({
    kind: "try",
    body: block(),
    catches: [
      {
        type: {
          arrayDepth: 0,
          parts: [
            { name: "System", arguments: [] },
            { name: "DmlException", arguments: [] },
          ],
        },
        name: "e",
        body: block(),
      },
      { type: type("Exception"), name: "f", body: block() },
    ],
    otherwise: block(),
  });
});

describe("switch", () => {
  test("values may be literals, signed, null, names and dotted names", () => {
    expect(
      bare(
        statementOf("switch on a { when 1, -2, 3L { } when 'x', null { } when RED, B.RED { } }"),
      ),
    ).toMatchObject({
      cases: [
        {
          kind: "values",
          values: [
            { type: "integer", text: "1" },
            { kind: "unary", operator: "-", operand: { text: "2" } },
            { type: "long", text: "3" },
          ],
        },
        { values: [{ type: "string", text: "x" }, { type: "null" }] },
        { values: [name("RED"), { kind: "fieldAccess", target: name("B"), name: "RED" }] },
      ],
      otherwise: null,
    });
  });

  test("a type with a name is a type case, else comes last", () => {
    expect(
      bare(statementOf("switch on a { when Account b { } when else { c(); } }")),
    ).toMatchObject({
      cases: [{ kind: "type", type: type("Account"), name: "b" }],
      otherwise: { statements: [{ kind: "expressionStatement" }] },
    });
  });

  test("nothing may follow when else", () => {
    expect(() => statementOf("switch on a { when else { } when 1 { } }")).toThrow(
      "must be the last",
    );
  });
});

describe("DML", () => {
  test.each(["insert", "update", "delete", "undelete", "upsert"])("%s takes one target", (word) => {
    expect(bare(statementOf(`${word} a;`))).toEqual({
      kind: "dml",
      operation: word,
      access: null,
      target: name("a"),
      losers: null,
      externalIdField: null,
    });
  });

  test("the access level is kept", () => {
    expect(statementOf("insert as user a;")).toMatchObject({ access: "user" });
    expect(statementOf("update as system a;")).toMatchObject({ access: "system" });
  });

  test("upsert names the external id field as written", () => {
    expect(statementOf("upsert a Account.Key__c;")).toMatchObject({
      externalIdField: ["Account", "Key__c"],
    });
  });

  test("merge has a winner and losers", () => {
    expect(bare(statementOf("merge a b;"))).toMatchObject({
      operation: "merge",
      target: name("a"),
      losers: name("b"),
    });
  });
});

test("System.runAs has a block", () => {
  expect(bare(statementOf("System.runAs(u) { a(); }"))).toMatchObject({
    kind: "runAs",
    arguments: [name("u")],
    body: { statements: [{ kind: "expressionStatement" }] },
  });
});

test("return and throw carry their values", () => {
  expect(bare(statementOf("return a;"))).toEqual({ kind: "return", value: name("a") });
  expect(bare(statementOf("throw a;"))).toEqual({ kind: "throw", value: name("a") });
});

test("a statement begins where its expression does for Salesforce", () => {
  expect(statementOf("a\n.b();").at).toEqual({ line: 2, column: 2 });
});
