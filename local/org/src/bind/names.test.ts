import { describe, expect, it } from "vitest";
import { expressionOf, messagesIn, messagesOf, typeOf } from "./testing/bind-source.ts";

describe("names", () => {
  it.each([
    ["Account.Name", "fieldToken"],
    ["Account.fields.Name", "fieldToken"],
    ["Schema.Account.Name", "fieldToken"],
    ["Account.SObjectType.fields.Name", "fieldToken"],
    ["Contact.Account.Name", "fieldToken"],
    ["Account.SObjectType", "objectToken"],
    ["Schema.Account.sobjecttype", "objectToken"],
    ["Schema.SObjectType.Account", "objectDescribe"],
    ["SObjectType.Account", "objectDescribe"],
    ["SObjectType.Account.fields.Name", "fieldDescribe"],
    ["Schema.SObjectType.Account.FieldSets.Brief", "fieldSet"],
    ["AccountShare.RowCause", "fieldToken"],
    ["Schema.AccountShare.RowCause.Manual", "literal"],
    ["Label.Greeting", "label"],
    ["System.Label.Greeting", "label"],
    ["Label.c.Greeting", "label"],
    ["Page.Invoice", "page"],
    ["System.Page.INVOICE", "page"],
    ["Page.ns__Invoice", "page"],
    ["Trigger.isExecuting", "triggerVariable"],
    ["LoggingLevel.DEBUG", "platformEnumConstant"],
    ["System.LoggingLevel.debug", "platformEnumConstant"],
    ["Schema.DisplayType.STRING", "platformEnumConstant"],
  ])("%s is bound as %s", (apex, kind) => {
    expect(expressionOf(apex)).toMatchObject({ kind });
  });

  it.each([
    ["a.Parent.Owner.Name", "String"],
    ["a.Contacts", "List<Contact>"],
    ["a.ID", "Id"],
    ["[SELECT Name FROM Account].Name", "String"],
    ["Database.SaveResult.class", "System.Type"],
    ["Schema.SObjectType.Account.fields.getMap()", "Map<String,Schema.SObjectField>"],
    ["a?.Parent?.AnnualRevenue", "Decimal"],
    ["s.Id", "Id"],
  ])("%s is of type %s", (apex, type) => {
    expect(typeOf(apex, "Account a; SObject s;")).toBe(type);
  });

  it("lets a variable shadow a type, but asks the type for what the variable has not", () => {
    const before = "Account account = new Account();";

    expect(expressionOf("account.Name", before)).toMatchObject({ kind: "recordField" });
    expect(expressionOf("Account.SObjectType", before)).toMatchObject({ kind: "objectToken" });
  });

  it("means the type in a static method, whatever instance field has its name", () => {
    const messages = messagesOf({
      A: "public class A { Account account; static SObjectField f() { return Account.Name; } static void g() {\n account = null; } }",
    });

    expect(messages).toEqual([
      "2: Non static field cannot be referenced from a static context: account from the type A",
    ]);
  });

  it.each([
    ["x", "Variable does not exist: x"],
    ["x.y.z", "Variable does not exist: x"],
    ["a.Nope", "Variable does not exist: Nope"],
    ["a.Parent.Nope", "Variable does not exist: Nope"],
    ["Label.Nope", "External string does not exist: Nope"],
    ["Page.Nope", "Page does not exist: Nope"],
    ["LoggingLevel.NOPE", "Variable does not exist: NOPE"],
    ["SObjectType.Nope", "Variable does not exist: Nope"],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(`Account a; Object o = ${apex};`)).toEqual([message]);
  });

  it("resolves fields before types, own ones before inherited ones, and outer static ones last", () => {
    const messages = messagesOf({
      Base: "public virtual class Base { protected String inherited; }",
      A: `public class A extends Base {
        static Integer outerStatic;
        String outerInstance;
        void f() { inherited = 'x'; outerInstance = inherited; }
        class Nested { void g() { outerStatic = 1;
          outerInstance = 'x';
        } }
      }`,
    });

    expect(messages).toEqual(["6: Variable does not exist: outerInstance"]);
  });

  it("reads a property of the superclass through super", () => {
    const messages = messagesOf({
      Base: "public virtual class Base { public Integer n { get { return 1; } } }",
      A: "public class A extends Base { Integer m() { return super.n + 1; } void f() { super.nope = 1; } }",
    });

    expect(messages).toEqual(["1: Variable does not exist: nope"]);
  });

  it("types Trigger.new by the trigger's object inside the trigger, as SObject in a class", () => {
    expect(typeOf("Trigger.new")).toBe("List<SObject>");
    expect(typeOf("Trigger.oldMap")).toBe("Map<Id,SObject>");
  });
});
