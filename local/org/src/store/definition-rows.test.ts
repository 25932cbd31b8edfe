import { beforeEach, describe, expect, it } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { PLAIN, projectWith } from "../schema/fixture/schema.ts";
import { loadSchema } from "../schema/load-schema.ts";

const relationship = (name: string, to: string, more = ""): string =>
  metadataXml(
    "CustomField",
    `<fullName>${name}</fullName><label>${name}</label><type>MetadataRelationship</type><referenceTo>${to}</referenceTo>${more}`,
  );

const record = (label: string, values: Readonly<Record<string, string>>): string =>
  metadataXml(
    "CustomMetadata",
    `<label>${label}</label><protected>false</protected>${Object.entries(values)
      .map(
        ([field, value]) =>
          `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`,
      )
      .join("")}`,
  );

let org: OrgFixture;

beforeEach(() => {
  const project = projectWith({
    "objects/Rule__mdt/Rule__mdt.object-meta.xml": metadataXml("CustomObject", PLAIN),
    "objects/Rule__mdt/fields/Object__c.field-meta.xml": relationship(
      "Object__c",
      "EntityDefinition",
    ),
    "objects/Rule__mdt/fields/Field__c.field-meta.xml": relationship(
      "Field__c",
      "FieldDefinition",
      "<metadataRelationshipControllingField>Rule__mdt.Object__c</metadataRelationshipControllingField>",
    ),
    "objects/Step__mdt/Step__mdt.object-meta.xml": metadataXml("CustomObject", PLAIN),
    "objects/Step__mdt/fields/Rule__c.field-meta.xml": relationship(
      "Rule__c",
      "Rule__mdt",
      "<relationshipName>Steps</relationshipName>",
    ),
    "customMetadata/Rule.Mail.md-meta.xml": record("Mail", {
      Object__c: "Contact",
      Field__c: "Email",
    }),
    "customMetadata/Step.First.md-meta.xml": record("First", { Rule__c: "Mail" }),
  });
  org = apexOrg({ schema: loadSchema([project]).schema });
});

function debugOf(block: string): readonly string[] {
  const { debug, exception } = org.run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

describe("the schema as records", () => {
  it("has objects with their fields", () => {
    expect(
      debugOf(`
        EntityDefinition e = [SELECT KeyPrefix, (SELECT DataType FROM Fields WHERE QualifiedApiName = 'AccountId') FROM EntityDefinition WHERE QualifiedApiName = 'Contact'];
        System.debug(e.KeyPrefix + ' ' + ((FieldDefinition) e.getSObjects('Fields')[0]).DataType);
        FieldDefinition f = [SELECT EntityDefinition.DeveloperName FROM FieldDefinition WHERE EntityDefinitionId = 'contact' AND RelationshipName = 'Account'];
        System.debug(f.EntityDefinition.DeveloperName);`),
    ).toEqual(["003 Lookup(Account)", "Contact"]);
  });

  it("is what custom metadata points to", () => {
    expect(
      debugOf(
        `Rule__mdt r = [SELECT Object__r.QualifiedApiName, Field__r.QualifiedApiName FROM Rule__mdt WHERE Object__r.QualifiedApiName = 'Contact'];
         System.debug(r.Object__r.QualifiedApiName + '.' + r.Field__r.QualifiedApiName);`,
      ),
    ).toEqual(["Contact.Email"]);
  });
});

it("lets custom metadata records point to each other by id", () => {
  expect(
    debugOf(`
      Step__mdt s = [SELECT Rule__c, Rule__r.DeveloperName FROM Step__mdt];
      System.debug(s.Rule__r.DeveloperName + ' ' + (s.Rule__c == [SELECT Id FROM Rule__mdt].Id));`),
  ).toEqual(["Mail true"]);
});
