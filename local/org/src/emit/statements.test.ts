import { describe, expect, it } from "vitest";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import { callMethod } from "../runtime/object.ts";
import { inTransaction } from "../runtime/transaction.ts";
import { apex, runApex } from "../testing/apex.ts";

describe("control flow", () => {
  it("runs loops with break and continue", () => {
    const { debug } = runApex(`
      for (Integer i = 0, j = 10; i < j; i++) { if (i == 1) { continue; } if (i == 3) { break; } System.debug(i + ' ' + j--); }
      Integer n = 0;
      while (true) { n++; if (n > 2) { break; } }
      do { n++; } while (n < 5);
      System.debug(n);
      for (String s : new Set<String>{ 'x', 'y' }) { System.debug(s); }
    `);

    expect(debug).toEqual(["0 10", "2 9", "5", "x", "y"]);
  });

  it("breaks the loop around a switch, not the switch", () => {
    const { debug } = runApex(`
      for (Integer i = 0; i < 5; i++) {
        switch on i {
          when 0, 1 { System.debug('low'); }
          when 2 { break; }
          when else { System.debug('never'); }
        }
      }
      String word = 'B';
      switch on word { when 'b' { System.debug('small'); } when 'B' { System.debug('big'); } }
      Integer nothing = null;
      switch on nothing { when 1 { System.debug('one'); } when null { System.debug('null'); } when else { System.debug('else'); } }
    `);

    expect(debug).toEqual(["low", "low", "big", "null"]);
  });

  it("evaluates both branches of nothing it does not need", () => {
    const { debug } = runApex(`
      String s = null;
      System.debug(s?.length());
      System.debug(s?.toUpperCase().toLowerCase());
      System.debug(s ?? 'default');
      System.debug(true || 1 / 0 == 1);
      System.debug(s == null ? 'none' : s.trim());
    `);

    expect(debug).toEqual(["null", "null", "default", "true", "none"]);
  });

  it("refuses to walk on in a changed collection, and allows changes afterwards", () => {
    const { debug } = runApex(`
      List<Integer> numbers = new List<Integer>{ 1, 2 };
      try { for (Integer n : numbers) { numbers.add(n); } } catch (FinalException e) { System.debug(e.getMessage()); }
      Set<Integer> unique = new Set<Integer>{ 1, 2 };
      try { for (Integer n : unique) { unique.remove(n); } } catch (FinalException e) { System.debug(e.getTypeName()); }
      numbers.add(3);
      System.debug(numbers);
    `);

    expect(debug).toEqual([
      "Cannot modify a collection while it is being iterated.",
      "System.FinalException",
      "(1, 2, 1, 3)",
    ]);
  });
});

describe("exceptions", () => {
  it("matches catch clauses in order and runs finally", () => {
    const { debug } = apex()
      .class("public class OddException extends Exception {}")
      .class("public virtual class BaseException extends Exception { public Integer code = 7; }")
      .class("public class SpecialException extends BaseException {}").run(`
        try { throw new OddException('odd'); }
        catch (BaseException e) { System.debug('wrong'); }
        catch (OddException e) { System.debug(e.getMessage() + e.getTypeName()); }
        finally { System.debug('finally'); }
        try { throw new SpecialException('x', new OddException('inner')); }
        catch (BaseException e) { System.debug(e.code + e.getCause().getMessage() + e.getMessage()); }
        try { List<Integer> l = new List<Integer>(); Integer i = l[0]; }
        catch (Exception e) { System.debug(e); }
        try { Object o = 'text'; Integer i = (Integer) o; }
        catch (TypeException e) { System.debug(e.getMessage()); }
      `);

    expect(debug).toEqual([
      "oddOddException",
      "finally",
      "7innerx",
      "System.ListException: List index out of bounds: 0",
      "Invalid conversion from runtime type String to Integer",
    ]);
  });

  it("does not catch failed assertions or limits", () => {
    const { debug, exception } = runApex(
      "try { Assert.areEqual(1, 2, 'numbers'); } catch (Exception e) { System.debug('caught'); }",
    );

    expect(debug).toEqual([]);
    expect(exception?.headline).toBe(
      "System.AssertException: Assertion Failed: numbers: Expected: 1, Actual: 2",
    );
  });

  it("names classes, static initialisers and the block that first used the class in a stack trace", () => {
    const { exception } = apex()
      .class(
        `public class Deep {
          static Integer started = Nested.fail(1);
          public Deep() {
            Integer i = started;
          }
          public class Nested {
          }
          public static void run() {
            new Deep();
          }
        }`.replace("Nested.fail(1)", "Failing.fail(1)"),
      )
      .class(
        `public class Failing {
          public static Integer fail(Integer n) {
            String s = null;
            return s.length();
          }
        }`,
      )
      .run("Integer x = 1;\nDeep.run();");

    expect(exception?.stackTraceText).toBe(
      [
        "Class.Failing.fail: line 4, column 1",
        "Class.Deep.<clinit>: line 2, column 1",
        "AnonymousBlock: line 2, column 1",
      ].join("\n"),
    );
  });

  it("turns an endless recursion into a limit that Apex cannot catch", () => {
    const { exception } = apex()
      .class(
        "public class Endless { public static Integer down(Integer n) { return down(n + 1); } }",
      )
      .run("try { Endless.down(0); } catch (Exception e) { System.debug('caught'); }");

    expect(exception?.headline).toBe("System.LimitException: Maximum stack depth reached: 1001");
  });

  it("counts the lines that ran", () => {
    const { coverage } = apex()
      .class(
        `public class Covered {
          public static Integer sign(Integer n) {
            if (n < 0) {
              return -1;
            }
            return 1;
          }
        }`,
      )
      .run("Covered.sign(1);");

    expect(coverage).toEqual([
      {
        name: "Covered",
        file: "Covered.cls",
        executableLines: [3, 4, 6],
        coveredLines: [3, 6],
      },
    ]);
  });
});

describe("stack traces", () => {
  it("show a method the platform calls once, under its own name", () => {
    const { transaction } = apex()
      .class(
        `public class FailingJob implements Queueable {
          public void execute(QueueableContext context) {
            Integer i = 1 / 0;
          }
        }`,
      )
      .run("");

    const exception = inTransaction(transaction, () => {
      try {
        callMethod(transaction.classes.create("FailingJob"), "System.Queueable.execute", null);
        return null;
      } catch (thrown) {
        return apexExceptionOf(thrown);
      }
    });

    expect(exception?.stackTraceText).toBe("Class.FailingJob.execute: line 3, column 1");
  });
});
