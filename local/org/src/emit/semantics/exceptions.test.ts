/** What an exception tells. */
import { describe, expect, it } from "vitest";
import { apex, runApex } from "../../testing/apex.ts";

describe("an exception", () => {
  it("names class, method and line of every call", () => {
    const { exception } = apex()
      .class(
        "public class Whole {\n  public static void go() {\n    new Nested().run();\n  }\n  public class Nested {\n    public Integer run() {\n      return 1 / 0;\n    }\n  }\n}",
      )
      .run("Whole.go();");

    expect(exception?.stackTraceText.split("\n")).toEqual([
      "Class.Whole.Nested.run: line 7, column 1",
      "Class.Whole.go: line 3, column 1",
      "AnonymousBlock: line 1, column 1",
    ]);
  });

  it.each([
    ["e.getMessage()", "top"],
    ["e.getTypeName()", "System.IllegalArgumentException"],
    ["e.getCause().getMessage()", "below"],
    ["e.getCause().getTypeName()", "System.StringException"],
    ["e.getCause().getCause()", "null"],
    ["e", "System.IllegalArgumentException: top"],
    ["'' + e", "System.IllegalArgumentException: top"],
    ["e.getLineNumber()", "1"],
  ])("with a cause: %s is %s", (expression, text) => {
    const { debug } = runApex(
      `try { throw new IllegalArgumentException('top', new StringException('below')); } catch (Exception e) { System.debug(${expression}); }`,
    );

    expect(debug).toEqual([text]);
  });

  it("of a project has its own name, also as an inner class", () => {
    const { debug } = apex()
      .class(
        "public class Shop { public class SoldOutException extends Exception { public Integer left = 3; } public static void buy() { throw new SoldOutException('gone'); } }",
      )
      .run(
        "try { Shop.buy(); } catch (Shop.SoldOutException e) { System.debug(e.getTypeName() + ' ' + e.getMessage() + ' ' + e.left); }",
      );

    expect(debug).toEqual(["Shop.SoldOutException gone 3"]);
  });

  it.each([
    [
      "throw new IllegalArgumentException();",
      "System.IllegalArgumentException: Script-thrown exception",
    ],
    ["Object o = new List<Integer>()[3];", "System.ListException: List index out of bounds: 3"],
    ["String s; s.length();", "System.NullPointerException: Attempt to de-reference a null object"],
    ["Date.valueOf('x');", "System.TypeException: Invalid date: x"],
    ["Decimal.valueOf('x');", "System.TypeException: Invalid decimal: x"],
    ["Integer i = 1; i = i / (i - 1);", "System.MathException: Divide by 0"],
    [
      "Assert.areEqual(1, 2, 'why');",
      "System.AssertException: Assertion Failed: why: Expected: 1, Actual: 2",
    ],
  ])("`%s` ends the block with %s", (block, headline) => {
    expect(runApex(block).exception?.headline).toBe(headline);
  });
});
