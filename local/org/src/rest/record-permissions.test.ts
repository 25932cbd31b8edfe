import { describe, expect, it } from "vitest";
import type { AccessRights } from "../runtime/host.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { CONTACT } from "../store/fixture/small-schema.ts";
import { refusedByPermissions } from "./record-permissions.ts";

/** Everything is allowed: what is refused here is refused to anybody. */
const ALL = new Proxy({}, { get: () => () => true }) as AccessRights;

/** A contact whose account may be set once, as the master of a detail that may not be reparented. */
function contact(values: Readonly<Record<string, string>>): SObjectValue {
  const fields = new Map(CONTACT.fields);
  const account = fields.get("accountid");
  if (account === undefined) throw new Error("no AccountId");
  fields.set("accountid", { ...account, isCreateable: true, isUpdateable: false });
  const record = new SObjectValue({ ...CONTACT, fields });
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
