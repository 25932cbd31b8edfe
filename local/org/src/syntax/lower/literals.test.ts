import fc from "fast-check";
import { expect, test } from "vitest";
import { bare, expressionOf, messagesOf } from "../fixture/parsed.ts";
import { parseClass } from "../parse.ts";

function literalOf(source: string): unknown {
  return bare(expressionOf(source));
}

function stringOf(source: string): string {
  const literal = expressionOf(source);
  return literal.kind === "literal" && literal.type === "string" ? literal.text : "";
}

test.each([
  ["2147483647", "integer", "2147483647"],
  ["5L", "long", "5"],
  ["9223372036854775807l", "long", "9223372036854775807"],
  ["1.50", "decimal", "1.50"],
  [".5", "decimal", ".5"],
  ["1.5d", "double", "1.5"],
  ["TRUE", "boolean", "true"],
  ["Null", "null", "null"],
  ["'x'", "string", "x"],
])("%s is a literal of type %s", (source, type, text) => {
  expect(literalOf(source)).toEqual({ kind: "literal", type, text });
});

test.each([
  ["2147483648", "Illegal integer"],
  ["-2147483648", "Illegal integer"],
  ["9223372036854775808L", "Illegal long"],
  ["'a\nb'", "Illegal string literal: Line breaks are not allowed in string literals"],
])("%s is refused", (source, message) => {
  const { diagnostics } = parseClass("A.cls", `class A { Object a = ${source}; }`);

  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
});

test("every escape of a string is resolved", () => {
  expect(stringOf(String.raw`'\n\t\b\f\r\"\'\\\u00e9\u0041'`)).toBe("\n\t\b\f\r\"'\\éA");
});

test("an escaped backslash does not escape what follows it", () => {
  expect(stringOf(String.raw`'\\n'`)).toBe(String.raw`\n`);
});

test("any text survives being quoted", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const quoted = text
        .replaceAll("\\", "\\\\")
        .replaceAll("'", "\\'")
        .replaceAll("\n", "\\n")
        .replaceAll("\r", "\\r");
      expect(stringOf(`'${quoted}'`)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ["shared indentation goes", "'''\n  one\n    two'''", "one\n  two"],
  ["the line of the closing quotes counts", "'''\n    one\n  '''", "  one\n"],
  ["other blank lines do not count", "'''\n  one\n\n  two'''", "one\n\ntwo"],
  ["white space at line ends goes", "'''\n  one  \n  two'''", "one\ntwo"],
  ["quotes inside are text", "'''\n  it's ''x''.'''", "it's ''x''."],
  ["escapes are resolved after the indentation", "'''\n  a\\n  b'''", "a\n  b"],
  ["line breaks of Windows are line breaks", "'''\r\n  one\r\n  two'''", "one\ntwo"],
])("in a multi-line string %s", (_, source, text) => {
  expect(stringOf(source)).toBe(text);
});

test("an illegal escape is told with the whole literal, and nothing after it", () => {
  const parsed = parseClass("A.cls", String.raw`class A { String a = 'a\qb'; String b = 'c'; }`);

  expect(messagesOf(parsed)).toEqual([
    String.raw`1:22 Illegal string literal: Invalid string literal 'a\qb'. Illegal character sequence \q' in string literal.`,
  ]);
});

test("a short unicode escape is told with its digits", () => {
  const parsed = parseClass("A.cls", String.raw`class A { String a = '\u12'; }`);

  expect(messagesOf(parsed)).toEqual([
    String.raw`1:22 Illegal string literal: Invalid string literal '\u12'. Illegal unicode sequence. Less than four hex digits \\u12' in string literal.`,
  ]);
});
