import { describe, expect, it } from "vitest";
import { messagesIn, messagesOf, statementsOf } from "../testing/bind-source.ts";

const SEASON = { Season: "public enum Season { SUMMER, WINTER }" };

describe("statements", () => {
  it.each([
    ["Integer i; Integer I;", "Duplicate variable: I"],
    ["Integer i; { Integer i; }", "Duplicate variable: i"],
    ["if (1) {}", "Condition expression must be of type Boolean: Integer"],
    ["while ('a') {}", "Condition expression must be of type Boolean: String"],
    ["do {} while (null);", "Condition expression must be of type Boolean: null"],
    ["break;", "Break statement must be in loop"],
    ["continue;", "Continue statement must be in loop"],
    ["return 1;", "Trigger bodies must not return a value"],
    ["throw 'a';", "Throw expression must be of type exception: String"],
    ["try {} catch (String s) {}", "Catch block variable must be of type exception: String"],
    [
      "try {} catch (Exception e) {} catch (Exception f) {}",
      "Exception type already caught: System.Exception",
    ],
    ["insert 'a';", "DML requires SObject or SObject list type: String"],
    [
      "upsert new Account() Name;",
      "Invalid field for upsert, must be an External Id custom or standard indexed field: Name",
    ],
    ["System.runAs('x') {}", "runAs requires a single argument of type 'User' or 'Version'"],
    ["for (Integer i : 5) {}", "Loop must iterate over collection: Integer"],
    [
      "for (Account a : new Map<Id, Account>()) {}",
      "Loop must iterate over collection: Map<Id,Account>",
    ],
    [
      "for (Integer i : new List<String>()) {}",
      "Invalid loop variable type expected String was Integer",
    ],
    [
      "for (Contact c : [SELECT Id FROM Account]) {}",
      "Loop variable must be a generic SObject or List or a concrete SObject or List of: Account",
    ],
    ["return; Integer i;", "Unreachable statement"],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(apex)).toEqual([message]);
  });

  it.each([
    "for (Integer i = 0; i < 3; i++) { Integer j; } for (Integer i = 0, j = 1; i < j; i++) continue;",
    "for (Account a : [SELECT Id FROM Account]) {} for (List<Account> b : [SELECT Id FROM Account]) {}",
    "for (SObject s : new List<Account>()) {} for (Account a : new List<SObject>()) {}",
    "for (Decimal d : new Set<Integer>{ 1 }) {}",
    "for (;;) {} Integer i;",
    "upsert new Account() Key__c; upsert new List<Account>() Account.Key__c; delete [SELECT Id FROM Account];",
    "insert as user new Account(); merge new Account() new Account();",
    "try { throw new DmlException(); } catch (DmlException e) { e.getNumDml(); } finally {}",
    "User u = new User(); System.runAs(u) { insert u; }",
    "if (true) return; else { }",
    "while (true) { break; Integer i; } while (true) { continue; Integer j; }",
  ])("accepts %s", (apex) => {
    expect(messagesIn(apex)).toEqual([]);
  });

  it.each([
    "User f(User u) { System.runAs(u) { return u; } return null; }",
    "void f(User u) { System.runAs(u) { throw new DmlException(); } Integer i; }",
  ])("takes what follows a block that runs as another: %s", (method) => {
    expect(messagesOf({ A: `@IsTest class A { ${method} }` })).toEqual([]);
  });

  it("wants a value after a block that runs as another", () => {
    expect(
      messagesOf({ A: "@IsTest class A { Integer f(User u) { System.runAs(u) { return 1; } } }" }),
    ).toEqual([
      "1: Non-void method might not return a value or might have statement after a return statement.",
    ]);
  });

  it("goes on after a statement that does not compile, without errors that only follow from it", () => {
    expect(messagesIn("Integer i = nope; i++; String s = i;")).toEqual([
      "Variable does not exist: nope",
      "Illegal assignment from Integer to String",
    ]);
  });

  it("loops over a query by record or in batches", () => {
    expect(statementsOf("for (Account a : [SELECT Id FROM Account]) {}")[0]).toMatchObject({
      kind: "forQuery",
      each: "record",
    });
    expect(statementsOf("for (Account[] a : [SELECT Id FROM Account]) {}")[0]).toMatchObject({
      kind: "forQuery",
      each: "batch",
    });
  });

  it("loops over a project class that is Iterable", () => {
    const A =
      "public class A implements Iterable<String> { public Iterator<String> iterator() { return null; } }";

    expect(statementsOf("for (String s : new A()) {}", { A })[0]).toMatchObject({
      kind: "forEach",
      over: "iterable",
    });
  });
});

describe("switch", () => {
  it.each([
    ["Integer i; switch on i { when 1, 2 {} when else {} }", "identity"],
    ["Integer i; switch on i { when -1, 1 {} }", "identity"],
    ["Long l; switch on l { when 1L {} }", "long"],
    ["String s; switch on s { when 'a' {} when null {} }", "string"],
    ["Season s; switch on s { when SUMMER {} when winter {} }", "enum"],
    ["LoggingLevel l; switch on l { when DEBUG {} }", "enum"],
  ])("%s compares by %s", (apex, compare) => {
    expect(statementsOf(apex, SEASON).at(-1)).toMatchObject({ kind: "switchValues", compare });
  });

  it("asks for the type of a record", () => {
    const apex =
      "SObject s; switch on s { when Account a { a.Name = 'x'; } when null {} when else {} }";

    expect(statementsOf(apex).at(-1)).toMatchObject({
      kind: "switchTypes",
      cases: [{ type: { name: "Account" } }],
    });
  });

  it.each([
    [
      "String s; switch on s { when 'a' {} when 'a' {} }",
      "a occurs as more than one when branch for this switch statement",
    ],
    [
      "Integer i; switch on i { when -1, -1 {} }",
      "-1 occurs as more than one when branch for this switch statement",
    ],
    ["Season s; switch on s { when AUTUMN {} }", "Field must be an enum reference"],
    [
      "Season s; switch on s { when Season.SUMMER {} }",
      "Enum value used in 'when expression' should be unqualified",
    ],
    [
      "Integer i; switch on i { when 'a' {} }",
      "String value in 'when expression' cannot be implicitly converted to the Integer type in switch expression",
    ],
    ["Decimal d; switch on d { when 1 {} }", "Decimal is not a valid switch expression type"],
    [
      "Account a; switch on a { when Contact c {} }",
      "Contact cannot be a 'when type variable' block",
    ],
    [
      "SObject s; switch on s { when 1 {} }",
      "Switching on SObject types must be a 'when type variable' or 'when null'",
    ],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(apex, SEASON)).toContain(message);
  });
});

describe("the end of a method", () => {
  const END =
    "Non-void method might not return a value or might have statement after a return statement.";

  function messages(body: string): readonly string[] {
    return messagesOf({ A: `public class A { Integer f(Boolean b, Integer i) { ${body} } }` });
  }

  it.each([
    "return 1;",
    "if (b) { return 1; } else { throw new DmlException(); }",
    "try { return 1; } catch (Exception e) { return 2; }",
    "try { i++; } finally { return 2; }",
    "switch on i { when 1 { return 1; } when else { return 2; } }",
  ])("is not reached after: %s", (body) => {
    expect(messages(body)).toEqual([]);
  });

  it.each([
    "",
    "if (b) return 1;",
    "while (b) { return 1; }",
    "while (true) { if (b) break; }",
    "while (true) { i++; }",
    "for (;;) { if (b) return 1; }",
    "try { return 1; } catch (Exception e) { i++; }",
    "switch on i { when 1 { return 1; } }",
    "for (Integer x : new List<Integer>()) return x;",
  ])("needs a value after: %s", (body) => {
    expect(messages(body)).toEqual([`1: ${END}`]);
  });

  it("wants the return statement to fit the method", () => {
    expect(messages("return;")).toEqual([
      "1: Missing return statement required return type: Integer",
    ]);
    expect(messages("return 'a';")).toEqual(["1: Illegal assignment from String to Integer"]);
    expect(messagesOf({ A: "public class A { void f() { return 1; } }" })).toEqual([
      "1: Void method must not return a value",
    ]);
  });
});
