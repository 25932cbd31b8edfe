import { describe, expect, it } from "vitest";
import { expressionOf, messagesIn, messagesOf, typeOf } from "../testing/bind-source.ts";

describe("new", () => {
  it.each([
    ["new Account(Nme = 'x')", "Field does not exist: Nme on Account"],
    ["new Account(Name = 1)", "Illegal assignment from Integer to String"],
    ["new Account(Name = 'a', name = 'b')", "Duplicate field initialization: name"],
    ["new Account('x')", "Type requires name=value pair construction: Account"],
    ["new SObject()", "Type cannot be constructed: SObject"],
    ["new Exception('x')", "Type cannot be constructed: System.Exception"],
    ["new UserInfo()", "Type cannot be constructed: System.UserInfo"],
    ["new Nope()", "Invalid type: Nope"],
    ["new HttpRequest('x')", "Constructor not defined: [System.HttpRequest].<Constructor>(String)"],
    [
      "new List<String>('x')",
      "Invalid initializer type String found for List<String>: expected an Integer or a List of type String",
    ],
    [
      "new Map<Id, Account>(new List<Contact>())",
      "Invalid initializer type List<Contact> found for Map<Id,Account>: expected a Map with the same key and value types, or a valid SObject List",
    ],
    [
      "new List<Integer>{ 1, 'a' }",
      "Initial expression is of incorrect type, expected: Integer but was: String",
    ],
    ["new Map<String, Integer>{ 'a' => 'b' }", "Invalid value type String for Map<String,Integer>"],
    [
      "new DataWeaveScriptResource.Rows()",
      "Not supported by the local org yet: DataWeaveScriptResource.Rows",
    ],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(`Object o = ${apex};`)).toEqual([message]);
  });

  it.each([
    ["new Account(Name = 'x', Parent = new Account(Key__c = 'k'))", "Account"],
    ["new Integer[3]", "List<Integer>"],
    ["new Account[]{ new Account() }", "List<Account>"],
    ["new List<Account>([SELECT Id FROM Account])", "List<Account>"],
    ["new Set<Id>(new Map<Id, Account>([SELECT Id FROM Account]).keySet())", "Set<Id>"],
    ["new Set<String>{ 'a' }", "Set<String>"],
    ["new Map<String, Decimal>{ 'a' => 1 }", "Map<String,Decimal>"],
    ["new HttpRequest()", "System.HttpRequest"],
    ["new DmlException('x', new QueryException())", "System.DmlException"],
    ["new Object()", "Object"],
  ])("%s is of type %s", (apex, type) => {
    expect(typeOf(apex)).toBe(type);
  });

  it("tells a size from a source of elements", () => {
    expect(expressionOf("new List<Integer>(5)")).toMatchObject({ kind: "sizedList" });
    expect(expressionOf("new List<Integer>(l)", "List<Integer> l;")).toMatchObject({
      kind: "copyCollection",
    });
  });

  it("lets a project class named like an object be constructed, and the object through Schema", () => {
    const Account = "public class Account { public String x; }";

    expect(messagesIn("Account a = new Account(); a.x = 'y';", { Account })).toEqual([]);
    expect(messagesIn("Schema.Account a = new Schema.Account(Name = 'y');", { Account })).toEqual(
      [],
    );
  });

  it("gives every exception class four constructors", () => {
    const TroubleException =
      "public class TroubleException extends Exception { public Integer n; }";
    const apex =
      "Exception e = new TroubleException(); e = new TroubleException('x'); e = new TroubleException(e); e = new TroubleException('x', e);";

    expect(messagesIn(apex, { TroubleException })).toEqual([]);
    expect(messagesIn("throw new TroubleException(1);", { TroubleException })).toEqual([
      "Constructor not defined: [TroubleException].<Constructor>(Integer)",
    ]);
  });

  it("has the implicit constructor only where none is declared", () => {
    const messages = messagesOf({
      A: "public class A { public A(Integer i) {} static void f() { new A(1); new B(); \n new A(); } }",
      B: "public class B {}",
    });

    expect(messages).toEqual(["2: Constructor not defined: [A].<Constructor>()"]);
  });

  it("refuses abstract classes, interfaces and enums", () => {
    const classes = {
      A: "public abstract class A {}",
      I: "public interface I {}",
      E: "public enum E { ONE }",
    };

    expect(messagesIn("new A();\nnew I();\nnew E();", classes)).toEqual([
      "Abstract classes cannot be constructed: A",
      "Type cannot be constructed: I",
      "Type cannot be constructed: E",
    ]);
  });

  it("chains constructors and wants one that fits", () => {
    const B = "public virtual class B { protected B(Integer i) {} }";

    expect(
      messagesOf({
        A: "public class A extends B { A() { super(1); } A(String s) { this(); } }",
        B,
      }),
    ).toEqual([]);
    expect(messagesOf({ A: "public class A extends B { A() { super('x'); } }", B })).toEqual([
      "1: Constructor not defined: [B].<Constructor>(String)",
    ]);
    expect(messagesOf({ A: "public class A extends B {}", B })).toEqual([
      "1: No default constructor available in super type: B",
    ]);
  });
});
