import { beforeAll, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../../org/org-fixture.ts";
import {
  ACCOUNT,
  CONTACT,
  schemaFixture,
  type ObjectFixture,
} from "../../store/fixture/small-schema.ts";

let org: OrgFixture;

const TICKET: ObjectFixture = {
  name: "Ticket__c",
  keyPrefix: "a0T",
  fields: [{ name: "Name", type: "string", autoNumberFormat: "T-{0000}", isCreateable: false }],
};

beforeAll(() => {
  org = apexOrg({ schema: schemaFixture([ACCOUNT, CONTACT, TICKET]) });
});

const shown = (block: string): readonly string[] => {
  const { debug, exception } = org.test(block);
  return exception === null ? debug : [...debug, exception.headline];
};

test("fields are read and written by name in any case, and by token", () => {
  expect(
    shown(
      "SObject a = new Account(); a.put('NAME', 'x'); a.put(Account.NumberOfEmployees, 3); System.debug(a.get('name')); System.debug(a.get(Account.NumberOfEmployees)); System.debug(a.put('Name', 'y'));",
    ),
  ).toEqual(["x", "3", "x"]);
});

test.each([
  ["new Account().get('Nope');", "System.SObjectException: Invalid field Nope for Account"],
  [
    "new Account().put('AnnualRevenue', 'x');",
    "System.SObjectException: Illegal assignment from String to Decimal",
  ],
  ["new Account().put('ParentId', 'x');", "System.StringException: Invalid id: x"],
  [
    "new Account().put('Double_Revenue__c', 1);",
    "System.SObjectException: Field Double_Revenue__c is not editable",
  ],
  [
    "new Account().put('CreatedDate', Datetime.now());",
    "System.SObjectException: Field CreatedDate is not editable",
  ],
  ["new Contact().put('Name', 'x');", "System.SObjectException: Field Name is not editable"],
  ["new Ticket__c().put('Name', 'T-1');", "System.SObjectException: Field Name is not editable"],
  [
    "SObject ticket = Ticket__c.SObjectType.newSObject(); ticket.put(Ticket__c.Name, null);",
    "System.SObjectException: Field Name is not editable",
  ],
  [
    "insert new Ticket__c(); SObject ticket = [SELECT Name FROM Ticket__c]; ticket.put('NAME', 'x');",
    "System.SObjectException: Field Name is not editable",
  ],
  [
    "new Contact().getSObject('Boss__r');",
    "System.SObjectException: Invalid relationship Boss__r for Contact",
  ],
  [
    "insert new Account(Name='a'); SObject s = [SELECT Id FROM Account LIMIT 1]; s.get('Name');",
    "System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Name",
  ],
])("%s is refused", (block, headline) => {
  expect(shown(block)).toEqual([headline]);
});

test("an Integer put into a Decimal field widens", () => {
  expect(
    shown(
      "Account a = new Account(); a.put('AnnualRevenue', 5); System.debug(a.AnnualRevenue / 2);",
    ),
  ).toEqual(["2.5"]);
});

test("populated fields are those set, or queried with a value", () => {
  expect(
    shown(
      "Account a = new Account(Name = 'x', Industry = null); System.debug(a.getPopulatedFieldsAsMap().keySet()); System.debug(a.isSet('Industry') + ' ' + a.isSet('AnnualRevenue'));",
    ),
  ).toEqual(["{Name, Industry}", "true false"]);
  expect(
    shown(
      "insert new Account(Name = 'x'); System.debug([SELECT Name, Industry FROM Account].getPopulatedFieldsAsMap().keySet());",
    ),
  ).toEqual(["{Id, Name}"]);
});

test("parents are read and written", () => {
  expect(
    shown(
      "Contact c = new Contact(Account = new Account(Name = 'p')); System.debug(c.getSObject('Account').get('Name')); c.putSObject('AccountId', new Account(Name = 'q')); System.debug(c.Account.Name);",
    ),
  ).toEqual(["p", "q"]);
});

test("a clone has the fields, and the id when asked", () => {
  expect(
    shown(
      "insert new Account(Name = 'x'); Account a = [SELECT Name FROM Account]; Account b = a.clone(); System.debug(b.Id + ' ' + b.Name + ' ' + b.isClone() + ' ' + (b.getCloneSourceId() == a.Id) + ' ' + (a.clone(true).Id == a.Id));",
    ),
  ).toEqual(["null x true true true"]);
});

test("errors are collected", () => {
  expect(
    shown(
      "Account a = new Account(); a.addError('no'); a.Name.addError('short'); System.debug(a.hasErrors()); for (Database.Error e : a.getErrors()) System.debug(e.getMessage() + e.getFields());",
    ),
  ).toEqual(["true", "no()", "short(Name)"]);
});

test("formulas are recalculated from what the record has", () => {
  expect(
    shown(
      "Account a = new Account(AnnualRevenue = 4); a.recalculateFormulas(); System.debug(a.Double_Revenue__c);",
    ),
  ).toEqual(["8"]);
});
