import { describe, expect, it } from "vitest";
import { expressionOf, messagesIn, messagesOf, typeOf } from "../testing/bind-source.ts";

describe("calls of platform methods", () => {
  it("puts the receiver's type arguments into the signature", () => {
    const before = "Map<Id, List<Account>> m;";

    expect(typeOf("m.keySet()", before)).toBe("Set<Id>");
    expect(typeOf("m.values()", before)).toBe("List<List<Account>>");
    expect(typeOf("m.get('001000000000001')", before)).toBe("List<Account>");
    expect(typeOf("m.values().iterator()", before)).toBe("System.Iterator<List<Account>>");
  });

  it("names the type that declares the method and the signature chosen", () => {
    expect(expressionOf("String.valueOf(1)")).toMatchObject({
      kind: "platformCall",
      owner: "String",
      signature: "valueOf(Integer)",
      target: null,
    });
    expect(expressionOf("new List<String>().contains('x')")).toMatchObject({
      owner: "List",
      signature: "contains(T)",
      targetType: { kind: "list" },
    });
    expect(expressionOf("new DmlException('x').getMessage()")).toMatchObject({
      owner: "System.Exception",
    });
  });

  it.each(["System.Assert.isTrue(true)", "Assert.isTrue(true)", "system.assert.ISTRUE(true)"])(
    "finds %s with or without its namespace, in any case",
    (apex) => {
      expect(messagesIn(`${apex};`)).toEqual([]);
    },
  );

  it.each([
    "PageReference p;",
    "SelectOption s;",
    "Url u;",
    "PageReference p = new ApexPages.PageReference('/a');",
  ])("looks in System for what ApexPages has not: ApexPages.%s", (apex) => {
    expect(messagesIn(`ApexPages.${apex}`)).toEqual([]);
  });

  it.each(["ApexPages.String", "Messaging.HttpRequest"])("knows no %s", (name) => {
    expect(messagesIn(`${name} x;`)).toEqual([`Invalid type: ${name}`]);
  });

  it("lets a project class shadow a platform class", () => {
    const Assert = "public class Assert { public static void mine() {} }";

    expect(messagesIn("Assert.mine(); System.Assert.isTrue(true);", { Assert })).toEqual([]);
    expect(messagesIn("Assert.isTrue(true);", { Assert })).toEqual([
      "Method does not exist or incorrect signature: void isTrue(Boolean) from the type Assert",
    ]);
  });

  it("gives an Id the methods of String", () => {
    expect(typeOf("UserInfo.getUserId().startsWith('005')")).toBe("Boolean");
    expect(typeOf("k.startsWith('005')", "Id k = UserInfo.getUserId();")).toBe("Boolean");
  });

  it("gives a copy of a record the record's own type", () => {
    expect(typeOf("a.clone(false)", "Account a;")).toBe("Account");
  });

  it("takes the one row of a query where its list has no such method", () => {
    expect(expressionOf("[SELECT Id FROM Account].isEmpty()")).toMatchObject({ owner: "List" });
    expect(expressionOf("[SELECT Id FROM Account].getErrors()")).toMatchObject({
      owner: "SObject",
      target: { kind: "convert", conversion: { kind: "singleRow", orNull: false } },
    });
  });

  it("binds addError on a field to the record and the field", () => {
    expect(messagesIn("Account a; a.addError('x'); a.Name.addError('x');")).toEqual([]);
    expect(messagesIn("Account a; a.Name?.addError('x');")).toEqual([
      "Safe navigation operator is not allowed between SObject field and addError",
    ]);
  });

  it.each([
    [
      "foo();",
      "Method does not exist or incorrect signature: void foo() from the type AnonymousBlock",
    ],
    [
      "String s; s.foo(1, 'a');",
      "Method does not exist or incorrect signature: void foo(Integer, String) from the type String",
    ],
    [
      "Object o; o.foo();",
      "Method does not exist or incorrect signature: void foo() from the type Object",
    ],
    [
      "HttpRequest r; r.setEndpoint(1);",
      "Method does not exist or incorrect signature: void setEndpoint(Integer) from the type System.HttpRequest",
    ],
    [
      "String s = String.trim();",
      "Non static method cannot be referenced from a static context: String String.trim()",
    ],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(apex)).toEqual([message]);
  });

  it("reports a member the org cannot run yet as a gap, at its place", () => {
    const options = {
      hasBehaviour: (owner: string, member: string) => `${owner}.${member}` !== "String.trim()",
    };

    expect(messagesIn("String s = ''; s.trim(); s.length();", {}, options)).toEqual([
      "Not supported by the local org yet: String.trim()",
    ]);
  });
});

describe("calls of enums and record types", () => {
  it.each([
    ["LoggingLevel.values()", "List<System.LoggingLevel>"],
    ["LoggingLevel.valueOf('DEBUG').ordinal()", "Integer"],
    ["Season.values()", "List<Season>"],
    ["Season.valueOf('SUMMER')", "Season"],
    ["Season.SUMMER.name()", "String"],
    ["Account.getSObjectType()", "Schema.SObjectType"],
    ["Rule__mdt.getAll()", "Map<String,Rule__mdt>"],
    ["Rule__mdt.getInstance('x').DeveloperName", "String"],
  ])("%s is of type %s", (apex, type) => {
    expect(typeOf(apex, "", { Season: "public enum Season { SUMMER, WINTER }" })).toBe(type);
  });
});

describe("calls of project methods", () => {
  it("chooses by the static type of the arguments", () => {
    const A = `public class A {
      public static String f(Object o) { return ''; }
      public static Integer f(Integer i) { return 1; }
      public static Decimal f(Decimal d) { return 1; }
    }`;

    expect(typeOf("A.f(1)", "", { A })).toBe("Integer");
    expect(typeOf("A.f(1L)", "", { A })).toBe("Decimal");
    expect(typeOf("A.f('x')", "", { A })).toBe("String");
  });

  it("calls an outer class's static methods from an inner class, not its instance methods", () => {
    const messages = messagesOf({
      A: `public class A {
        static void g() {}
        void h() {}
        class Nested { void f() { g();
          h();
        } }
      }`,
    });

    expect(messages).toEqual([
      "5: Method does not exist or incorrect signature: void h() from the type A.Nested",
    ]);
  });

  it("keeps static and instance members apart", () => {
    const messages = messagesOf({
      A: `public class A {
        Integer i;
        void g() {}
        static void s() {}
        static void f() {
          i = 1;
          g();
          this.g();
          super.toString();
          new A().s();
        }
      }`,
    });

    expect(messages).toEqual([
      "6: Non static field cannot be referenced from a static context: i from the type A",
      "7: Non static method cannot be referenced from a static context: void A.g()",
      "8: This cannot be referenced in a static context",
      "9: Super cannot be referenced in a static context",
      "10: Static method cannot be referenced from a non static context: void A.s()",
    ]);
  });

  it("hides private members from other files, save @TestVisible ones from tests", () => {
    const B = `public class B {
      private void f() {}
      @TestVisible private static void w() {}
      private static Integer p;
    }`;
    const uses = "void f(B x) { x.f();\n B.w();\n B.p = 1; }";

    expect(messagesOf({ A: `public class A { ${uses} }`, B })).toEqual([
      "1: Method is not visible: void B.f()",
      "2: Method is not visible: void B.w()",
      "3: Variable is not visible: B.p",
    ]);
    expect(messagesOf({ A: `@IsTest private class A { ${uses} }`, B })).toEqual([
      "1: Method is not visible: void B.f()",
      "3: Variable is not visible: B.p",
    ]);
  });

  it("shows protected members to subclasses", () => {
    const messages = messagesOf({
      B: "public virtual class B { protected Integer p; protected virtual void f() {} }",
      A: "public class A extends B { protected override void f() { super.f(); p = 1; } }",
    });

    expect(messages).toEqual([]);
  });

  it("calls null between unrelated overloads ambiguous", () => {
    const A = "public class A { public static void f(A a) {} public static void f(String s) {} }";

    expect(messagesIn("A.f(null);", { A })).toEqual(["Ambiguous method signature: void f(null)"]);
  });
});
