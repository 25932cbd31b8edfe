import { describe, expect, it } from "vitest";
import { messagesOf, programOf } from "../testing/bind-source.ts";

describe("headers", () => {
  it.each([
    [{ A: "public class A extends Nope {}" }, "1: Invalid type: Nope"],
    [
      { A: "public class A extends B {}", B: "public class B {}" },
      "1: Non-virtual and non-abstract type cannot be extended: B",
    ],
    [{ A: "public class A extends I {}", I: "public interface I {}" }, "1: Invalid super type: I"],
    [{ A: "public class A implements B {}", B: "public class B {}" }, "1: Invalid interface: B"],
    [
      { A: "public virtual class A extends B {}", B: "public virtual class B extends A {}" },
      "1: Circular definition: A",
    ],
    [
      { A: "public class A extends Exception {}" },
      "1: Classes extending Exception must have a name ending in 'Exception': A",
    ],
    [{ A: "public class A { Integer x; String X; }" }, "1: Duplicate field: X"],
    [
      { A: "public class A { void f(Integer i) {} Integer F(Integer j) { return 1; } }" },
      "1: Method already defined: Integer F(Integer) from the type A",
    ],
    [{ A: "public class A { class A {} }" }, "1: Type name already in use: A"],
    [{ A: "public class A { Nope n; }" }, "1: Invalid type: Nope"],
    [
      { A: "public class A { Map<String> m; }" },
      "1: Invalid type argument count for Map: expected 2 but found 1",
    ],
    [{ A: "class A {}" }, "1: Top-level type must have public or global visibility"],
    [
      { A: "public class A { class Nested { static void f() {} } }" },
      "1: static can only be used on methods of a top level type",
    ],
    [
      { A: "public class A { class Nested { static Integer n; } }" },
      "1: static can only be used on fields of a top level type",
    ],
    [
      { A: "public class A { B.Hidden h; }", B: "public class B { private class Hidden {} }" },
      "1: Type is not visible: B.Hidden",
    ],
    [
      { A: "public class A { @future public void f() {} }" },
      "1: Future methods must be declared as static",
    ],
    [
      { A: "public class A { @future public static Integer f() { return 1; } }" },
      "1: Future methods do not support return type of Integer",
    ],
    [
      { A: "public class A { @future public static void f(Set<Id> ids, List<Account> rows) {} }" },
      "1: Future methods do not support parameter type of List<Account>",
    ],
    [{ A: "public class A { void f(); }" }, "1: Method must have a body"],
    [{ A: "public class A { void f(Integer a, String A) {} }" }, "1: Duplicate variable: A"],
  ])("of %o are refused: %s", (classes, message) => {
    expect(messagesOf(classes)).toEqual([message]);
  });

  it("finds inner classes of ancestors and of the class around", () => {
    const messages = messagesOf({
      Base: "public virtual class Base { public class Part {} }",
      A: "public class A extends Base { Part p; class Nested { Part q; Other o; } class Other {} Base.Part r; }",
    });

    expect(messages).toEqual([]);
  });
});

describe("a member with protected and another scope", () => {
  it.each(["protected public", "public protected"])("%s has the other", (scopes) => {
    const B = `public virtual class B { ${scopes} void f() {} ${scopes} Integer i; }`;
    const A = "public class A { void g(B b) { b.f(); b.i = 1; } }";

    expect(messagesOf({ A, B })).toEqual([]);
  });
});

describe("an accessor", () => {
  it.each([
    ["public Integer i { global get; set; }", "Cannot declare global accessor on public property"],
    ["Integer i { public get; }", "Cannot declare public accessor on private property"],
    ["Integer i { protected get; }", "Cannot declare protected accessor on private property"],
    [
      "protected Integer i { get; public set; }",
      "Cannot declare public accessor on protected property",
    ],
  ])("has no wider scope than its property: %s", (property, message) => {
    expect(messagesOf({ A: `public virtual class A { ${property} }` })).toEqual([`1: ${message}`]);
  });

  it.each([
    "public Integer i { public get; protected set; }",
    "private Integer i { private get; private set; }",
    "protected Integer i { private get; protected set; }",
  ])("may have its scope or a narrower one: %s", (property) => {
    expect(messagesOf({ A: `public virtual class A { ${property} }` })).toEqual([]);
  });
});

describe("a class of an older API version", () => {
  const TESTS = "public class A { static testMethod void f() {} }";
  const UNREACHABLE = "public class A { Integer f() { return 1; return 2; } }";

  it.each([
    [27, TESTS],
    [41, UNREACHABLE],
  ])("%i takes what newer ones refuse: %s", (apiVersion, A) => {
    expect(messagesOf({ A }, { apiVersion })).toEqual([]);
  });

  it.each([
    [28, TESTS, "1: Defining type for IsTest methods must be declared as IsTest"],
    [42, UNREACHABLE, "1: Unreachable statement"],
  ])("%i refuses %s", (apiVersion, A, message) => {
    expect(messagesOf({ A }, { apiVersion })).toEqual([message]);
  });
});

describe("contracts", () => {
  it("takes a String for the Id of a platform interface", () => {
    expect(
      messagesOf({
        A: "public class A implements Database.BatchableContext { public String getJobId() { return null; } public Id getChildJobId() { return null; } }",
      }),
    ).toEqual([]);
  });

  it.each([
    [
      { A: "public class A implements Queueable {}" },
      "1: Class A must implement the method: void System.Queueable.execute(System.QueueableContext)",
    ],
    [
      {
        A: "public class A extends B {}",
        B: "public abstract class B { public abstract void f(); }",
      },
      "1: Class A must implement the abstract method: void B.f()",
    ],
    [
      { A: "public class A implements I { void f() {} }", I: "public interface I { void f(); }" },
      "1: A: Overriding implementations of global or public interface methods must be global or public: void I.f()",
    ],
    [
      {
        A: "public class A extends B { public void f() {} }",
        B: "public virtual class B { public virtual void f() {} }",
      },
      "1: Method must use the override keyword: void A.f()",
    ],
    [
      {
        A: "public class A extends B { public override void f() {} }",
        B: "public virtual class B { public void f() {} }",
      },
      "1: Non-virtual, non-abstract methods cannot be overridden: void A.f()",
    ],
    [
      {
        A: "public class A extends B { public override void g() {} }",
        B: "public virtual class B {}",
      },
      "1: @Override specified for non-overriding method: void A.g()",
    ],
    [
      {
        A: "public class A extends B { protected override void f() {} }",
        B: "public virtual class B { public virtual void f() {} }",
      },
      "1: Cannot reduce the visibility of method: void A.f()",
    ],
  ])("of %o are broken: %s", (classes, message) => {
    expect(messagesOf(classes)).toEqual([message]);
  });

  it("are kept by an inherited method, by a public one over a global one, and need not be by an abstract class", () => {
    const messages = messagesOf({
      I: "public interface I { void f(); }",
      B: "global virtual class B { public void f() {} global virtual void g() {} }",
      A: "public class A extends B implements I { public override void g() {} }",
      C: "public abstract class C implements I {}",
    });

    expect(messages).toEqual([]);
  });

  it.each([
    ["its text", "String toString();", "public void f() {}"],
    ["its hash and equality", "Integer hashCode(); Boolean equals(Object other);", ""],
    ["a Boolean for an Object", "Object f();", "public Boolean f() { return true; }"],
    ["a text for an Object", "Object f();", "public String f() { return ''; }"],
    ["an Id for a text", "String f();", "public Id f() { return null; }"],
    ["a record for an Object", "Object f();", "public Account f() { return null; }"],
  ])("of an interface are kept with %s", (_what, declared, implemented) => {
    expect(
      messagesOf({
        I: `public interface I { ${declared} }`,
        A: `public class A implements I { ${implemented} }`,
      }),
    ).toEqual([]);
  });

  it("of an interface that are called as every object's, and give something else, are its own", () => {
    const filter = "public interface Filter { Filter equals(Object value); String name(); }";
    expect(
      messagesOf({
        Filter: filter,
        A: "public class A { String f(Filter wanted) { return wanted.equals(0.1).equals('x').name(); } }",
      }),
    ).toEqual([]);
    expect(
      messagesOf({
        Filter: filter,
        A: "public class A implements Filter { public String name() { return ''; } }",
      }),
    ).toEqual(["1: Class A must implement the method: Filter Filter.equals(Object)"]);
  });

  it.each([
    ["Object f();", "public void f() {}"],
    ["Integer f();", "public Object f() { return 1; }"],
    ["Integer f();", "public Decimal f() { return 1; }"],
  ])("of an interface that declares %s are not kept by %s", (declared, implemented) => {
    expect(
      messagesOf({
        I: `public interface I { ${declared} }`,
        A: `public class A implements I { ${implemented} }`,
      }),
    ).toHaveLength(1);
  });

  it("let an abstract method's type be no other", () => {
    expect(
      messagesOf({
        B: "public abstract class B { public abstract Object f(); }",
        A: "public class A extends B { public override Integer f() { return 1; } }",
      }),
    ).not.toEqual([]);
  });

  it("take a batch job whose start nobody sees, and no other hidden method", () => {
    const job = (
      start: string,
      finish: string,
    ): string => `public class A implements Database.Batchable<SObject> {
      ${start} Database.QueryLocator start(Database.BatchableContext c) { return null; }
      public void execute(Database.BatchableContext c, List<SObject> rows) {}
      ${finish} void finish(Database.BatchableContext c) {}
    }`;

    expect(messagesOf({ A: job("", "public") })).toEqual([]);
    expect(messagesOf({ A: job("public", "") })).toHaveLength(1);
  });

  it("take a batch job that starts with an iterable", () => {
    const messages = messagesOf({
      A: `public class A implements Database.Batchable<String> {
        public Iterable<String> start(Database.BatchableContext c) { return new List<String>(); }
        public void execute(Database.BatchableContext c, List<String> names) {}
        public void finish(Database.BatchableContext c) {}
      }`,
    });

    expect(messages).toEqual([]);
  });

  it("take a batch job whose execute wants the list of its own object", () => {
    const messages = messagesOf({
      A: `public class A implements Database.Batchable<SObject> {
        public Database.QueryLocator start(Database.BatchableContext c) { return null; }
        public void execute(Database.BatchableContext c, List<Account> rows) {}
        public void finish(Database.BatchableContext c) {}
      }`,
    });

    expect(messages).toEqual([]);
  });
});

describe("symbols", () => {
  it("give an override the key of what it overrides, and say how the platform calls it", () => {
    const program = programOf({
      A: `public class A extends B implements Queueable, Comparable, Comparator<Account> {
        public void execute(QueueableContext c) {}
        public Integer compareTo(Object o) { return 0; }
        public Integer compare(Account a, Account b) { return 0; }
        public override String toString() { return ''; }
        public override void doIt(List<Account> rows, Map<Id, String> names) {}
      }`,
      B: "public virtual class B { public virtual void DOIT(Account[] rows, Map<Id,String> names) {} }",
      TroubleException:
        "public class TroubleException extends Exception { public override String getMessage() { return ''; } }",
    });

    const keys = (name: string): unknown =>
      program.findClass(name)?.methods.map(({ key, platformKeys }) => [key, ...platformKeys]);

    expect(keys("A")).toEqual([
      ["execute(System.QueueableContext)", "System.Queueable.execute"],
      ["compareto(Object)", "System.Comparable.compareTo"],
      ["compare(Account,Account)", "System.Comparator.compare"],
      ["tostring()", "toString"],
      ["doit(List<Account>,Map<Id,String>)"],
    ]);
    expect(keys("b")).toEqual([["doit(List<Account>,Map<Id,String>)"]]);
    expect(keys("TroubleException")).toEqual([["getmessage()", "getMessage"]]);
  });

  it("say so even when the method is inherited from a class that knows nothing of the interface", () => {
    const program = programOf({
      Base: "public virtual class Base { public void execute(QueueableContext c) {} }",
      Job: "public class Job extends Base implements Queueable {}",
    });

    expect(program.findClass("Base")?.methods[0]?.platformKeys).toEqual([
      "System.Queueable.execute",
    ]);
  });

  it("tell a field from the ancestor's field of the same name", () => {
    const program = programOf({
      A: "public class A extends B { Integer x; }",
      B: "public virtual class B { private Integer X; }",
    });

    expect(program.findClass("A")?.fields[0]?.key).toBe("_x$");
    expect(program.findClass("B")?.fields[0]?.key).toBe("_x");
  });
});
