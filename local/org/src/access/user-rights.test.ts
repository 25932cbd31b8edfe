import { beforeEach, describe, expect, test } from "vitest";
import type { PermissionSetMetadata } from "../schema/schema.ts";
import {
  ACCOUNT,
  lookupTo,
  type ObjectFixture,
  schemaFixture,
} from "../store/fixture/small-schema.ts";
import { seedOrgRecords } from "../store/org-records.ts";
import { assignPermissionSet, seedUser } from "../store/users.ts";
import { RecordStore } from "../store/record-store.ts";
import { UserRights } from "./user-rights.ts";

const PERMISSION_OBJECTS: readonly ObjectFixture[] = [
  { name: "PermissionSet", keyPrefix: "0PS", fields: [{ name: "Name", type: "string" }] },
  {
    name: "PermissionSetAssignment",
    keyPrefix: "0Pa",
    fields: [lookupTo("AssigneeId", "User"), lookupTo("PermissionSetId", "PermissionSet")],
  },
  {
    name: "ObjectPermissions",
    keyPrefix: "110",
    fields: [
      lookupTo("ParentId", "PermissionSet"),
      { name: "SobjectType", type: "string" },
      { name: "PermissionsRead", type: "boolean" },
    ],
  },
  {
    name: "PermissionSetTabSetting",
    keyPrefix: "0TS",
    fields: [
      lookupTo("ParentId", "PermissionSet"),
      { name: "Name", type: "string" },
      { name: "Visibility", type: "string" },
    ],
  },
  {
    name: "Plan__c",
    keyPrefix: "a00",
    fields: [
      { name: "Name", type: "string" },
      { name: "Price__c", type: "currency" },
      { name: "Must__c", type: "string", isRequired: true },
    ],
  },
];

const READER: PermissionSetMetadata = {
  name: "Reader",
  label: "Reader",
  description: null,
  objects: [
    {
      object: "Plan__c",
      read: true,
      create: false,
      edit: false,
      delete: false,
      viewAll: false,
      modifyAll: false,
    },
  ],
  fields: [{ object: "Plan__c", field: "Price__c", read: true, edit: false }],
  userPermissions: [],
  customPermissions: ["Skip_Sync"],
  classAccesses: [],
  tabs: [
    { tab: "standard-account", visibility: "DefaultOn" },
    { tab: "Plan__c", visibility: "DefaultOn" },
    { tab: "Plans", visibility: "DefaultOff" },
    { tab: "Old", visibility: "Hidden" },
  ],
  externalCredentialPrincipals: [],
};

const PLANNER: PermissionSetMetadata = {
  ...READER,
  name: "Planner",
  tabs: [{ tab: "Plans", visibility: "DefaultOn" }],
};

const OF_PROFILE: PermissionSetMetadata = {
  ...READER,
  name: "Standard User",
  tabs: [
    { tab: "standard-Account", visibility: "Hidden" },
    { tab: "standard-Contact", visibility: "DefaultOff" },
  ],
};

const schema = schemaFixture([ACCOUNT, ...PERMISSION_OBJECTS], {
  permissionSets: new Map([
    ["Reader", READER],
    ["Planner", PLANNER],
  ]),
  profiles: new Map([["Standard User", OF_PROFILE]]),
  metadataRecords: ["Reader", "Planner"].map((Name) => ({
    object: "PermissionSet",
    values: { Name },
  })),
});

let store: RecordStore;

beforeEach(() => {
  store = new RecordStore(schema);
  seedOrgRecords(schema, store, 0);
});

function rightsOf(profileName: string, ...permissionSets: readonly string[]): UserRights {
  const username = `${profileName}@example.com`;
  const id = seedUser(schema, store, 0, {
    username,
    alias: "u",
    lastName: "u",
    profileName,
    userType: "Standard",
  });
  for (const name of permissionSets) assignPermissionSet(schema, store, 0, id, name);
  return new UserRights(schema, store, id);
}

describe("a user", () => {
  test("who is an administrator may do everything, but has no custom permission for that", () => {
    const rights = rightsOf("System Administrator");
    expect([
      rights.canDeleteObject("Plan__c"),
      rights.canEditField("Plan__c", "Price__c"),
      rights.hasCustomPermission("Skip_Sync"),
    ]).toEqual([true, true, false]);
  });

  test("with the standard profile has the standard objects and none of the project's", () => {
    const rights = rightsOf("Standard User");
    expect([
      rights.canEditObject("Account"),
      rights.canReadField("Account", "Industry"),
      rights.canReadField("Account", "Tags__c"),
      rights.canReadObject("Plan__c"),
    ]).toEqual([true, true, false, false]);
  });

  test("with minimum access has what permission sets give, and fields that follow their object", () => {
    expect(rightsOf("Minimum Access - Salesforce").canReadObject("Plan__c")).toBe(false);
    const rights = rightsOf("Minimum Access - Salesforce", "Reader");
    expect([
      rights.canReadObject("Plan__c"),
      rights.canCreateObject("Plan__c"),
      rights.canReadField("Plan__c", "Price__c"),
      rights.canEditField("Plan__c", "Price__c"),
    ]).toEqual([true, false, true, false]);
    expect([
      rights.canReadField("Plan__c", "Must__c"),
      rights.canReadField("Plan__c", "Id"),
      rights.hasCustomPermission("skip_sync"),
    ]).toEqual([true, true, true]);
  });

  test("has standard tabs by profile, and of custom ones what is most permissive", () => {
    const tabs = [
      "standard-Account",
      "standard-Contact",
      "standard-Case",
      "Plan__c",
      "Plans",
      "Old",
      "Unnamed",
    ];
    const seen = (profile: string, ...sets: readonly string[]): readonly string[] =>
      tabs.map((tab) => rightsOf(profile, ...sets).tabVisibility(tab));
    const [on, off, hidden] = ["DefaultOn", "DefaultOff", "Hidden"];

    expect(seen("System Administrator")).toEqual([on, on, on, hidden, hidden, hidden, hidden]);
    expect(seen("Standard User")).toEqual([hidden, off, on, hidden, hidden, hidden, hidden]);
    expect(seen("Standard User", "Reader")).toEqual([on, off, on, on, off, hidden, hidden]);
    expect(seen("Standard User", "Reader", "Planner")[4]).toBe(on);
    expect(seen("Minimum Access - Salesforce")).toEqual(tabs.map(() => hidden));
  });

  test("sees a tab that a row of PermissionSetTabSetting gives", () => {
    const set = [...store.table("PermissionSet").rows()][0];
    store.put({
      object: "PermissionSetTabSetting",
      id: store.mint("PermissionSetTabSetting"),
      isDeleted: false,
      values: { ParentId: set?.id ?? null, Name: "Unnamed", Visibility: "DefaultOn" },
    });
    expect(rightsOf("Standard User", "Reader").tabVisibility("Unnamed")).toBe("DefaultOn");
  });

  test("has what rows of ObjectPermissions give", () => {
    const rights = rightsOf("Minimum Access - Salesforce", "Reader");
    expect(rights.canReadObject("Account")).toBe(false);
    const set = [...store.table("PermissionSet").rows()][0];
    store.put({
      object: "ObjectPermissions",
      id: store.mint("ObjectPermissions"),
      isDeleted: false,
      values: { ParentId: set?.id ?? null, SobjectType: "Account", PermissionsRead: true },
    });
    const after = rightsOf("Minimum Access - Salesforce", "Reader");
    expect([after.canReadObject("Account"), after.canEditObject("Account")]).toEqual([true, false]);
  });
});
