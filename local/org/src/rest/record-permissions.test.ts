import { describe, expect, it } from "vitest";
import type { AccessRights } from "../runtime/host.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../store/fixture/small-schema.ts";
import { refusedByPermissions } from "./record-permissions.ts";

/** Everything is allowed: what is refused here is refused to anybody. */
const ALL = new Proxy({}, { get: () => () => true }) as AccessRights;

/** A contact whose account may be set once, as the master of a detail that may not be reparented. */
const CREATE_ONLY = schemaFixture([
  ACCOUNT,
  {
    ...CONTACT,
    fields: CONTACT.fields.map((field) =>
      field.name === "AccountId" ? { ...field, isUpdateable: false } : field,
    ),
  },
]).object("Contact");

function contact(values: Readonly<Record<string, string>>): SObjectValue {
  if (CREATE_ONLY === undefined) throw new Error("no Contact");
  const record = new SObjectValue(CREATE_ONLY);
  for (const [name, value] of Object.entries(values)) record.values.set(name, value);
  return record;
}

describe("a field that may be created and not updated", () => {
  const record = contact({ LastName: "King", AccountId: "001000000000001AAA" });

  it("is refused in an update, by name", () => {
    expect(refusedByPermissions("update", record, ALL)).toMatchObject({
      statusCode: "INVALID_FIELD_FOR_INSERT_UPDATE",
      fields: ["AccountId"],
    });
  });

  it("is taken in an insert, and in an upsert, which may be one", () => {
    expect(refusedByPermissions("insert", record, ALL)).toBeNull();
    expect(refusedByPermissions("upsert", record, ALL)).toBeNull();
  });

  it("does not stand in the way of an update that leaves it alone", () => {
    expect(refusedByPermissions("update", contact({ LastName: "King" }), ALL)).toBeNull();
  });
});
