/** Equality and text: where Apex differs from JavaScript. */
import { describe, expect, it } from "vitest";
import { evaluate, runApex } from "../../testing/apex.ts";

describe("equality", () => {
  it.each([
    ["'a' == 'A'", "true"],
    ["'a' != 'A'", "false"],
    ["'a'.equals('A')", "false"],
    ["'a' < 'B'", "true"],
    ["'a'.compareTo('b')", "-1"],
    ["'b'.compareTo('B') > 0", "true"],
    ["new Set<String>{ 'a' }.contains('A')", "false"],
    ["new Map<String, Integer>{ 'a' => 1 }.get('A')", "null"],
    ["new List<Integer>{ 1, 2 } == new List<Integer>{ 1, 2 }", "true"],
    ["new List<Integer>{ 1, 2 } === new List<Integer>{ 1, 2 }", "false"],
    ["new Set<Integer>{ 1, 2 } == new Set<Integer>{ 2, 1 }", "true"],
    ["new Map<String, Integer>{ 'a' => 1 } == new Map<String, Integer>{ 'a' => 1 }", "true"],
    ["Date.newInstance(2026, 1, 2) == Date.newInstance(2026, 1, 2)", "true"],
    ["(Id) '001000000000001' == (Id) '001000000000001AAA'", "true"],
    ["'001000000000001' == (Id) '001000000000001AAA'", "true"],
    ["new Set<Id>{ '001000000000001' }.contains('001000000000001AAA')", "true"],
  ])("%s is %s", (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });
});

describe("text of", () => {
  it.each([
    ["Date.newInstance(2026, 3, 4)", "2026-03-04 00:00:00"],
    ["String.valueOf(Date.newInstance(2026, 3, 4))", "2026-03-04"],
    ["'' + Date.newInstance(2026, 3, 4)", "2026-03-04 00:00:00"],
    ["Datetime.newInstanceGmt(2026, 3, 4, 5, 6, 7)", "2026-03-04 05:06:07"],
    [
      "Datetime.newInstanceGmt(2026, 3, 4, 5, 6, 7).formatGmt('yyyy-MM-dd\\'T\\'HH:mm:ss.SSS\\'Z\\'')",
      "2026-03-04T05:06:07.000Z",
    ],
    [
      "Datetime.newInstanceGmt(2026, 3, 4, 15, 6, 7).formatGmt('EEE, d MMM yy h:mm a')",
      "Wed, 4 Mar 26 3:06 PM",
    ],
    ["Date.newInstance(2026, 1, 31).addMonths(1)", "2026-02-28 00:00:00"],
    ["Time.newInstance(1, 2, 3, 4)", "01:02:03.004Z"],
    ["new List<Object>{ 1, 'a', null, true }", "(1, a, null, true)"],
    ["new Set<Integer>{ 2, 1 }", "{2, 1}"],
    ["new Map<String, Object>{ 'a' => 1, 'b' => new List<Integer>{ 1 } }", "{a=1, b=(1)}"],
    ["1.0d", "1.0"],
    ["String.class", "String"],
    ["List<Map<Id, Integer>>.class", "List<Map<Id,Integer>>"],
    ["LoggingLevel.WARN", "WARN"],
    ["Blob.valueOf('x')", "Blob[1]"],
  ])("%s is %s", (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });

  it("an object lists its fields, unless it has its own toString", () => {
    const { debug } = runApex(`
      class Plain { Integer a = 1; String b; List<Integer> c = new List<Integer>{ 1 }; }
      class Own { public override String toString() { return 'mine'; } }
      System.debug(new Plain()); System.debug('' + new Own()); System.debug(String.valueOf(new Own()));`);

    expect(debug).toEqual(["Plain:[a=1, b=null, c=(1)]", "mine", "mine"]);
  });
});

describe("String.format", () => {
  it.each([
    ["String.format('{0} {1} {0}', new List<Object>{ 'a', 1 })", "a 1 a"],
    ["String.format('it\\'\\'s {0}', new List<Object>{ 'x' })", "it's x"],
    ["String.format('\\'{0}\\' {0}', new List<Object>{ 'x' })", "{0} x"],
    ["String.format('{1}', new List<Object>{ 'x' })", "{1}"],
    ["String.join(new List<Integer>{ 1, 2 }, '-')", "1-2"],
    ["'a,b,,'.split(',')", "(a, b)"],
    ["'a.b'.split('\\\\.')", "(a, b)"],
    ["'a1b22'.replaceAll('[0-9]+', '#')", "a#b#"],
    ["'abc'.substring(1)", "bc"],
    ["'abc'.left(2) + 'abc'.right(1)", "abc"],
    ["'  x '.trim() + '|'", "x|"],
    ["'x'.leftPad(3, '-')", "--x"],
    ["String.isBlank('  ') && String.isEmpty('')", "true"],
  ])("and its kin: %s is %s", (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });
});
