import { raise } from "../runtime/exception.ts";
import { toId18 } from "../runtime/id.ts";
import { ApexMap } from "../runtime/map.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { sobjectType, STRING } from "../runtime/type.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { Row } from "../store/row.ts";
import { storedText } from "../store/stored-text.ts";

/** Whom hierarchy custom settings are looked up for. */
export interface SettingsReader {
  readonly userId: string;
  readonly profileId: string;
  readonly organizationId: string;
}

type Call = "getInstance" | "getAll" | "getOrgDefaults" | "getValues";

/**
 * `Foo__mdt.getInstance('x')`, `Foo__c.getOrgDefaults()` and their kin.
 * Source: Apex Reference, Custom Settings Methods; Custom Metadata Type Methods.
 */
export function readSettings(
  store: RecordStore,
  describe: SObjectDescribe,
  call: Call,
  argument: unknown,
  reader: SettingsReader,
): unknown {
  if (describe.kind === "hierarchyCustomSetting")
    return hierarchySetting(store, describe, call, argument, reader);
  const rows = [...store.table(describe.name).rows()].filter((row) => !row.isDeleted);
  const keyField = describe.kind === "customMetadata" ? "DeveloperName" : "Name";
  if (call === "getAll") {
    const entries = rows.map(
      (row) => [storedText(row.values[keyField]), recordOf(describe, row)] as const,
    );
    return new ApexMap(STRING, sobjectType(describe.name), entries);
  }
  if (typeof argument !== "string") return null;
  const id = toId18(argument);
  const found = rows.find(
    (row) =>
      row.id === id ||
      [keyField, "QualifiedApiName"].some(
        (name) => storedText(row.values[name]).toLowerCase() === argument.toLowerCase(),
      ),
  );
  return found === undefined ? null : recordOf(describe, found);
}

function hierarchySetting(
  store: RecordStore,
  describe: SObjectDescribe,
  call: Call,
  argument: unknown,
  reader: SettingsReader,
): unknown {
  const of = (ownerId: string): Row | undefined =>
    [...store.table(describe.name).rows()].find(
      (row) => !row.isDeleted && row.values["SetupOwnerId"] === ownerId,
    );
  const organization = of(reader.organizationId);
  if (call === "getOrgDefaults")
    return organization === undefined
      ? new SObjectValue(describe)
      : recordOf(describe, organization);
  if (call === "getValues") {
    const own = of(typeof argument === "string" ? (toId18(argument) ?? argument) : reader.userId);
    return own === undefined ? null : recordOf(describe, own);
  }
  if (call === "getAll")
    raise(
      "System.UnsupportedOperationException",
      "getAll is not supported on hierarchy custom settings",
    );
  const owner = typeof argument === "string" ? (toId18(argument) ?? argument) : reader.userId;
  const own = of(owner);
  if (owner.startsWith("00e")) return merged(describe, owner, own, [organization]);
  const profileId =
    owner === reader.userId
      ? reader.profileId
      : storedText(store.get("User", owner)?.values["ProfileId"]);
  return merged(describe, owner, own, [organization, of(profileId)]);
}

/**
 * The most specific level wins, field by field. It is the owner's record whether there is one or not: saving what other levels gave
 * makes one.
 */
function merged(
  describe: SObjectDescribe,
  owner: string,
  own: Row | undefined,
  wider: readonly (Row | undefined)[],
): SObjectValue {
  const record = new SObjectValue(describe);
  if (own !== undefined) record.values.set("Id", own.id);
  for (const level of [...wider, own]) {
    if (level === undefined) continue;
    for (const [name, value] of Object.entries(level.values))
      if (name !== "Id" && (value !== null || !record.values.has(name)))
        record.values.set(name, value);
  }
  record.values.set("SetupOwnerId", owner);
  return record;
}

function recordOf(describe: SObjectDescribe, row: Row): SObjectValue {
  const record = new SObjectValue(describe);
  record.values.set("Id", row.id);
  for (const [name, value] of Object.entries(row.values)) record.values.set(name, value);
  // Metadata is not data: a clone of it may be changed.
  record.isReadOnly = describe.kind === "customMetadata";
  return record;
}
