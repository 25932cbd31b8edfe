import { describe, expect, test } from "vitest";
import { objectOf, PLAIN, schemaOf } from "./fixture/schema.ts";

describe("key prefixes", () => {
  test("tell the kind of object, and find it", () => {
    const schema = schemaOf({
      A__c: { object: PLAIN },
      B__mdt: { object: PLAIN },
      C__e: { object: PLAIN },
    });
    const prefixes = ["A__c", "B__mdt", "C__e"].map(
      (name) => objectOf(schema, name).keyPrefix ?? "",
    );

    expect(prefixes.map((prefix) => prefix.slice(0, 1))).toEqual(["a", "m", "e"]);
    expect(prefixes.map((prefix) => schema.objectByKeyPrefix(prefix)?.name)).toEqual([
      "A__c",
      "B__mdt",
      "C__e",
    ]);
    expect(schema.objectByKeyPrefix("001")?.name).toBe("Account");
    expect(schema.objectByKeyPrefix("zzz")).toBeUndefined();
  });

  test("are made up for standard objects whose own is not documented", () => {
    const schema = schemaOf({});
    const { keyPrefix } = objectOf(schema, "AIApplicationConfig");

    expect(keyPrefix).toMatch(/^[w-z]..$/);
    expect(schema.objectByKeyPrefix(keyPrefix ?? "")?.name).toBe("AIApplicationConfig");
  });

  test("differ between the shares of two objects", () => {
    const schema = schemaOf({
      A__c: { object: "<sharingModel>Private</sharingModel>" },
      B__c: { object: "<sharingModel>Private</sharingModel>" },
    });
    const [a, b] = ["A__Share", "B__Share"].map((name) => objectOf(schema, name).keyPrefix);

    expect(a).not.toBe(b);
    expect(schema.objectByKeyPrefix(a ?? "")?.name).toBe("A__Share");
  });

  test("stay the same when other objects come", () => {
    const before = objectOf(schemaOf({ M__c: { object: PLAIN } }), "M__c").keyPrefix;
    const schema = schemaOf({
      A__c: { object: PLAIN },
      M__c: { object: PLAIN },
      Z__c: { object: PLAIN },
    });

    expect(objectOf(schema, "M__c").keyPrefix).toBe(before);
  });
});

test("names are the project's first, then the standard ones, and the same object is built once", () => {
  const schema = schemaOf({ A__c: { object: PLAIN } });

  expect(schema.objectNames()[0]).toBe("A__c");
  expect(schema.objectNames()).toContain("Account");
  expect(schema.object("a__C")).toBe(schema.object("A__c"));
  expect(schema.object("Nope__c")).toBeUndefined();
});
