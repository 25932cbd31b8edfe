import { describe, expect, it } from "vitest";
import { expressionOf, messagesIn, typeOf } from "../testing/bind-source.ts";

const WSDL = "Please reference your WSDL or the describe call for the appropriate names.";

describe("inline SOQL", () => {
  it.each([
    ["[SELECT Id FROM account]", "List<Account>"],
    ["[SELECT COUNT() FROM Account]", "Integer"],
    ["[SELECT COUNT(Id) n FROM Account]", "List<AggregateResult>"],
    ["[SELECT Name, SUM(AnnualRevenue) total FROM Account GROUP BY Name]", "List<AggregateResult>"],
    ["[SELECT Name FROM Account GROUP BY Name]", "List<AggregateResult>"],
    ["[FIND 'x' IN ALL FIELDS RETURNING Account(Id, Name)]", "List<List<SObject>>"],
  ])("%s is of type %s", (apex, type) => {
    expect(typeOf(apex)).toBe(type);
  });

  it("numbers the binds in the order they are written", () => {
    const query = expressionOf(
      "[SELECT Id FROM Account WHERE Name = :name AND Id IN :ids LIMIT :n]",
      "String name; Set<Id> ids; Integer n;",
    );

    expect(query).toMatchObject({
      kind: "soql",
      object: "Account",
      binds: [{ kind: "local" }, { kind: "local" }, { kind: "local" }],
      query: { limit: { kind: "bind", bind: 2 } },
    });
  });

  it("becomes one record where one is wanted", () => {
    expect(
      messagesIn("Account a = [SELECT Id FROM Account]; SObject s = [SELECT Id FROM Account];"),
    ).toEqual([]);
    expect(messagesIn("Contact c = [SELECT Id FROM Account];")).toEqual([
      "Illegal assignment from List<Account> to Contact",
    ]);
    expect(
      messagesIn("Account a = Database.query('x'); List<Account> l = Database.query('x');"),
    ).toEqual([]);
  });

  it.each([
    "[SELECT Id, (SELECT LastName, Account.Name FROM Contacts WHERE LastName != null) FROM Account]",
    "[SELECT c.Account.Name, Contact.LastName FROM Contact c WHERE c.Account.Owner.Name = 'x']",
    "[SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'x')]",
    "[SELECT Name n, COUNT(Id) FROM Account GROUP BY Name HAVING COUNT(Id) > 1 ORDER BY COUNT(Id)]",
    "[SELECT CALENDAR_YEAR(CreatedDate) y FROM Account GROUP BY CALENDAR_YEAR(CreatedDate)]",
    "[SELECT FIELDS(STANDARD) FROM Account]",
  ])("accepts %s", (apex) => {
    expect(messagesIn(`Object o = ${apex};`)).toEqual([]);
  });

  it.each(["FIELDS(ALL)", "FIELDS(CUSTOM)"])("refuses %s, which is for the APIs", (fields) => {
    expect(messagesIn(`Object o = [SELECT ${fields} FROM Account LIMIT 200];`)).toEqual([
      "The SOQL FIELDS function is not supported with an unbounded set of fields in this API.",
    ]);
  });

  it.each([
    [
      "[SELECT Nope FROM Account]",
      `No such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`,
    ],
    [
      "[SELECT Id FROM Account WHERE Nope = 1]",
      `No such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`,
    ],
    [
      "[SELECT Id FROM Account ORDER BY Parent.Nope]",
      `No such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`,
    ],
    [
      "[SELECT Nope.Name FROM Account]",
      `Didn't understand relationship 'Nope' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`,
    ],
    [
      "[SELECT (SELECT Id FROM Nopes) FROM Account]",
      `Didn't understand relationship 'Nopes' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`,
    ],
    [
      "[SELECT Id FROM Nope]",
      `sObject type 'Nope' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${WSDL}`,
    ],
    ["[SELECT Id FROM Account WHERE Name = :nope]", "Variable does not exist: nope"],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(`Object o = ${apex};`)).toEqual([message]);
  });
});
