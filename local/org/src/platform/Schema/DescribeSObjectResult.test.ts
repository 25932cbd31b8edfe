import { beforeAll, expect, test } from "vitest";
import type { OrgFixture } from "../../org/org-fixture.ts";
import { asClerk, describeOrg, said } from "../../testing/describe-org.ts";

let org: OrgFixture;

beforeAll(() => {
  org = describeOrg();
});

test.each([
  ["getName()", "Invoice__c"],
  ["getLocalName()", "Invoice__c"],
  ["label", "Invoice"],
  ["getLabelPlural()", "Invoices"],
  ["isCustom()", "true"],
  ["isCustomSetting()", "false"],
  ["isSearchable()", "true"],
  ["isFeedEnabled()", "true"],
  ["isMergeable()", "false"],
  ["getSObjectType()", "Invoice__c"],
  ["fields", "Fields[Invoice__c]"],
  ["fieldSets.getMap().keySet()", "{short}"],
  ["getRecordTypeInfosByName().keySet()", "{Credit Note, Master}"],
  ["getDataTranslationEnabled()", "null"],
])("the describe of an object answers %s with %s", (member, text) => {
  expect(said(org, `Schema.SObjectType.Invoice__c.${member}`)).toBe(text);
});

test("records of other kinds than standard and custom objects are not searchable", () => {
  expect(said(org, "Invoice__Feed.SObjectType.getDescribe().isSearchable()")).toBe("false");
});

test("a describe is deferred unless it was asked for in full", () => {
  const full = "Invoice__c.SObjectType.getDescribe(SObjectDescribeOptions.FULL)";
  expect(said(org, `${full}.getSObjectDescribeOption()`)).toBe("FULL");
  expect(said(org, "Schema.SObjectType.Invoice__c.getSObjectDescribeOption()")).toBe("DEFERRED");
});

test("a parent lists the relationships that point to it", () => {
  const { debug } = org.test(
    "for (Schema.ChildRelationship c : Account.SObjectType.getDescribe().getChildRelationships()) if (c.getRelationshipName() == 'Invoices__r') System.debug(c);",
  );
  expect(debug).toEqual([
    "Schema.ChildRelationship[getChildSObject=Invoice__c;getField=Account__c;getJunctionIdListNames=();getJunctionReferenceTo=();getRelationshipName=Invoices__r;isCascadeDelete=false;isDeprecatedAndHidden=false;isRestrictedDelete=true;]",
  ]);
});

test("the maps of describes have lower-case keys and find a name in any case", () => {
  const map = "Schema.SObjectType.Invoice__c.fields.getMap()";
  expect(said(org, `${map}.keySet().contains('amount__c')`)).toBe("true");
  expect(said(org, `${map}.containsKey('AMOUNT__C')`)).toBe("true");
  expect(said(org, `${map}.get('Amount__C')`)).toBe("Amount__c");
  expect(said(org, `${map}.get('Other__c')`)).toBe("null");
});

test("what a describe says of access is the running user's", () => {
  const asked = "isAccessible isCreateable isUpdateable isDeletable".split(" ");
  const { debug, exception } = org.test(
    asClerk(
      `Schema.DescribeSObjectResult d = Schema.SObjectType.Invoice__c; System.debug(new List<Boolean>{ ${asked.map((flag) => `d.${flag}()`).join(", ")} });`,
    ),
  );
  expect(exception).toBeNull();
  expect(debug).toEqual(["(true, true, false, false)"]);
  expect(said(org, "Schema.SObjectType.Invoice__c.isDeletable()")).toBe("true");
});
