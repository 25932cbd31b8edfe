import { describe, expect, it } from "vitest";
import { apex, runApex } from "../../testing/apex.ts";

describe("Exception", () => {
  it("has four constructors, a cause and a settable message", () => {
    const { debug } = runApex(`
      Exception first = new IllegalArgumentException('inner');
      Exception second = new DmlException('outer', first);
      System.debug(second.getMessage() + '/' + second.getCause().getMessage() + '/' + second.getTypeName());
      second.setMessage('changed');
      System.debug(second);
      Exception bare = new IllegalArgumentException();
      bare.initCause(first);
      System.debug(bare.getCause() === first);
      System.debug(bare.getMessage());
    `);

    expect(debug).toEqual([
      "outer/inner/System.DmlException",
      "DmlException:[]: changed",
      "true",
      "Script-thrown exception",
    ]);
  });

  it("calls what a project class overrides, and the platform's own through super", () => {
    const { debug } = apex()
      .class(
        `public class LoudException extends Exception {
          public override String getMessage() { return super.getMessage().toUpperCase(); }
        }`,
      )
      .run(
        "try { throw new LoudException('quiet'); } catch (Exception e) { System.debug(e.getMessage()); }",
      );

    expect(debug).toEqual(["QUIET"]);
  });

  it("knows where it was made", () => {
    const { debug } = apex()
      .class(
        `public class Thrower {
          public static void go() {
            throw new IllegalArgumentException('x');
          }
        }`,
      )
      .run(
        "try { Thrower.go(); } catch (Exception e) { System.debug(e.getLineNumber() + ' ' + e.getStackTraceString()); }",
      );

    expect(debug).toEqual([
      "3 Class.Thrower.go: line 3, column 1\nAnonymousBlock: line 1, column 1",
    ]);
  });
});

describe("Assert", () => {
  it.each([
    ["System.assert(false)", "Assertion Failed"],
    ["System.assert(false, 'why')", "Assertion Failed: why"],
    ["System.assertEquals(1, 2)", "Assertion Failed: Expected: 1, Actual: 2"],
    ["System.assertNotEquals('a', 'a', 'why')", "Assertion Failed: why: Same value: a"],
    ["System.assertEquals('a', 'A')", "Assertion Failed: Expected: a, Actual: A"],
    ["Assert.isTrue(false, 'why')", "Assertion Failed: why"],
    ["Assert.fail('why')", "Assertion Failed: why"],
    ["Assert.isNull('x')", "Assertion Failed: Expected: null, Actual: x"],
  ])("%s fails with %s", (statement, message) => {
    expect(runApex(`${statement};`).exception?.headline).toBe(`System.AssertException: ${message}`);
  });

  it("passes what holds", () => {
    const { exception } = runApex(`
      Assert.areEqual(1, 1.0);
      Assert.areNotEqual(1, 2);
      Assert.isNotNull(1);
      Assert.isFalse(false);
      Assert.isInstanceOfType('x', String.class);
      Assert.isNotInstanceOfType(1, String.class);
    `);

    expect(exception).toBeNull();
  });
});
