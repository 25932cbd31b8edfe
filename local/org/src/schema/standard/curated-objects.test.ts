import { describe, expect, it } from "vitest";
import type { StandardFieldDetail } from "./curated-types.ts";
import { curatedObject, curatedObjects, standardFieldDetail } from "./curated-objects.ts";
import { standardObjects } from "./standard-objects.ts";

/** What a field of each type is in Apex. */
const APEX_TYPES: Readonly<Record<StandardFieldDetail["type"], readonly string[]>> = {
  id: ["Id"],
  reference: ["Id"],
  string: ["String", "Id"],
  textarea: ["String"],
  picklist: ["String"],
  multipicklist: ["String"],
  combobox: ["String"],
  email: ["String"],
  phone: ["String"],
  url: ["String"],
  encryptedstring: ["String"],
  boolean: ["Boolean"],
  int: ["Integer"],
  long: ["Long"],
  double: ["Decimal", "Double"],
  currency: ["Decimal"],
  percent: ["Decimal"],
  date: ["Date"],
  datetime: ["Datetime"],
  time: ["Time"],
  base64: ["Blob", "String"],
  address: ["Address"],
  location: ["Location"],
  anyType: ["Object"],
  complexvalue: ["Object"],
};

describe.each(curatedObjects().map((object) => [object.name, object] as const))(
  "%s",
  (name, object) => {
    const stub = standardObjects().find(name);
    const apexTypes = new Map(stub?.fields.map((field) => [field.name, field.apexType]));

    it("has only fields the platform has, of types that fit", () => {
      const misfits = object.fields.filter(
        ({ name: field, type }) => !APEX_TYPES[type].includes(apexTypes.get(field) ?? "none"),
      );
      expect(
        misfits.map(({ name: field }) => `${field}: ${apexTypes.get(field) ?? "none"}`),
      ).toEqual([]);
    });

    it("has a name field that it has", () => {
      if (object.nameField !== null) expect(apexTypes.has(object.nameField)).toBe(true);
    });

    it("has no required field that a create cannot fill, and no required field that may be empty", () => {
      const contradictions = object.fields.filter(
        (field) => field.isRequired && (!field.isCreateable || field.isNillable),
      );
      expect(contradictions).toEqual([]);
    });

    it("has text fields that hold something, and picklist defaults that are values", () => {
      for (const field of object.fields) {
        if (["string", "textarea", "email", "url", "phone"].includes(field.type)) {
          expect(field.length, field.name).toBeGreaterThan(0);
        }
        if (field.type === "picklist" && field.defaultValue !== null) {
          const defaults = field.picklistValues.filter(({ isDefault }) => isDefault);
          expect(defaults.map(({ value }) => JSON.stringify(value))).toEqual([field.defaultValue]);
        }
      }
    });

    it("has parts only of compound fields it has", () => {
      for (const { compoundField } of object.fields) {
        if (compoundField !== null) expect(apexTypes.has(compoundField)).toBe(true);
      }
    });
  },
);

describe("curated detail", () => {
  it.each([
    ["Account", "Name", { type: "string", length: 255, isRequired: true, label: "Account Name" }],
    ["Account", "BillingCity", { compoundField: "BillingAddress", length: 40 }],
    ["Account", "BillingAddress", { type: "address", isCreateable: false }],
    ["Contact", "LastName", { isRequired: true, length: 80, compoundField: "Name" }],
    ["Contact", "Name", { isRequired: false, isUpdateable: false, length: 121 }],
    ["Lead", "Status", { type: "picklist", defaultValue: '"Open - Not Contacted"' }],
    ["Opportunity", "StageName", { isRequired: true, type: "picklist" }],
    ["Opportunity", "Amount", { type: "currency", precision: 18, scale: 2 }],
    ["Case", "CaseNumber", { autoNumberFormat: "{00000000}", isCreateable: false }],
    ["User", "Username", { isUnique: true, isRequired: true }],
    ["OpportunityLineItem", "OpportunityId", { deleteConstraint: "Cascade", isUpdateable: false }],
    ["Task", "OwnerId", { isNillable: false, isRequired: false, isDefaultedOnCreate: true }],
  ])("%s.%s", (object, field, expected) => {
    expect(curatedObject(object)?.fields.find(({ name }) => name === field)).toMatchObject(
      expected,
    );
  });

  it("is found in any case", () => {
    expect(curatedObject("ACCOUNT")?.name).toBe("Account");
    expect(curatedObject("NoSuchObject")).toBeUndefined();
  });
});

describe("the detail of any field", () => {
  function detail(object: string, name: string): StandardFieldDetail {
    const field = standardObjects()
      .find(object)
      ?.fields.find((candidate) => candidate.name === name);
    if (field === undefined) throw new Error(`no field ${object}.${name}`);
    return standardFieldDetail(object, field);
  }

  it("is the curated one where there is one", () => {
    expect(detail("Account", "Industry").picklistValues).toHaveLength(32);
  });

  it("knows the system fields of every object", () => {
    expect(detail("Quote", "CreatedDate")).toMatchObject({ type: "datetime", isCreateable: false });
    expect(detail("Quote", "Id")).toMatchObject({ type: "id", label: "Quote ID" });
    expect(detail("Product2", "Id").label).toBe("Product ID");
    expect(detail("Quote", "OwnerId")).toMatchObject({ type: "reference", isNillable: false });
  });

  it("is inferred from the Apex type otherwise, and never required", () => {
    expect(detail("Quote", "AccountId")).toMatchObject({ type: "reference", isRequired: false });
    expect(detail("Quote", "TotalPrice")).toMatchObject({ type: "double", label: "Total Price" });
    expect(detail("Quote", "Description")).toMatchObject({ type: "textarea", length: 32_000 });
    expect(detail("AccountHistory", "NewValue").type).toBe("anyType");
  });

  it("names the feature a field comes with", () => {
    expect(detail("Account", "PersonEmail").requires).toBe("PersonAccounts");
    expect(detail("Quote", "CurrencyIsoCode").requires).toBe("MultiCurrency");
    expect(detail("Contact", "MailingStateCode").requires).toBe("StateAndCountryPicklists");
    expect(detail("User", "Division").requires).toBeNull();
    expect(detail("User", "UserPermissionsMarketingUser").requires).toBeNull();
    expect(detail("Account", "RecordTypeId").requires).toBeNull();
  });
});

it.each(["Account", "Contact", "Lead"])("a new %s has not been compared with anything", (name) => {
  const status = curatedObject(name)?.fields.find((field) => field.name === "CleanStatus");
  expect(status).toMatchObject({ defaultValue: '"Pending"', isDefaultedOnCreate: true });
});
