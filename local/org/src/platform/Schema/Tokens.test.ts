import { beforeAll, expect, test } from "vitest";
import type { OrgFixture } from "../../org/org-fixture.ts";
import { describeOrg, said } from "../../testing/describe-org.ts";

let org: OrgFixture;

beforeAll(() => {
  org = describeOrg();
});

test.each([
  ["String.valueOf(Account.Name) + Account.SObjectType", "NameAccount"],
  ["Account.Name == Schema.SObjectType.Account.fields.Name.getSobjectField()", "true"],
  ["(Object) Account.Name == (Object) Contact.Name", "false"],
  ["new Set<Schema.SObjectField>{ Account.Name, Account.Name }.size()", "1"],
  [
    "new Map<Schema.SObjectType, Integer>{ Account.SObjectType => 7 }.get(new Account().getSObjectType())",
    "7",
  ],
  ["Schema.getGlobalDescribe().get('INVOICE__C') == Invoice__c.SObjectType", "true"],
  ["Schema.getGlobalDescribe().containsKey('Nothing__c')", "false"],
  ["Account.SObjectType.newSObject()", "Account:{}"],
  ["Account.SObjectType.newSObject('001000000000001AAA').Id", "001000000000001AAA"],
  [
    "Invoice__c.SObjectType.newSObject(null, true)",
    "Invoice__c:{Paid__c=true, Reference__c=none, Status__c=open}",
  ],
])("%s is %s", (expression, text) => {
  expect(said(org, expression)).toBe(text);
});

test("objects are described by name, in any case, or refused", () => {
  expect(said(org, "Schema.describeSObjects(new List<String>{ 'invoice__c' })[0].getName()")).toBe(
    "Invoice__c",
  );
  expect(said(org, "Schema.describeSObjects(new List<String>{ 'Nothing__c' })")).toContain(
    "System.InvalidParameterValueException",
  );
  expect(said(org, "Schema.describeSObjects(null)")).toBe(
    "System.NullPointerException: Argument cannot be null.",
  );
});
