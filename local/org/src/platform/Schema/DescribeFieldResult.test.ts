import { beforeAll, expect, test } from "vitest";
import type { OrgFixture } from "../../org/org-fixture.ts";
import { asClerk, describeOrg, said } from "../../testing/describe-org.ts";

let org: OrgFixture;

beforeAll(() => {
  org = describeOrg();
});

test.each([
  ["Name", "getType() + ' ' + d.isAutoNumber() + d.isCreateable()", "STRING truefalse"],
  ["Id", "getType() + ' ' + d.getSoapType()", "ID ID"],
  ["Account__c", "getRelationshipName() + d.getReferenceTo()", "Account__r(Account)"],
  ["Account__c", "getLength() + ' ' + d.getByteLength()", "18 18"],
  ["Account__c", "isRestrictedDelete()", "true"],
  ["Amount__c", "getType() + ' ' + d.getSoapType()", "CURRENCY DOUBLE"],
  ["Amount__c", "getPrecision() + ' ' + d.scale", "16 2"],
  ["Count__c", "getType() + ' ' + d.getDigits()", "DOUBLE 0"],
  ["External__c", "isIdLookup() + ' ' + d.isExternalId() + ' ' + d.isUnique()", "true true true"],
  ["External__c", "getByteLength()", "120"],
  [
    "Memo__c",
    "getType() + ' ' + d.isFilterable() + ' ' + d.isAggregatable()",
    "TEXTAREA false false",
  ],
  ["Paid__c", "getDefaultValue() + ' ' + d.getDefaultValueFormula()", "true null"],
  ["Paid__c", "isNillable() + ' ' + d.isPermissionable()", "false true"],
  ["Reference__c", "getDefaultValue() + ' ' + d.getDefaultValueFormula()", 'null "none"'],
  ["Required__c", "isNillable() + ' ' + d.isPermissionable()", "false false"],
  ["Secret__c", "getInlineHelpText()", "Not for everybody"],
  ["Status__c", "isRestrictedPicklist() + ' ' + d.getDefaultValueFormula()", "true null"],
  ["Twice__c", "isCalculated() + ' ' + d.getCalculatedFormula()", "true Amount__c * 2"],
  ["Twice__c", "isUpdateable()", "false"],
  ["OwnerId", "isNamePointing() + ' ' + d.isPermissionable()", "true false"],
  ["Secret__c", "getSObjectType() + '.' + d.getSobjectField()", "Invoice__c.Secret__c"],
])("the describe of %s answers %s with %s", (name, member, text) => {
  const { debug, exception } = org.test(
    `Schema.DescribeFieldResult d = Invoice__c.${name}.getDescribe(); System.debug(d.${member});`,
  );
  expect(exception).toBeNull();
  expect(debug).toEqual([text]);
});

test("a value of a picklist has a form in JSON", () => {
  expect(
    said(org, "JSON.serialize(Invoice__c.Status__c.getDescribe().getPicklistValues()[0])"),
  ).toBe('{"value":"open","validFor":null,"label":"Open","defaultValue":true,"active":true}');
});

test("the values of a picklist are its active ones", () => {
  expect(said(org, "Invoice__c.Status__c.getDescribe().getPicklistValues()")).toBe(
    "(Schema.PicklistEntry[getLabel=Open;getValue=open;isActive=true;isDefaultValue=true;], Schema.PicklistEntry[getLabel=Paid;getValue=paid;isActive=true;isDefaultValue=false;])",
  );
});

test("the text of a describe names its methods in order, without its lists", () => {
  const text = said(org, "Invoice__c.Amount__c.getDescribe()") ?? "";
  expect(
    text.startsWith("Schema.DescribeFieldResult[getByteLength=0;getCalculatedFormula=null;"),
  ).toBe(true);
  expect(text).toContain(
    ";getSoapType=DOUBLE;getSobjectField=Amount__c;getType=CURRENCY;isAccessible=true;",
  );
  expect(text).not.toContain("getPicklistValues");
});

test("what a field's describe says of access is the running user's", () => {
  const { debug, exception } = org.test(
    asClerk(
      ["Amount__c", "Reference__c", "Secret__c", "Required__c"]
        .map(
          (name) =>
            `System.debug('${name} ' + Invoice__c.${name}.getDescribe().isAccessible() + ' ' + Invoice__c.${name}.getDescribe().isCreateable());`,
        )
        .join("\n"),
    ),
  );
  expect(exception).toBeNull();
  expect(debug).toEqual([
    "Amount__c true true",
    "Reference__c true false",
    "Secret__c false false",
    "Required__c true true",
  ]);
});

test("display types are an enum with all of its methods", () => {
  expect(
    said(
      org,
      "Schema.DisplayType.valueOf('CURRENCY') == Invoice__c.Amount__c.getDescribe().getType()",
    ),
  ).toBe("true");
  expect(said(org, "Schema.DisplayType.values().contains(Schema.DisplayType.URL)")).toBe("true");
});
