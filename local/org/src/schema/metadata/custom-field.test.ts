import { expect, test } from "vitest";
import { metadataXml } from "../fixture/project.ts";
import { readField, type FieldMetadata } from "./custom-field.ts";
import { readXml } from "./xml.ts";

function fieldOf(content: string): FieldMetadata {
  const read = readXml("F.xml", metadataXml("CustomField", content), "CustomField");
  if ("error" in read) throw new Error(read.error.message);
  return readField(read.element, "F__c");
}

test("what a field leaves out is null or false", () => {
  expect(fieldOf("<type>Text</type>")).toEqual({
    name: "F__c",
    type: "Text",
    label: null,
    length: null,
    precision: null,
    scale: null,
    isRequired: false,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isHistoryTracked: false,
    formula: null,
    treatBlanksAsZero: false,
    defaultValue: null,
    referenceTo: [],
    childRelationshipName: null,
    deleteConstraint: null,
    isReparentable: false,
    writeRequiresMasterRead: false,
    displayFormat: null,
    picklist: null,
    summary: null,
    inlineHelpText: null,
    description: null,
  });
});

test("an external id keeps its flags", () => {
  expect(
    fieldOf(
      "<externalId>true</externalId><unique>true</unique><caseSensitive>true</caseSensitive><length>255</length>",
    ),
  ).toMatchObject({ isExternalId: true, isUnique: true, isCaseSensitive: true, length: 255 });
});

test("a lookup names its parents and its list on them", () => {
  expect(
    fieldOf(
      "<type>Lookup</type><referenceTo>A__c</referenceTo><relationshipName>Bs</relationshipName><deleteConstraint>Restrict</deleteConstraint>",
    ),
  ).toMatchObject({
    referenceTo: ["A__c"],
    childRelationshipName: "Bs",
    deleteConstraint: "Restrict",
  });
});

test("a formula says how it takes blanks", () => {
  expect(
    fieldOf(
      "<formula>A__c &amp; &quot;x&quot;</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>",
    ),
  ).toMatchObject({ formula: 'A__c & "x"', treatBlanksAsZero: true });
});

test("a roll-up knows its child, its field and its filters without the object's name", () => {
  const { summary } = fieldOf(`
    <type>Summary</type>
    <summaryForeignKey>B__c.A__c</summaryForeignKey>
    <summaryOperation>sum</summaryOperation>
    <summarizedField>B__c.Amount__c</summarizedField>
    <summaryFilterItems><field>B__c.Status__c</field><operation>equals</operation><value>Paid, Open</value></summaryFilterItems>`);

  expect(summary).toEqual({
    operation: "sum",
    childObject: "B__c",
    foreignKey: "A__c",
    summarizedField: "Amount__c",
    filters: [{ field: "Status__c", operation: "equals", value: "Paid, Open" }],
  });
});

test("a picklist has values of its own", () => {
  const { picklist } = fieldOf(`
    <valueSet>
      <controllingField>C__c</controllingField>
      <restricted>true</restricted>
      <valueSetDefinition>
        <sorted>false</sorted>
        <value><fullName>b</fullName><default>true</default><label>B!</label></value>
        <value><fullName>a</fullName><default>false</default><label>A</label><isActive>false</isActive></value>
      </valueSetDefinition>
    </valueSet>`);

  expect(picklist).toEqual({
    isRestricted: true,
    controllingField: "C__c",
    values: {
      kind: "own",
      values: [
        { value: "b", label: "B!", isDefault: true, isActive: true },
        { value: "a", label: "A", isDefault: false, isActive: false },
      ],
    },
  });
});

test("a sorted picklist is in the order of its labels", () => {
  const { picklist } = fieldOf(`
    <valueSet><valueSetDefinition><sorted>true</sorted>
      <value><fullName>1</fullName><label>b</label></value>
      <value><fullName>2</fullName><label>a</label></value>
    </valueSetDefinition></valueSet>`);

  expect(picklist?.values).toMatchObject({ values: [{ value: "2" }, { value: "1" }] });
});

test("a picklist may take its values from a global value set, or be in the old form", () => {
  expect(fieldOf("<valueSet><valueSetName>G</valueSetName></valueSet>").picklist?.values).toEqual({
    kind: "global",
    name: "G",
  });
  expect(
    fieldOf("<picklist><picklistValues><fullName>a</fullName></picklistValues></picklist>")
      .picklist,
  ).toMatchObject({ values: { values: [{ value: "a", label: "a" }] } });
});
