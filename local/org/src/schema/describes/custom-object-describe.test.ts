import { describe, expect, test } from "vitest";
import { metadataXml } from "../fixture/project.ts";
import { fieldNames, fieldOf, objectOf, PLAIN, projectWith, schemaOf } from "../fixture/schema.ts";
import { loadSchema } from "../load-schema.ts";

describe("a custom object", () => {
  test("has the platform's fields before its own", () => {
    const object = objectOf(
      schemaOf({ A__c: { object: PLAIN, B__c: "<type>Date</type>" } }),
      "a__c",
    );

    expect(fieldNames(object)).toEqual([
      "Id",
      "OwnerId",
      "IsDeleted",
      "Name",
      "CreatedDate",
      "CreatedById",
      "LastModifiedDate",
      "LastModifiedById",
      "SystemModstamp",
      "B__c",
    ]);
    expect(object).toMatchObject({
      name: "A__c",
      label: "Thing",
      labelPlural: "Things",
      kind: "custom",
      nameField: "Name",
      isCustom: true,
      isUndeletable: true,
    });
    expect(object.parentRelationships.get("owner")?.name).toBe("OwnerId");
  });

  test("without a text name numbers its records", () => {
    const schema = schemaOf({
      A__c: {
        object:
          "<nameField><type>AutoNumber</type><displayFormat>A-{000}</displayFormat></nameField>",
      },
    });

    expect(fieldOf(schema, "A__c", "Name")).toMatchObject({
      autoNumberFormat: "A-{000}",
      isCreateable: false,
      isNameField: true,
    });
  });

  test("that is a detail has no owner, and is controlled by its parent", () => {
    const schema = schemaOf({
      A__c: { object: PLAIN },
      B__c: {
        object: "<sharingModel>ControlledByParent</sharingModel>",
        A__c: "<type>MasterDetail</type><referenceTo>A__c</referenceTo><relationshipName>Bs</relationshipName>",
      },
    });

    expect(fieldNames(objectOf(schema, "B__c"))).not.toContain("OwnerId");
    expect(objectOf(schema, "B__c").sharingModel).toBe("ControlledByParent");
    expect(fieldOf(schema, "B__c", "A__c")).toMatchObject({
      relationship: "masterDetail",
      relationshipName: "A__r",
      isNillable: false,
      isRequired: true,
      isUpdateable: false,
      deleteConstraint: "Cascade",
      length: 18,
    });
    expect(objectOf(schema, "A__c").childRelationships.get("bs__r")).toEqual({
      relationshipName: "Bs__r",
      childObject: "B__c",
      field: "A__c",
      isCascadeDelete: true,
    });
    expect(schema.object("B__Share")).toBeUndefined();
  });

  test("has children by lookups whose relationship has no name, which no name finds", () => {
    const schema = schemaOf({
      A__c: { object: PLAIN },
      B__c: {
        object: PLAIN,
        A__c: "<type>Lookup</type><referenceTo>A__c</referenceTo>",
        Other__c: "<type>Lookup</type><referenceTo>A__c</referenceTo>",
      },
    });

    const children = [...objectOf(schema, "A__c").childRelationships.values()];
    expect(
      children
        .filter(({ relationshipName }) => relationshipName === null)
        .map(({ field }) => field),
    ).toEqual(["A__c", "Other__c"]);
  });

  test("has shares when it is not open to all, history and a feed when they are switched on", () => {
    const schema = schemaOf({
      A__c: {
        object:
          "<label>A</label><sharingModel>Private</sharingModel><enableHistory>true</enableHistory><enableFeeds>true</enableFeeds>",
      },
      B__c: { object: "<sharingModel>ReadWrite</sharingModel>" },
    });

    expect(objectOf(schema, "A__Share")).toMatchObject({ kind: "share", isCreateable: true });
    expect(fieldOf(schema, "A__Share", "ParentId")).toMatchObject({
      referenceTo: ["A__c"],
      relationshipName: "Parent",
    });
    expect(objectOf(schema, "A__History")).toMatchObject({ kind: "history", isCreateable: false });
    expect(objectOf(schema, "A__Feed").kind).toBe("feed");
    expect([...objectOf(schema, "A__c").childRelationships.keys()]).toEqual(
      expect.arrayContaining(["shares", "histories", "feeds"]),
    );
    expect(schema.object("B__Share")).toBeUndefined();
    expect(schema.object("B__History")).toBeUndefined();
  });

  test("has change events with its fields", () => {
    const schema = schemaOf({ A__c: { object: PLAIN, B__c: "<type>Date</type>" } });

    expect(objectOf(schema, "A__ChangeEvent").kind).toBe("changeEvent");
    expect(fieldNames(objectOf(schema, "A__ChangeEvent"))).toEqual(
      expect.arrayContaining(["ReplayId", "ChangeEventHeader", "Name", "B__c"]),
    );
  });

  test("takes activities when they are switched on", () => {
    const schema = schemaOf({ A__c: { object: "<enableActivities>true</enableActivities>" } });

    expect(objectOf(schema, "A__c").childRelationships.get("tasks")).toMatchObject({
      childObject: "Task",
      field: "WhatId",
    });
    expect(fieldOf(schema, "Task", "WhatId").referenceTo).toContain("A__c");
    expect(fieldOf(schema, "A__c", "LastActivityDate").type).toBe("date");
  });

  test("may be in one file with its parts", () => {
    const { schema } = loadSchema([
      projectWith({
        "objects/A__c.object": metadataXml(
          "CustomObject",
          `<label>A</label>
          <fields><fullName>B__c</fullName><type>Text</type><length>10</length></fields>
          <recordTypes><fullName>R</fullName><active>true</active><label>Rec</label></recordTypes>
          <fieldSets><fullName>S</fullName><label>Set</label><displayedFields><field>B__c</field><isRequired>true</isRequired></displayedFields></fieldSets>
          <validationRules><fullName>V</fullName><active>true</active><errorConditionFormula>ISBLANK(B__c)</errorConditionFormula><errorMessage>No</errorMessage><errorDisplayField>B__c</errorDisplayField></validationRules>`,
        ),
      }),
    ]);
    const object = objectOf(schema, "A__c");

    expect(fieldOf(schema, "A__c", "B__c").length).toBe(10);
    expect(object.recordTypes.map((type) => type.developerName)).toEqual(["R", "Master"]);
    expect(fieldOf(schema, "A__c", "RecordTypeId").referenceTo).toEqual(["RecordType"]);
    expect(object.fieldSets.get("s")?.fields).toEqual([{ path: "B__c", isRequired: true }]);
    expect(object.validationRules).toEqual([
      { name: "V", isActive: true, condition: "ISBLANK(B__c)", message: "No", errorField: "B__c" },
    ]);
    expect(schema.metadataRecords).toContainEqual({
      object: "RecordType",
      values: { DeveloperName: "R", Name: "Rec", SobjectType: "A__c", IsActive: true },
    });
  });
});

describe("other kinds of object", () => {
  test("a platform event is published and nothing else", () => {
    const schema = schemaOf({
      A__e: {
        object: "<label>A</label><publishBehavior>PublishImmediately</publishBehavior>",
        B__c: "<type>Text</type><length>5</length>",
      },
    });

    expect(objectOf(schema, "A__e")).toMatchObject({
      kind: "platformEvent",
      publishBehavior: "PublishImmediately",
      isCreateable: true,
      isUpdateable: false,
      isQueryable: false,
      nameField: null,
    });
    expect(fieldNames(objectOf(schema, "A__e"))).toEqual([
      "ReplayId",
      "CreatedDate",
      "CreatedById",
      "EventUuid",
      "B__c",
    ]);
    expect(schema.object("A__ChangeEvent")).toBeUndefined();
  });

  test("a custom metadata type is read only", () => {
    const schema = schemaOf({ A__mdt: { object: "<label>A</label>" } });

    expect(objectOf(schema, "A__mdt")).toMatchObject({
      kind: "customMetadata",
      isCreateable: false,
      nameField: "MasterLabel",
    });
    expect(fieldNames(objectOf(schema, "A__mdt"))).toEqual([
      "Id",
      "DeveloperName",
      "MasterLabel",
      "Language",
      "NamespacePrefix",
      "Label",
      "QualifiedApiName",
      "SystemModstamp",
    ]);
  });

  test("custom settings belong to the organization, a profile or a user", () => {
    const schema = schemaOf({
      A__c: { object: "<customSettingsType>Hierarchy</customSettingsType>" },
      B__c: { object: "<customSettingsType>List</customSettingsType>" },
    });

    expect(objectOf(schema, "A__c").kind).toBe("hierarchyCustomSetting");
    expect(fieldOf(schema, "A__c", "SetupOwnerId").referenceTo).toEqual([
      "Organization",
      "Profile",
      "User",
    ]);
    expect(objectOf(schema, "B__c").kind).toBe("listCustomSetting");
    expect(fieldOf(schema, "B__c", "Name").isRequired).toBe(true);
    expect(fieldNames(objectOf(schema, "A__c"))).not.toContain("OwnerId");
  });
});
