import { describe, expect, it } from "vitest";
import { curatedObjects } from "./curated-objects.ts";
import { objectsWithKnownPrefix, standardKeyPrefix } from "./key-prefixes.ts";
import { isSetupObject } from "./setup-objects.ts";
import { standardObjects } from "./standard-objects.ts";

describe("key prefixes", () => {
  it("are three letters or digits, one object each but for the partners", () => {
    // The schema's own records of fields have no ids, nor has what is worked out when it is asked.
    const objects = [
      ...objectsWithKnownPrefix(),
      ...curatedObjects().map(({ name }) => name),
    ].filter((name) => name !== "FieldDefinition" && name !== "UserRecordAccess");
    const byPrefix = Map.groupBy(objects, standardKeyPrefix);

    const shared = [...byPrefix].filter(([, names]) => names.length > 1);
    expect(shared.map(([prefix]) => prefix)).toEqual(["00I"]);
    for (const prefix of byPrefix.keys()) expect(prefix).toMatch(/^[0-9A-Za-z]{3}$/);
  });

  it("are known for objects that exist", () => {
    const unknown = objectsWithKnownPrefix().filter(
      (name) => standardObjects().find(name)?.name !== name,
    );
    expect(unknown).toEqual([]);
  });

  it.each([
    ["account", "001"],
    ["PermissionSetGroup", "0PG"],
    ["ContactHistory", "017"],
    ["NoSuchObject", null],
  ])("%s has %s", (object, prefix) => {
    expect(standardKeyPrefix(object)).toBe(prefix);
  });
});

describe("setup objects", () => {
  it.each([
    ["User", true],
    ["permissionsetassignment", true],
    ["Territory2", true],
    ["Account", false],
    ["Payment__c", false],
  ])("%s: %s", (object, expected) => {
    expect(isSetupObject(object)).toBe(expected);
  });
});
