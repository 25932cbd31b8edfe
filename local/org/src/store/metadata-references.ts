import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "./record-store.ts";
import type { StoredValue } from "./row.ts";

/**
 * Custom metadata records name each other by developer name in their files; records hold ids. A name that no record has stays as it is.
 * Source: Custom Metadata Types Implementation Guide, "Custom Metadata Relationships".
 */
export function linkCustomMetadata(schema: Schema, store: RecordStore): void {
  const objects = new Set(schema.metadataRecords.map(({ object }) => object));
  for (const object of objects) {
    const describe = schema.object(object);
    if (describe?.kind !== "customMetadata") continue;
    const references = [...describe.fields.values()].flatMap((field) => {
      const [target] = field.referenceTo;
      return target !== undefined && /__mdt$/i.test(target) ? [{ name: field.name, target }] : [];
    });
    if (references.length === 0) continue;
    for (const row of [...store.table(describe.name).rows()]) {
      const ids = references.flatMap(({ name, target }): [string, StoredValue][] => {
        const id = idOf(store, target, row.values[name]);
        return id === undefined ? [] : [[name, id]];
      });
      if (ids.length > 0)
        store.put({ ...row, values: { ...row.values, ...Object.fromEntries(ids) } });
    }
  }
}

function idOf(
  store: RecordStore,
  target: string,
  developerName: StoredValue | undefined,
): string | undefined {
  if (typeof developerName !== "string") return undefined;
  for (const row of store.table(target).rows())
    if (row.values["DeveloperName"] === developerName) return row.id;
  return undefined;
}
