/** What administrators of this org changed in Setup: values of custom metadata records, whatever the project's say. */
import type { MetadataRecord, Schema } from "../schema/schema.ts";
import { SettingsError } from "./settings-error.ts";

/** Record, as `Type.Name`, → field → value. */
export type CustomMetadataChanges = Readonly<
  Record<string, Readonly<Record<string, string | number | boolean | null>>>
>;

/** @throws SettingsError naming a record or a field that the project has not */
export function withCustomMetadata(schema: Schema, changes: CustomMetadataChanges): Schema {
  const open = new Map(Object.entries(changes));
  const metadataRecords = schema.metadataRecords.map((record): MetadataRecord => {
    const name = nameOf(record);
    const values = open.get(name);
    if (values === undefined) return record;
    open.delete(name);
    const fields = schema.object(record.object)?.fields;
    const unknown = Object.keys(values).find((field) => fields?.has(field.toLowerCase()) !== true);
    if (unknown !== undefined) throw new SettingsError(`${record.object} has no field ${unknown}.`);
    return { ...record, values: { ...record.values, ...values } };
  });
  const [missing] = open.keys();
  if (missing !== undefined)
    throw new SettingsError(`The project has no custom metadata ${missing}.`);
  return { ...schema, metadataRecords };
}

function nameOf({ object, values }: MetadataRecord): string {
  return `${object.replace(/__mdt$/, "")}.${String(values["DeveloperName"])}`;
}
