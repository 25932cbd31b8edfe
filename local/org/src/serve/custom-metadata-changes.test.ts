import { describe, expect, it } from "vitest";
import { schemaFixture } from "../store/fixture/small-schema.ts";
import { withCustomMetadata } from "./custom-metadata-changes.ts";

const schema = {
  ...schemaFixture([
    {
      name: "Setting__mdt",
      keyPrefix: "m00",
      fields: [
        { name: "Is_On__c", type: "boolean" },
        { name: "Days__c", type: "double" },
      ],
    },
  ]),
  metadataRecords: ["Default", "Other"].map((name) => ({
    object: "Setting__mdt",
    values: { DeveloperName: name, Is_On__c: false, Days__c: 30 },
  })),
};

describe("a custom metadata record an administrator changed", () => {
  it("has the new value, and its others as the project says", () => {
    const { metadataRecords } = withCustomMetadata(schema, {
      "Setting.Default": { Is_On__c: true },
    });

    expect(metadataRecords.map(({ values }) => values)).toEqual([
      { DeveloperName: "Default", Is_On__c: true, Days__c: 30 },
      { DeveloperName: "Other", Is_On__c: false, Days__c: 30 },
    ]);
  });

  it.each([
    ["Setting.Gone", { Is_On__c: true }, "no custom metadata Setting.Gone"],
    ["Setting.Default", { Is_Of__c: true }, "no field Is_Of__c"],
  ])("is refused where the project has no such thing (%s)", (record, values, problem) => {
    expect(() => withCustomMetadata(schema, { [record]: values })).toThrow(problem);
  });
});
