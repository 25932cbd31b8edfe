import { expect, test } from "vitest";
import { bare, expressionOf, messagesOf } from "../fixture/parsed.ts";
import { parseClass } from "../parse.ts";

const type = (text: string, arrayDepth = 0, ...names: string[]): unknown => ({
  arrayDepth,
  parts: [{ name: text, arguments: names.map((argument) => type(argument)) }],
});
const integer = (text: string): unknown => ({ kind: "literal", type: "integer", text });

test("a creation with arguments calls a constructor", () => {
  expect(bare(expressionOf("new Foo(1, 2)"))).toEqual({
    kind: "newObject",
    type: type("Foo"),
    arguments: [integer("1"), integer("2")],
    fields: [],
  });
});

test("name = value for every argument sets fields", () => {
  expect(bare(expressionOf("new Account(Rating = 1, Owner = 2)"))).toEqual({
    kind: "newObject",
    type: type("Account"),
    arguments: [],
    fields: [
      { name: "Rating", value: integer("1") },
      { name: "Owner", value: integer("2") },
    ],
  });
});

test("an assignment among other arguments stays an assignment", () => {
  expect(bare(expressionOf("new Foo(1, a = 2)"))).toMatchObject({
    arguments: [integer("1"), { kind: "assignment" }],
    fields: [],
  });
});

test("a nested type is created by its dotted name", () => {
  expect(bare(expressionOf("new Outer.Nested<String>()"))).toMatchObject({
    type: {
      parts: [
        { name: "Outer", arguments: [] },
        { name: "Nested", arguments: [type("String")] },
      ],
    },
  });
});

test("elements in braces make a list or a set", () => {
  expect(bare(expressionOf("new Set<Integer>{1, 2}"))).toEqual({
    kind: "newListOrSet",
    type: type("Set", 0, "Integer"),
    elements: [integer("1"), integer("2")],
  });
});

test("empty braces make a map of a map type and a list or set of any other", () => {
  expect(bare(expressionOf("new MAP<Id, A>{}"))).toEqual({
    kind: "newMap",
    type: type("MAP", 0, "Id", "A"),
    entries: [],
  });
  expect(bare(expressionOf("new List<A>{}"))).toMatchObject({ kind: "newListOrSet", elements: [] });
});

test("pairs in braces make a map", () => {
  expect(bare(expressionOf("new Map<Integer, Integer>{1 => 2}"))).toMatchObject({
    kind: "newMap",
    entries: [{ key: integer("1"), value: integer("2") }],
  });
});

test("an array has a size or elements", () => {
  expect(bare(expressionOf("new Integer[3]"))).toEqual({
    kind: "newArray",
    type: type("Integer"),
    size: integer("3"),
  });
  expect(bare(expressionOf("new Integer[]{1}"))).toEqual({
    kind: "newListOrSet",
    type: type("Integer", 1),
    elements: [integer("1")],
  });
});

test.each([
  ["new Integer[]", "1:32 An array is created with a size or with its elements"],
  ["new Integer[]{1,}", "1:37 Unexpected token '}'."],
  ["new Map<Id, Id>{1}", "1:38 Expecting '=>' but was: '}'"],
])("%s is refused", (source, message) => {
  const parsed = parseClass("A.cls", `class A { Object a =${source}; }`);

  expect(messagesOf(parsed)).toEqual([message]);
});
