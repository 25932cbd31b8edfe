import { expect, test } from "vitest";
import { bare } from "../fixture/parsed.ts";
import { parseAnonymous, parseTrigger } from "../parse.ts";

test("a trigger has a name, an object and its events", () => {
  const { unit } = parseTrigger(
    "T.trigger",
    "trigger T on Account (before insert, AFTER undelete) { a(); }",
  );

  expect(bare(unit)).toMatchObject({
    kind: "triggerUnit",
    name: "T",
    object: "Account",
    events: ["before insert", "after undelete"],
    body: { statements: [{ kind: "expressionStatement" }] },
    members: [],
  });
});

test("there is no trigger before an undelete", () => {
  const { diagnostics } = parseTrigger("T.trigger", "trigger T on A (before undelete) { }");

  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
    "Invalid trigger event: before undelete",
  ]);
});

test("a variable between statements keeps its turn", () => {
  const { unit } = parseAnonymous("x.apex", "a(); final Integer b = c, d; e();");

  expect(bare(unit?.body.statements)).toMatchObject([
    { kind: "expressionStatement" },
    { kind: "localVariables", isFinal: true, variables: [{ name: "b" }, { name: "d" }] },
    { kind: "expressionStatement" },
  ]);
});

test("declarations between statements are members", () => {
  const { unit } = parseAnonymous(
    "x.apex",
    "class A { } a(); static Integer b; void f() { } enum C { X } String p { get; }",
  );

  expect(bare(unit?.members)).toMatchObject([
    { kind: "class", name: "A" },
    { kind: "field", name: "b" },
    { kind: "method", name: "f" },
    { kind: "enum", name: "C" },
    { kind: "property", name: "p" },
  ]);
  expect(unit?.body.statements).toHaveLength(1);
});

test("an empty anonymous block is a unit", () => {
  expect(parseAnonymous("x.apex", "")).toMatchObject({
    unit: { body: { statements: [] }, members: [] },
    diagnostics: [],
  });
});
