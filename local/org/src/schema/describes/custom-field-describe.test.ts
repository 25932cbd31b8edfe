import { describe, expect, test } from "vitest";
import { fieldOf, PLAIN, schemaOf } from "../fixture/schema.ts";
import type { FieldDescribe } from "../schema.ts";

describe("fields", () => {
  test.each<[string, Partial<FieldDescribe>]>([
    ["<type>Text</type><length>80</length>", { type: "string", apexType: "String", length: 80 }],
    ["<type>TextArea</type>", { type: "textarea", length: 255, isFilterable: true }],
    [
      "<type>LongTextArea</type><length>32768</length>",
      { type: "textarea", length: 32768, isFilterable: false, isSortable: false },
    ],
    ["<type>Html</type><length>32768</length>", { type: "textarea", isHtmlFormatted: true }],
    [
      "<type>Number</type><precision>18</precision><scale>0</scale>",
      { type: "double", apexType: "Decimal", precision: 18, scale: 0 },
    ],
    [
      "<type>Currency</type><precision>18</precision><scale>2</scale>",
      { type: "currency", scale: 2 },
    ],
    ["<type>Percent</type><precision>5</precision><scale>2</scale>", { type: "percent" }],
    [
      "<type>Checkbox</type>",
      { type: "boolean", apexType: "Boolean", defaultValue: "false", isNillable: false },
    ],
    ["<type>Date</type>", { type: "date", apexType: "Date" }],
    ["<type>DateTime</type>", { type: "datetime", apexType: "Datetime" }],
    ["<type>Time</type>", { type: "time", apexType: "Time" }],
    ["<type>Email</type>", { type: "email", length: 80 }],
    ["<type>Phone</type>", { type: "phone", length: 40 }],
    ["<type>Url</type>", { type: "url", length: 255 }],
    [
      "<type>EncryptedText</type><length>20</length>",
      { type: "encryptedstring", isEncrypted: true, isFilterable: false },
    ],
    ["<type>Hierarchy</type>", { type: "reference", apexType: "Id", referenceTo: ["User"] }],
    [
      "<type>AutoNumber</type><displayFormat>X-{00}</displayFormat>",
      { type: "string", autoNumberFormat: "X-{00}", isCreateable: false },
    ],
    [
      "<type>Text</type><formula>Name</formula>",
      { type: "string", formula: "Name", isCreateable: false, isUpdateable: false, length: 1300 },
    ],
    [
      "<type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>",
      { isExternalId: true, isIdLookup: true, isUnique: true },
    ],
    [
      "<type>Date</type><required>true</required><defaultValue>TODAY()</defaultValue>",
      { isRequired: true, isNillable: false, defaultValue: "TODAY()", isDefaultedOnCreate: true },
    ],
    ["<type>Lookup</type><referenceTo>Account</referenceTo>", { deleteConstraint: "SetNull" }],
  ])("%s", (content, expected) => {
    expect(
      fieldOf(schemaOf({ A__c: { object: PLAIN, F__c: content } }), "A__c", "F__c"),
    ).toMatchObject(expected);
  });

  test("a picklist's default is its default value as well", () => {
    const schema = schemaOf({
      A__c: {
        object: PLAIN,
        F__c: `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition>
          <value><fullName>x</fullName><default>false</default></value>
          <value><fullName>y</fullName><default>true</default></value></valueSetDefinition></valueSet>`,
      },
    });

    expect(fieldOf(schema, "A__c", "F__c")).toMatchObject({
      type: "picklist",
      isRestrictedPicklist: true,
      defaultValue: '"y"',
      picklistValues: [{ value: "x" }, { value: "y", isDefault: true }],
    });
  });

  test("a geolocation brings its coordinates", () => {
    const schema = schemaOf({
      A__c: { object: PLAIN, Place__c: "<type>Location</type><scale>5</scale>" },
    });

    expect(fieldOf(schema, "A__c", "Place__c").type).toBe("location");
    expect(fieldOf(schema, "A__c", "Place__Latitude__s")).toMatchObject({
      type: "double",
      scale: 5,
      compoundField: "Place__c",
    });
  });

  test("a roll-up has the type of what it sums, and a count is a number", () => {
    const rollup = (operation: string, more = ""): string =>
      `<type>Summary</type><summaryForeignKey>B__c.A__c</summaryForeignKey><summaryOperation>${operation}</summaryOperation>${more}`;
    const schema = schemaOf({
      A__c: {
        object: PLAIN,
        Total__c: rollup("sum", "<summarizedField>B__c.Amount__c</summarizedField>"),
        Count__c: rollup("count"),
      },
      B__c: {
        object: PLAIN,
        A__c: "<type>MasterDetail</type><referenceTo>A__c</referenceTo>",
        Amount__c: "<type>Currency</type><precision>16</precision><scale>3</scale>",
      },
    });

    expect(fieldOf(schema, "A__c", "Total__c")).toMatchObject({
      type: "currency",
      precision: 16,
      scale: 3,
      isCreateable: false,
      rollup: { operation: "sum", childObject: "B__c", foreignKey: "A__c" },
    });
    expect(fieldOf(schema, "A__c", "Count__c")).toMatchObject({ type: "double", scale: 0 });
  });

  test("custom metadata points to the platform's definitions by name", () => {
    const schema = schemaOf({
      A__mdt: {
        object: PLAIN,
        F__c: "<type>MetadataRelationship</type><referenceTo>EntityDefinition</referenceTo>",
      },
    });

    expect(fieldOf(schema, "A__mdt", "F__c")).toMatchObject({
      type: "reference",
      apexType: "String",
      relationshipName: "F__r",
    });
  });
});
