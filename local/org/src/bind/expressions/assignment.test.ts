import { describe, expect, it } from "vitest";
import { messagesIn, messagesOf, statementsOf } from "../testing/bind-source.ts";

describe("assignment", () => {
  it.each([
    ["Integer i = 'a';", "Illegal assignment from String to Integer"],
    ["Integer i; i = 1.5;", "Illegal assignment from Decimal to Integer"],
    ["Integer i = 1; i += 2.5;", "Illegal assignment from Decimal to Integer"],
    ["SObject s; Account a = s;", "Illegal assignment from SObject to Account"],
    ["Set<Object> o = new Set<String>();", "Illegal assignment from Set<String> to Set<Object>"],
    ["1 = 2;", "Expression cannot be assigned"],
    ["Account a; a?.Name = 'x';", "Expression cannot be assigned"],
    ["LoggingLevel.DEBUG = null;", "Expression cannot be assigned"],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(apex)).toEqual([message]);
  });

  it("converts the value to the target's type", () => {
    expect(statementsOf("Decimal d; d = 1;").at(-1)).toMatchObject({
      expression: { kind: "assign", value: { kind: "convert", conversion: { to: "Decimal" } } },
    });
  });

  it("works out a compound assignment on the target's current value, then converts back", () => {
    expect(statementsOf("Double d = 1; d += 1.5;").at(-1)).toMatchObject({
      expression: {
        kind: "compoundAssign",
        operation: {
          kind: "convert",
          conversion: { from: "Decimal", to: "Double" },
          value: { kind: "arithmetic", left: { value: { kind: "targetValue" } } },
        },
      },
    });
  });

  it("assigns final fields in declarations, initialiser blocks and constructors only", () => {
    const messages = messagesOf({
      A: `public class A {
        final Integer x = 1;
        final Integer y;
        static final Integer Z;
        static { Z = 1; }
        A() { y = 3; }
        void f() {
          y = 4;
        }
      }`,
    });

    expect(messages).toEqual([
      "8: Final members can only be assigned in their declaration, init blocks, or constructors: y",
    ]);
  });

  it("assigns an inherited final field in a constructor", () => {
    const messages = messagesOf({
      B: "public virtual class B { protected final Integer x; }",
      A: "public class A extends B { A() { this.x = 1; } void f() {\n this.x = 1; } }",
    });

    expect(messages).toEqual([
      "2: Final members can only be assigned in their declaration, init blocks, or constructors: x",
    ]);
  });

  it("refuses to store to a property without a visible setter", () => {
    const messages = messagesOf({
      A: `public class A {
        public Integer fixed { get { return 1; } }
        public Integer guarded { get; private set; }
        void f() { guarded = 1;
          fixed = 2;
        }
      }`,
      B: `public class B {
        void f(A a) {
          a.guarded = 1;
        }
      }`,
    });

    expect(messages).toEqual([
      "5: A value cannot be stored to fixed in type A",
      "3: Variable is not visible: A.guarded",
    ]);
  });

  it("means the slot when a property names itself in its own accessor", () => {
    const messages = messagesOf({
      A: `public class A {
        public static final String NAME { get { if (NAME == null) { NAME = 'x'; } return NAME; } }
      }`,
    });

    expect(messages).toEqual([]);
  });
});
