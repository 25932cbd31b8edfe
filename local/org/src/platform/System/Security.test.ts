import { beforeAll, expect, test } from "vitest";
import type { OrgFixture } from "../../org/org-fixture.ts";
import { asClerk, describeOrg } from "../../testing/describe-org.ts";

let org: OrgFixture;

beforeAll(() => {
  org = describeOrg();
});

function asked(block: string): readonly string[] {
  const { debug, exception } = org.test(asClerk(block));
  return exception === null ? debug : [exception.headline];
}

const TWO =
  "List<Invoice__c> two = new List<Invoice__c>{ new Invoice__c(Amount__c = 1, Secret__c = 'x', Reference__c = 'r'), new Invoice__c(Amount__c = 2) };";

test("fields that the user may not read are taken out of copies", () => {
  expect(
    asked(`${TWO} SObjectAccessDecision d = Security.stripInaccessible(AccessType.READABLE, two);
      System.debug(d.getRecords()); System.debug(d.getRemovedFields()); System.debug(d.getModifiedIndexes()); System.debug(two[0].Secret__c);`),
  ).toEqual([
    "(Invoice__c:{Amount__c=1, Reference__c=r}, Invoice__c:{Amount__c=2})",
    "{Invoice__c={Secret__c}}",
    "{0}",
    "x",
  ]);
});

test("what can be read and not written stays out of a record to create", () => {
  expect(
    asked(`${TWO} SObjectAccessDecision d = Security.stripInaccessible(AccessType.CREATABLE, two);
      System.debug(d.getRemovedFields().get('Invoice__c').contains('Reference__c')); System.debug(d.getRecords()[0].isSet('Reference__c'));`),
  ).toEqual(["true", "false"]);
});

test("the id is never taken out", () => {
  expect(
    asked(
      "System.debug(Security.stripInaccessible(AccessType.READABLE, new List<Invoice__c>{ new Invoice__c(Id = 'a00000000000001AAA', Secret__c = 'x') }).getRecords()[0].isSet('Id'));",
    ),
  ).toEqual(["true"]);
});

test("a user without the right to the object itself is refused, unless told not to look", () => {
  const records = "new List<Invoice__c>{ new Invoice__c(Amount__c = 1) }";
  expect(asked(`Security.stripInaccessible(AccessType.UPDATABLE, ${records});`)).toEqual([
    "System.NoAccessException: No access to entity: Invoice__c",
  ]);
  expect(
    asked(
      `System.debug(Security.stripInaccessible(AccessType.UPDATABLE, ${records}, false).getRecords().size());`,
    ),
  ).toEqual(["1"]);
});

test("the fields of a parent are looked at too", () => {
  expect(
    asked(`Account parent = new Account(Name = 'Acme');
      SObjectAccessDecision d = Security.stripInaccessible(AccessType.READABLE, new List<Invoice__c>{ new Invoice__c(Amount__c = 1, Account__r = parent) });
      System.debug(d.getRemovedFields());`),
  ).toEqual(["{Invoice__c={Account__c}}"]);
});
