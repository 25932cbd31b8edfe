import { beforeAll, expect, test } from "vitest";
import type { OrgFixture } from "../../org/org-fixture.ts";
import { describeOrg, said } from "../../testing/describe-org.ts";

let org: OrgFixture;

beforeAll(() => {
  org = describeOrg();
});

test("every object has the master record type, with the id it has everywhere", () => {
  expect(said(org, "Schema.SObjectType.Account.getRecordTypeInfos()")).toBe(
    "(Schema.RecordTypeInfo[getDeveloperName=Master;getName=Master;getRecordTypeId=012000000000000AAA;isActive=true;isAvailable=true;isDefaultRecordTypeMapping=true;isMaster=true;])",
  );
});

test("a record type has the id of its record", () => {
  const { debug, exception } = org.test(`
    Id byName = Schema.SObjectType.Invoice__c.getRecordTypeInfosByDeveloperName().get('Credit_Note').getRecordTypeId();
    System.debug(byName == [SELECT Id FROM RecordType WHERE DeveloperName = 'Credit_Note'].Id);
    System.debug(Schema.SObjectType.Invoice__c.getRecordTypeInfosById().get(byName).getName());`);
  expect(exception).toBeNull();
  expect(debug).toEqual(["true", "Credit Note"]);
});
