import { beforeEach, describe, expect, it } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { schemaOf } from "../schema/fixture/schema.ts";

let org: OrgFixture;

beforeEach(() => {
  org = apexOrg({ schema: schemaOf({}) });
});

const FILE = "Title = 'notes', PathOnClient = 'notes.docx'";

describe("a new ContentVersion", () => {
  it("becomes a document, linked to the record it was first published on", () => {
    const { debug, exception } = org.test(`
      Account a = new Account(Name = 'Acme'); insert a;
      insert new ContentVersion(${FILE}, VersionData = Blob.valueOf('x'), FirstPublishLocationId = a.Id);
      ContentDocumentLink l = [SELECT ContentDocument.FileType, ContentDocument.Title FROM ContentDocumentLink WHERE LinkedEntityId = :a.Id];
      System.debug(l.ContentDocument.Title + ' ' + l.ContentDocument.FileType);`);

    expect(exception?.headline).toBeUndefined();
    expect(debug).toEqual(["notes WORD_X"]);
  });

  it.each([
    ["VersionData", `${FILE}, VersionData = EncodingUtil.base64Decode('')`],
    ["PathOnClient", "Title = 'notes', PathOnClient = '', VersionData = Blob.valueOf('x')"],
  ])("needs %s that is not empty", (field, values) => {
    expect(org.test(`insert new ContentVersion(${values});`).exception?.headline).toBe(
      `System.DmlException: Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [${field}]: [${field}]`,
    );
  });
});
