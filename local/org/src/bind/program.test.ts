import { describe, expect, it } from "vitest";
import { lines, messagesIn, programOf } from "./testing/bind-source.ts";

describe("a program", () => {
  it("fails only the class that does not compile", () => {
    const program = programOf({
      Good: "public class Good { Bad b; }",
      Bad: "public class Bad { void f() { nope(); } }",
    });

    expect(program.bindUnit("good")?.diagnostics).toEqual([]);
    expect(program.bindUnit("BAD")?.diagnostics).toHaveLength(1);
  });

  it("says with file, line and column where a class does not compile", () => {
    const program = programOf({ A: "public class A {\n  Integer f() {\n    return x;\n  }\n}" });

    expect(program.bindUnit("A")?.diagnostics).toEqual([
      {
        file: "A.cls",
        at: { line: 3, column: 12 },
        message: "Variable does not exist: x",
        kind: "error",
      },
    ]);
  });

  it("lists the top-level classes a unit mentions, ancestors included", () => {
    const program = programOf({
      A: "public class A extends B { void f() { D.Nested x = null; E.go(); } }",
      B: "public virtual class B extends C {}",
      C: "public virtual class C {}",
      D: "public class D { public class Nested {} }",
      E: "public class E { public static void go() {} }",
      F: "public class F {}",
    });

    expect(program.bindUnit("A")?.unit.dependencies.toSorted()).toEqual(["B", "C", "D", "E"]);
  });

  it("finds classes and inner classes in any case, and nothing else", () => {
    const program = programOf({ Whole: "public class Whole { class Nested {} }" });

    expect(program.findClass("WHOLE.nested")?.qualifiedName).toBe("Whole.Nested");
    expect(program.findClass("Whole.Nope")).toBeUndefined();
    expect(program.bindUnit("Nope")).toBeUndefined();
  });

  it("binds a unit once", () => {
    const program = programOf({ A: "public class A {}" });

    expect(program.bindUnit("A")).toBe(program.bindUnit("a"));
  });

  it("reports two files that declare one class", () => {
    const program = programOf({ A: "public class Same {}", B: "public class SAME {}" });

    expect(program.classes).toHaveLength(1);
  });
});

describe("a trigger", () => {
  function messages(text: string): readonly string[] {
    const program = programOf({}, { triggers: { T: text } });
    return lines(program.bindTrigger("t")?.diagnostics ?? []);
  }

  it("knows its records by their object and has methods of its own", () => {
    const text = `trigger T on Account (before insert) {
      for (Account a : Trigger.new) { a.Name = name(a); Account old = Trigger.oldMap.get(a.Id); }
      String name(Account a) { return a.Name; }
      return;
    }`;

    expect(messages(text)).toEqual([]);
  });

  it("may be called an exception, which a class may not", () => {
    const program = programOf(
      {},
      { triggers: { FaultException: "trigger FaultException on Account (before insert) {}" } },
    );

    expect(program.bindTrigger("FaultException")?.diagnostics).toEqual([]);
  });

  it("wants an object that exists", () => {
    expect(messages("trigger T on Nope (before insert) {}")).toEqual([
      "1: Trigger type isn't an SObject: Nope",
    ]);
  });

  it("on a platform event runs after insert only", () => {
    expect(messages("trigger T on Signal__e (after insert) {}")).toEqual([]);
    expect(messages("trigger T on Signal__e (before insert) {}")).toEqual([
      "1: Platform Event SObjects only supports after insert: Signal__e",
    ]);
  });
});

describe("an anonymous block", () => {
  it("has classes and methods of its own beside its statements", () => {
    const apex = `
      Pair p = new Pair(); p.n = twice(2);
      Integer twice(Integer n) { return n * 2; }
      class Pair { Integer n; }`;

    expect(messagesIn(apex)).toEqual([]);
  });
});
