import { describe, expect, test } from "vitest";
import { bare, membersOf, messagesOf } from "../fixture/parsed.ts";
import { parseClass } from "../parse.ts";

const type = (text: string): unknown => ({
  arrayDepth: 0,
  parts: [{ name: text, arguments: [] }],
});
const none = { words: [], annotations: [] };

function declarationOf(source: string): unknown {
  const { unit, diagnostics } = parseClass("A.cls", source);
  expect(diagnostics).toEqual([]);
  return bare(unit?.declaration);
}

test("a class keeps its modifiers, parent and interfaces", () => {
  expect(
    declarationOf("public virtual WITH sharing class A extends b.C implements D, E<F> { }"),
  ).toEqual({
    kind: "class",
    name: "A",
    modifiers: { words: ["public", "virtual", "with sharing"], annotations: [] },
    superclass: {
      arrayDepth: 0,
      parts: [
        { name: "b", arguments: [] },
        { name: "C", arguments: [] },
      ],
    },
    interfaces: [type("D"), { arrayDepth: 0, parts: [{ name: "E", arguments: [type("F")] }] }],
    members: [],
  });
});

test("an interface has methods without bodies", () => {
  expect(declarationOf("interface A extends B { void f(Integer i); }")).toEqual({
    kind: "interface",
    name: "A",
    modifiers: none,
    interfaces: [type("B")],
    methods: [
      {
        kind: "method",
        name: "f",
        modifiers: none,
        returns: null,
        parameters: [{ name: "i", type: type("Integer"), isFinal: false }],
        body: null,
      },
    ],
  });
});

test("an enum lists its constants, possibly none", () => {
  expect(declarationOf("enum A { X, Y }")).toMatchObject({
    constants: [{ name: "X" }, { name: "Y" }],
  });
  expect(declarationOf("enum A { }")).toMatchObject({ constants: [] });
});

test("annotations keep named and unnamed arguments", () => {
  expect(
    bare(
      membersOf(
        "@IsTest @InvocableMethod(label='L' callout=true) @SuppressWarnings('PMD') static void f() { }",
      ),
    ),
  ).toMatchObject([
    {
      modifiers: {
        words: ["static"],
        annotations: [
          { name: "IsTest", arguments: [] },
          {
            name: "InvocableMethod",
            arguments: [
              { name: "label", value: { text: "L" } },
              { name: "callout", value: { text: "true" } },
            ],
          },
          { name: "SuppressWarnings", arguments: [{ name: null, value: { text: "PMD" } }] },
        ],
      },
    },
  ]);
});

describe("members", () => {
  test("two fields of one declaration share type and modifiers", () => {
    expect(bare(membersOf("private Integer a = b, c;"))).toEqual([
      {
        kind: "field",
        modifiers: { words: ["private"], annotations: [] },
        type: type("Integer"),
        name: "a",
        initializer: { kind: "name", name: "b" },
      },
      {
        kind: "field",
        modifiers: { words: ["private"], annotations: [] },
        type: type("Integer"),
        name: "c",
        initializer: null,
      },
    ]);
  });

  test("a property has automatic, written or missing accessors", () => {
    expect(bare(membersOf("String a { get; private set { } } String b { get; }"))).toMatchObject([
      {
        kind: "property",
        name: "a",
        getter: { modifiers: none, body: null },
        setter: { modifiers: { words: ["private"] }, body: { kind: "block" } },
      },
      { kind: "property", name: "b", setter: null },
    ]);
  });

  test("methods, constructors and initialisers", () => {
    expect(
      bare(membersOf("A(final Integer i) { } abstract List<A>[] f(); static { } { }")),
    ).toMatchObject([
      { kind: "constructor", name: "A", parameters: [{ name: "i", isFinal: true }] },
      {
        kind: "method",
        name: "f",
        body: null,
        returns: { arrayDepth: 1, parts: [{ name: "List", arguments: [type("A")] }] },
      },
      { kind: "initializer", isStatic: true },
      { kind: "initializer", isStatic: false },
    ]);
  });

  test("types nest", () => {
    expect(bare(membersOf("class B { } interface C { } enum D { X }"))).toMatchObject([
      { kind: "class", name: "B" },
      { kind: "interface", name: "C" },
      { kind: "enum", name: "D" },
    ]);
  });

  test("a declaration is at its name and ends at its closing brace", () => {
    const [method] = membersOf("\npublic void f() {\n}");

    expect(method).toMatchObject({ at: { line: 2, column: 13 }, end: { line: 3, column: 1 } });
  });
});

test.each([
  ["class A { ; }", "1:11 Extra '}', at ';'."],
  ["class A { Integer a { get; get; } }", "1:28 Missing '}' at 'get'"],
  ["class A { A.B() { } }", "1:11 Invalid constructor name: A.B"],
  ["class A { void limit() { } }", "1:16 Unexpected token 'limit'."],
  ["class A { private private Integer a; }", "1:19 Duplicate modifier: private"],
  ["class A { void f(static Integer a) { } }", "1:18 Modifier is not allowed: static"],
])("%s is refused", (source, message) => {
  expect(messagesOf(parseClass("A.cls", source))).toEqual([message]);
});
