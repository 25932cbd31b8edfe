import { beforeAll, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../../org/org-fixture.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../../store/fixture/small-schema.ts";

let org: OrgFixture;

beforeAll(() => {
  org = apexOrg({
    schema: schemaFixture([ACCOUNT, CONTACT]),
    triggers: [
      "trigger Guard on Contact (before insert, after update) { for (Contact c : Trigger.new) { if (c.LastName == 'bad') c.LastName.addError('Not ' + c.LastName); if (c.LastName == 'worse') { Integer i = 1 / 0; } } }",
    ],
  });
});

const shown = (block: string): readonly string[] => {
  const { debug, exception } = org.test(block);
  return exception === null ? debug : [...debug, exception.headline];
};

test("with allOrNone false every record has a result of its own", () => {
  expect(
    shown(`
      List<Account> accounts = new List<Account>{ new Account(Name = 'a'), new Account() };
      for (Database.SaveResult r : Database.insert(accounts, false)) {
        System.debug(r.isSuccess() + ' ' + (r.getId() == null) + ' ' + (r.isSuccess() ? '' : r.getErrors()[0].getStatusCode().name() + r.getErrors()[0].getFields()));
      }
      System.debug([SELECT COUNT() FROM Account]);`),
  ).toEqual(["true false ", "false true REQUIRED_FIELD_MISSING(Name)", "1"]);
});

test("an all-or-none failure is a DmlException that names its rows", () => {
  expect(
    shown(`
      try { insert new List<Account>{ new Account(Name = 'a'), new Account() }; }
      catch (DmlException e) { System.debug(e.getNumDml() + ' ' + e.getDmlIndex(0) + ' ' + e.getDmlType(0) + ' ' + e.getDmlMessage(0) + ' ' + e.getDmlFieldNames(0)); System.debug(e.getMessage()); }`),
  ).toEqual([
    "1 1 REQUIRED_FIELD_MISSING Required fields are missing: [Name] (Name)",
    "Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]",
  ]);
});

test("a trigger's addError and its exception are the record's errors", () => {
  expect(
    shown(
      "Database.SaveResult r = Database.insert(new Contact(LastName = 'bad'), false); System.debug(r.getErrors()[0].getStatusCode() + ' ' + r.getErrors()[0].getMessage() + r.getErrors()[0].getFields());",
    ),
  ).toEqual(["FIELD_CUSTOM_VALIDATION_EXCEPTION Not bad(LastName)"]);
  expect(shown("insert new Contact(LastName = 'worse');")[0]).toMatch(
    /^System\.DmlException: Insert failed\. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Guard: execution of BeforeInsert\n\ncaused by: System\.MathException: Divide by 0\n\nTrigger\.Guard: line 1, column 1: \[\]$/u,
  );
});

test("upserts say what they created, also by external id", () => {
  expect(
    shown(`
      insert new Account(Name = 'a', Code__c = '1');
      for (Database.UpsertResult r : Database.upsert(new List<Account>{ new Account(Name = 'b', Code__c = '1'), new Account(Name = 'c', Code__c = '2') }, Account.Code__c, false)) System.debug(r.isSuccess() + ' ' + r.isCreated());
      upsert new Account(Name = 'd', Code__c = '2') Code__c;
      for (Account a : [SELECT Name FROM Account ORDER BY Name]) System.debug(a.Name);`),
  ).toEqual(["true false", "true true", "b", "d"]);
});

test("deletes and undeletes take ids too", () => {
  expect(
    shown(`
      Account a = new Account(Name = 'a'); insert a;
      System.debug(Database.delete(a.Id).isSuccess() + ' ' + [SELECT COUNT() FROM Account]);
      System.debug(Database.undelete(new List<Id>{ a.Id })[0].isSuccess() + ' ' + [SELECT COUNT() FROM Account]);
      delete a; Database.emptyRecycleBin(a); System.debug([SELECT COUNT() FROM Account ALL ROWS] + ' ' + Database.undelete(a, false).isSuccess());`),
  ).toEqual(["true 0", "true 1", "1 false"]);
});

test("a rollback takes back records; their ids stay in memory", () => {
  expect(
    shown(
      "Savepoint s = Database.setSavepoint(); Account a = new Account(Name = 'a'); insert a; Database.rollback(s); System.debug([SELECT COUNT() FROM Account] + ' ' + (a.Id != null));",
    ),
  ).toEqual(["0 true"]);
});

test("a released savepoint is gone", () => {
  expect(
    shown(
      "Savepoint s = Database.setSavepoint(); Database.releaseSavepoint(s); Database.rollback(s);",
    )[0],
  ).toMatch(/^System\.TypeException/u);
});

test("queries run from text, with binds from a map", () => {
  expect(
    shown(`
      insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
      System.debug(Database.query('SELECT Name FROM Account ORDER BY Name DESC')[0].get('Name'));
      System.debug(Database.queryWithBinds('SELECT Name FROM Account WHERE Name IN :names', new Map<String, Object>{ 'names' => new List<String>{ 'b' } }, AccessLevel.SYSTEM_MODE).size());
      System.debug(Database.countQuery('SELECT COUNT() FROM Account'));
      Database.query('SELECT Nope FROM Account');`),
  ).toEqual([
    "b",
    "1",
    "2",
    "System.QueryException: No such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
  ]);
});

test("the same record twice in one list is refused", () => {
  expect(shown("Account a = new Account(Name = 'a'); insert new List<Account>{ a, a };")).toEqual([
    "System.ListException: Before Insert or Upsert list must not have two identically equal elements",
  ]);
  expect(
    shown("Account a = new Account(Name = 'a'); insert a; update new List<Account>{ a, a };")[0],
  ).toMatch(/^System\.ListException: Duplicate id in list: 001/u);
});

test("limits count queries, rows and DML", () => {
  expect(
    shown(
      "insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') }; List<Account> l = [SELECT Id FROM Account]; System.debug(Limits.getDmlStatements() + ' ' + Limits.getDmlRows() + ' ' + Limits.getQueries() + ' ' + Limits.getQueryRows());",
    ),
  ).toEqual(["1 2 1 2"]);
});

test("user mode refuses what the user may not do", () => {
  const blocks = [
    "insert as user new Account(Name = 'x');",
    "Database.insert(new Account(Name = 'x'), AccessLevel.USER_MODE);",
    "List<Account> l = [SELECT Id FROM Account WITH USER_MODE];",
    "Security.stripInaccessible(AccessType.CREATABLE, new List<Account>{ new Account(Name = 'x') });",
  ];
  const headlines = blocks.flatMap((block) =>
    shown(
      `User u = new User(LastName = 'u', Username = 'u@x.example', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id); insert u; System.runAs(u) { ${block} }`,
    ),
  );
  expect(headlines).toEqual([
    "System.SecurityException: Access to entity 'Account' denied",
    "System.SecurityException: Access to entity 'Account' denied",
    expect.stringMatching(/^System\.QueryException: sObject type 'Account' is not supported\./u),
    "System.NoAccessException: No access to entity: Account",
  ]);
});
