import { describe, expect, test } from "vitest";
import { metadataXml } from "./fixture/project.ts";
import { projectWith } from "./fixture/schema.ts";
import { loadSchema, type LoadedSchema } from "./load-schema.ts";

function load(files: Readonly<Record<string, string>>): LoadedSchema {
  return loadSchema([projectWith(files)]);
}

describe("what is wrong", () => {
  test("metadata of a type without effect is a notice, and the rest works", () => {
    const { notices, schema } = load({
      "wishes/F.wish-meta.xml": metadataXml("Wish", ""),
      "layouts/A-L.layout-meta.xml": "not even read",
      "objects/A__c/A__c.object-meta.xml": metadataXml("CustomObject", "<label>A</label>"),
    });

    expect(notices).toMatchObject([
      {
        file: expect.stringMatching(/F\.wish-meta\.xml$/) as string,
        message: "Metadata of this type has no effect here: wish",
      },
    ]);
    expect(schema.object("a__C")?.name).toBe("A__c");
  });

  test("broken XML is a diagnostic, and the rest works", () => {
    const { diagnostics, schema } = load({
      "objects/A__c/A__c.object-meta.xml": metadataXml("CustomObject", "<label>A</label>"),
      "objects/A__c/fields/B__c.field-meta.xml": "<CustomField>\n<type></CustomField>",
    });

    expect(diagnostics).toMatchObject([{ kind: "error", at: { line: 2 } }]);
    expect(schema.object("A__c")?.fields.has("b__c")).toBe(false);
  });

  test.each([
    [
      "<type>Lookup</type><referenceTo>No__c</referenceTo>",
      "points to an object that does not exist: No__c",
    ],
    ["<type>Wish</type>", "is of an unknown type: Wish"],
    ["<label>B</label>", "has no type"],
    [
      "<type>Picklist</type><valueSet><valueSetName>G</valueSetName></valueSet>",
      "does not exist: G",
    ],
    ["<type>Summary</type>", "does not say what it summarizes"],
  ])("a field with %s", (content, message) => {
    const { diagnostics } = load({
      "objects/Account/fields/B__c.field-meta.xml": metadataXml("CustomField", content),
    });

    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain(message);
  });

  test("a field of an object that nobody defines", () => {
    const { diagnostics } = load({
      "objects/No__c/fields/B__c.field-meta.xml": metadataXml("CustomField", "<type>Text</type>"),
    });

    expect(diagnostics.map(({ message }) => message)).toEqual(["There is no object No__c"]);
  });
});
