import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readJar } from "../../../scripts/stubs/jar.ts";
import { objectStubs } from "../../../scripts/stubs/object-stubs.ts";
import { completeObjects, objectFiles } from "../../../scripts/stubs/standard-objects.ts";
import { stubJars } from "../../../scripts/stubs/stub-jars.ts";
import type { StandardField, StandardObject } from "./standard-objects-types.ts";
import { standardObjects } from "./standard-objects.ts";

const objects = standardObjects();

function object(name: string): StandardObject {
  const found = objects.find(name);
  if (found === undefined) throw new Error(`no object ${name}`);
  return found;
}

function field(objectName: string, name: string): StandardField {
  const found = object(objectName).fields.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no field ${objectName}.${name}`);
  return found;
}

describe("a standard object", () => {
  it("is found in any case, and always the same", () => {
    expect(objects.find("ACCOUNT")?.name).toBe("Account");
    expect(objects.find("account")).toBe(objects.find("Account"));
  });

  it("is not found under a name that is none", () => {
    expect(objects.find("NoSuchObject")).toBeUndefined();
    expect(objects.find("")).toBeUndefined();
    expect(objects.find("constructor")).toBeUndefined();
  });

  it("has its Id first and the other fields by name", () => {
    const [first, ...others] = object("Contact").fields.map(({ name }) => name);
    expect(first).toBe("Id");
    expect(others).toEqual([...others].sort());
  });

  it.each([
    ["Account", "AnnualRevenue", "Decimal"],
    ["Account", "BillingAddress", "Address"],
    ["Account", "NumberOfEmployees", "Integer"],
    ["Case", "IsEscalated", "Boolean"],
    ["ContentVersion", "VersionData", "Blob"],
    ["Contact", "Birthdate", "Date"],
    ["AccountHistory", "NewValue", "Object"],
    ["AccountChangeEvent", "ChangeEventHeader", "EventBus.ChangeEventHeader"],
  ])("%s.%s is of type %s", (objectName, name, apexType) => {
    expect(field(objectName, name)).toMatchObject({ apexType, relationshipName: null });
  });

  it.each([
    ["Contact", "AccountId", "Account", ["Account"]],
    ["Account", "OwnerId", "Owner", ["User"]],
    ["Case", "OwnerId", "Owner", ["Group", "User"]],
    ["Task", "WhoId", "Who", ["Contact", "Lead"]],
    ["TaskChangeEvent", "WhoId", "Who", ["Contact", "Lead"]],
    ["GroupMember", "UserOrGroupId", "UserOrGroup", ["Group", "User"]],
  ])("%s.%s is the lookup %s to %j", (objectName, name, relationshipName, referenceTo) => {
    expect(field(objectName, name)).toMatchObject({
      apexType: "Id",
      relationshipName,
      referenceTo,
    });
  });

  it("can be pointed to by what any record can carry", () => {
    expect(field("Attachment", "ParentId").referenceTo).toEqual(
      expect.arrayContaining(["Account", "Case", "Contact", "Opportunity"]),
    );
  });

  it.each([
    ["Account", "Contacts", "Contact", "AccountId"],
    ["Account", "ChildAccounts", "Account", "ParentId"],
    ["Account", "Tasks", "Task", "WhatId"],
    ["Contact", "Tasks", "Task", "WhoId"],
    ["Case", "EmailMessages", "EmailMessage", "ParentId"],
    ["Opportunity", "OpportunityLineItems", "OpportunityLineItem", "OpportunityId"],
    ["PermissionSet", "FieldPerms", "FieldPermissions", "ParentId"],
    ["User", "PermissionSetAssignments", "PermissionSetAssignment", "AssigneeId"],
    ["ContentDocument", "ContentDocumentLinks", "ContentDocumentLink", "ContentDocumentId"],
    ["Account", "ContentDocumentLinks", "ContentDocumentLink", "LinkedEntityId"],
    ["Account", "Histories", "AccountHistory", "AccountId"],
    ["AccountFeed", "FeedComments", "FeedComment", "FeedItemId"],
  ])("%s has the children %s: %s by %s", (parent, relationshipName, childObject, childField) => {
    expect(object(parent).childRelationships).toContainEqual({
      relationshipName,
      childObject,
      field: childField,
    });
  });
});

describe("an object the stubs leave out", () => {
  it("is there all the same", () => {
    expect(objects.find("accountteammember")?.name).toBe("AccountTeamMember");
    expect(field("AccountTeamMember", "UserId").referenceTo).toEqual(["User"]);
    expect(objects.names()).toContain("ContentNote");
  });
});

describe("all standard objects", () => {
  it("can be read, with children that are objects and have the field they are joined by", () => {
    const broken: string[] = [];
    for (const name of objects.names()) {
      for (const { relationshipName, childObject, field: by } of object(name).childRelationships) {
        const child = objects.find(childObject);
        if (child?.fields.some((candidate) => candidate.name === by) !== true) {
          broken.push(`${name}.${relationshipName}`);
        }
      }
    }
    expect(broken).toEqual([]);
    expect(objects.names().length).toBeGreaterThan(4000);
  });
});

const jars = stubJars();

describe.runIf(jars !== null)("the generated objects", () => {
  it("are what the generator makes of the installed stubs", { timeout: 30_000 }, () => {
    if (jars === null) return;
    const files = objectFiles(
      jars.objects.source,
      completeObjects(objectStubs(readJar(jars.objects.path))),
    );

    for (const [name, text] of files) {
      const file = join(import.meta.dirname, "generated", name);
      expect(readFileSync(file, "utf8") === text, name).toBe(true);
    }
  });
});
