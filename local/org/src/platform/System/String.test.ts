import { describe, expect, it } from "vitest";
import { apex, evaluate, runApex } from "../../testing/apex.ts";

describe("String", () => {
  it.each([
    ["'a,b,,c,,'.split(',')", "(a, b, , c)"],
    ["'a,b,,c,,'.split(',', -1)", "(a, b, , c, , )"],
    ["'a1b22c'.split('[0-9]+')", "(a, b, c)"],
    ["'abc'.split('')", "(a, b, c)"],
    ["'2026-01-31'.replaceAll('(\\\\d+)-(\\\\d+)', '$2/$1')", "01/2026-31"],
    ["'a.b.c'.replace('.', '$')", "a$b$c"],
    ["'a.b.c'.replaceFirst('\\\\.', '-')", "a-b.c"],
    ["String.join(new List<Object>{1, 'a', true}, '-')", "1-a-true"],
    ["String.join(new Set<String>{'x', 'y'}, ',')", "x,y"],
    ["String.format('{0} of {1}', new List<Object>{1, 'two'})", "1 of two"],
    ["String.format('It\\'s {0} and {1}', new List<Object>{'a'})", "Its {0} and {1}"],
    ["String.format('It\\'\\'s {0}', new List<Object>{'a'})", "It's a"],
    ["String.escapeSingleQuotes('it\\'s')", "it\\'s"],
    ["'abc'.substring(1)", "bc"],
    ["'abcdef'.substring(1, 3)", "bc"],
    ["'a.b.c'.substringBefore('.')", "a"],
    ["'a.b.c'.substringBeforeLast('.')", "a.b"],
    ["'a.b.c'.substringAfter('.')", "b.c"],
    ["'a.b.c'.substringAfterLast('.')", "c"],
    ["'yabcz'.substringBetween('y', 'z')", "abc"],
    ["'abc'.leftPad(5)", "  abc"],
    ["'abc'.rightPad(5, 'x')", "abcxx"],
    ["'abc'.rightPad(5, '') + '|' + 'b'.center(3, '')", "abc  | b "],
    ["'abc'.left(2) + 'abc'.right(2) + 'abcd'.mid(1, 2)", "abbcbc"],
    ["'abcabc'.countMatches('bc')", "2"],
    ["'Hello'.equalsIgnoreCase('hELLO')", "true"],
    ["'Hello'.containsIgnoreCase('ELL')", "true"],
    ["'hello'.capitalize()", "Hello"],
    ["' a  b '.normalizeSpace()", "a b"],
    ["' a\\tb '.deleteWhitespace()", "ab"],
    ["'a@b'.indexOf('@') + 'aXa'.lastIndexOf('a')", "3"],
    ["String.isBlank('  ')", "true"],
    ["String.isNotBlank(null)", "false"],
    ["'ab'.repeat(2)", "abab"],
    ["'hello'.hashCode()", "99162322"],
    ["'b'.compareTo('a')", "1"],
    ["'12345'.isNumeric()", "true"],
    ["'foo.txt'.removeEnd('.txt')", "foo"],
    ["'<b>x</b> &amp; y'.stripHtmlTags()", "x & y"],
    ["'a<b'.escapeHtml4()", "a&lt;b"],
    ["'Now is the time'.abbreviate(8)", "Now i..."],
    ["String.valueOf(1.50)", "1.50"],
    ["String.valueOf((Object) null) == null", "true"],
    ["String.fromCharArray(new List<Integer>{72, 105})", "Hi"],
    ["'abc'.reverse()", "cba"],
    ["'a\\nb'.escapeJava()", "a\\nb"],
    ["'fooBarBaz'.splitByCharacterTypeCamelCase()", "(foo, Bar, Baz)"],
    ["'kitten'.getLevenshteinDistance('sitting')", "3"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it.each([
    ["'abc'.substring(5)", "System.StringException: Starting position out of bounds: 5"],
    ["'abc'.contains(null)", "System.NullPointerException: Argument cannot be null."],
    ["Integer.valueOf('x1')", "System.TypeException: Invalid integer: x1"],
    ["Decimal.valueOf('1,5')", "System.TypeException: Invalid decimal: 1,5"],
    ["Id.valueOf('nonsense')", "System.StringException: Invalid id: nonsense"],
  ])("%s raises %s", (expression, headline) => {
    expect(runApex(`Object o = ${expression};`).exception?.headline).toBe(headline);
  });
});

describe("numbers", () => {
  it.each([
    ["Integer.valueOf('42') + 1", "43"],
    ["Decimal.valueOf('1.005').setScale(2)", "1.00"],
    ["Decimal.valueOf('1.015').setScale(2, RoundingMode.HALF_UP)", "1.02"],
    ["(10.0).divide(3, 2)", "3.33"],
    ["(2.5).round()", "2"],
    ["(3.5).round()", "4"],
    ["(2.5).intValue()", "2"],
    ["(1.50).stripTrailingZeros()", "1.5"],
    ["(1234567.891).format()", "1,234,567.891"],
    ["Math.round(2.5)", "2"],
    ["Math.max(1, 2) + Math.min(1.5, 2.5)", "3.5"],
    ["Math.mod(-7, 3)", "-1"],
    ["Math.abs(-5)", "5"],
    ["Math.ceil(1.2)", "2"],
    ["Math.floor(-1.2)", "-2"],
    ["(Integer) 3.9", "3"],
    ["Double.valueOf('2.50')", "2.5"],
    ["Long.valueOf('5000000000') / 2", "2500000000"],
    ["Boolean.valueOf('TRUE')", "true"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });
});

describe("Type", () => {
  it("finds project classes, primitives and collections by name, and makes instances", () => {
    const { debug } = apex().class(
      "public class Maker { public class Part { public Integer n = 3; } }",
    ).run(`
        System.debug(Type.forName('maker.part').getName());
        System.debug(((Maker.Part) Type.forName('Maker.Part').newInstance()).n);
        System.debug(Type.forName('Nothing'));
        System.debug(Type.forName('Map<String, List<Integer>>'));
        System.debug(Maker.class == Type.forName('Maker'));
        System.debug(List<String>.class.newInstance());
        System.debug(Object.class.isAssignableFrom(Maker.class));
      `);

    expect(debug).toEqual([
      "Maker.Part",
      "3",
      "null",
      "Map<String,List<Integer>>",
      "true",
      "()",
      "true",
    ]);
  });
});

describe("String.format", () => {
  it("asks each value for its text once, in order, wherever it stands", () => {
    const { debug } = apex()
      .class(
        "public class Counted { public static Integer asked = 0; public override String toString() { asked++; return 'v' + asked; } }",
      )
      .run(
        "System.debug(String.format('{1} {0} {1}', new List<Object>{ new Counted(), new Counted(), new Counted() })); System.debug(Counted.asked);",
      );
    expect(debug).toEqual(["v2 v1 v2", "3"]);
  });
});
