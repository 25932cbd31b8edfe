import { beforeAll, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../../org/org-fixture.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../../store/fixture/small-schema.ts";

let org: OrgFixture;

beforeAll(() => {
  const fieldSet = {
    name: "Short",
    label: "Short",
    description: null,
    fields: [
      { path: "Name", isRequired: true },
      { path: "Owner.Name", isRequired: false },
    ],
  };
  org = apexOrg({
    schema: schemaFixture([{ ...ACCOUNT, fieldSets: new Map([["short", fieldSet]]) }, CONTACT]),
  });
});

test.each([
  ["Account.SObjectType", "Account"],
  [
    "Account.SObjectType.getDescribe().getName() + Account.SObjectType.getDescribe().getKeyPrefix()",
    "Account001",
  ],
  ["Schema.getGlobalDescribe().get('ACCOUNT').newSObject() instanceof Account", "true"],
  ["Schema.SObjectType.Account.fields.getMap().get('Name').getDescribe().getType()", "STRING"],
  [
    "Account.Name.getDescribe().getLength() + ' ' + Account.Name.getDescribe().isNameField() + ' ' + Account.Code__c.getDescribe().isUnique()",
    "255 true true",
  ],
  [
    "Account.NumberOfEmployees.getDescribe().getType() + ' ' + Account.NumberOfEmployees.getDescribe().getSoapType()",
    "INTEGER INTEGER",
  ],
  ["Account.Industry.getDescribe().getPicklistValues()[1].getValue()", "Apparel"],
  [
    "Contact.AccountId.getDescribe().getReferenceTo()[0] + Contact.AccountId.getDescribe().getRelationshipName()",
    "AccountAccount",
  ],
  [
    "Schema.SObjectType.Account.fieldSets.getMap().get('Short').getFields()[1].getFieldPath()",
    "Owner.Name",
  ],
  ["Schema.describeSObjects(new List<String>{ 'Contact' })[0].getLabel()", "Contact"],
  ["Account.SObjectType == new Account().getSObjectType()", "true"],
  [
    "Schema.SObjectType.Account.isCreateable() + ' ' + Account.Double_Revenue__c.getDescribe().isCalculated() + ' ' + Account.Double_Revenue__c.getDescribe().isUpdateable()",
    "true true false",
  ],
])("%s is %s", (expression, text) => {
  const { debug, exception } = org.test(`System.debug(${expression});`);
  expect(exception?.headline ?? debug[0]).toBe(text);
});

test("child relationships name the child and its field", () => {
  const { debug } = org.test(
    "for (Schema.ChildRelationship c : Account.SObjectType.getDescribe().getChildRelationships()) { if (c.getRelationshipName() == 'Contacts') System.debug(c.getChildSObject() + '.' + c.getField()); }",
  );
  expect(debug).toEqual(["Contact.AccountId"]);
});
