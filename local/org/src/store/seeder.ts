/** Puts the records that an org begins with, or brings them up to date. */
import { ApexDatetime } from "../runtime/datetime.ts";
import type { MetadataRecord, Schema, SObjectDescribe } from "../schema/schema.ts";
import { findRow } from "./find-row.ts";
import { metadataKey } from "./metadata-key.ts";
import { metadataValue } from "./metadata-value.ts";
import type { RecordStore } from "./record-store.ts";
import type { Row, RowValues, StoredValue } from "./row.ts";

const STAMPS = ["CreatedDate", "LastModifiedDate", "SystemModstamp"];

/** Rows by the value of one field and, where two make the key, of the other. */
interface KnownRows {
  /** Of the table, when they were gathered. */
  version: number;
  readonly rows: Map<unknown, Map<unknown, Row>>;
}

export class Seeder {
  private readonly schema: Schema;
  private readonly store: RecordStore;
  private readonly now: ApexDatetime;
  /** By object and fields of the key. */
  readonly #known = new Map<string, KnownRows>();

  constructor(schema: Schema, store: RecordStore, now: number) {
    this.schema = schema;
    this.store = store;
    this.now = new ApexDatetime(Math.floor(now / 1000) * 1000);
  }

  /** The first record of its object, where there is none. */
  first(object: string, values: RowValues): void {
    this.ifMissing(object, values, () => true);
  }

  /** The id of the record that has the key, as it is; it is made where there is none. */
  missing(object: string, keyField: string, values: RowValues): string | undefined {
    return this.ifMissing(object, values, (row) => row[keyField] === values[keyField]);
  }

  /** The record of that id, where there is none. */
  identified(object: string, id: string, values: RowValues): void {
    const describe = this.schema.object(object);
    if (describe === undefined || this.store.get(describe.name, id) !== undefined) return;
    this.put(describe, undefined, values, id);
  }

  private ifMissing(
    object: string,
    values: RowValues,
    isSame: (row: RowValues) => boolean,
  ): string | undefined {
    const describe = this.schema.object(object);
    if (describe === undefined) return undefined;
    return findRow(this.store, describe.name, isSame)?.id ?? this.put(describe, undefined, values);
  }

  /** The record's id; undefined when the schema does not have the object. Fields that the object lacks are left out. */
  record(
    object: string,
    keyField: string,
    values: RowValues,
    secondKey: string | null = null,
  ): string | undefined {
    const describe = this.schema.object(object);
    if (describe === undefined) return undefined;
    const known = this.known(describe.name, keyField, secondKey);
    const same = known.rows.get(values[keyField]) ?? new Map<unknown, Row>();
    known.rows.set(values[keyField], same);
    const second = secondKey === null ? null : values[secondKey];
    const id = this.put(describe, same.get(second), values);
    const row = this.store.get(describe.name, id);
    if (row !== undefined) same.set(second, row);
    known.version = this.store.table(describe.name).version;
    return id;
  }

  /** To look through all rows for each of a thousand takes longer than to make them. */
  private known(object: string, keyField: string, secondKey: string | null): KnownRows {
    const table = this.store.table(object);
    const name = [object, keyField, secondKey].join(" ");
    const known = this.#known.get(name);
    if (known?.version === table.version) return known;
    const rows = new Map<unknown, Map<unknown, Row>>();
    for (const row of table.rows()) {
      if (row.isDeleted) continue;
      const same = rows.get(row.values[keyField]) ?? new Map<unknown, Row>();
      rows.set(row.values[keyField], same);
      const second = secondKey === null ? null : row.values[secondKey];
      if (!same.has(second)) same.set(second, row);
    }
    const fresh = { version: table.version, rows };
    this.#known.set(name, fresh);
    return fresh;
  }

  private put(
    describe: SObjectDescribe,
    existing: Row | undefined,
    values: RowValues,
    newId?: string,
  ): string {
    const known: Record<string, StoredValue> =
      describe.kind === "customMetadata" ? stampsOf(existing) : { ...existing?.values };
    for (const [name, value] of Object.entries(values)) {
      const field = describe.fields.get(name.toLowerCase());
      if (field !== undefined) known[field.name] = value;
    }
    if (existing === undefined) {
      for (const name of STAMPS)
        if (describe.fields.has(name.toLowerCase())) known[name] = this.now;
    }
    const id = existing?.id ?? newId ?? this.store.mint(describe.name);
    this.store.put({ object: describe.name, id, values: known, isDeleted: false });
    return id;
  }

  metadata(record: MetadataRecord): void {
    const describe = this.schema.object(record.object);
    if (describe === undefined) return;
    const values: Record<string, StoredValue> = {};
    for (const [name, value] of Object.entries(record.values)) {
      const field = describe.fields.get(name.toLowerCase());
      if (field !== undefined) values[field.name] = metadataValue(field, value);
    }
    const [key, second] = metadataKey(describe.name, values);
    if (key !== undefined) this.record(describe.name, key[0], values, second?.[0] ?? null);
  }
}

/** Of custom metadata a value that its file does not have any more is gone. */
function stampsOf(row: Row | undefined): Record<string, StoredValue> {
  return Object.fromEntries(
    STAMPS.flatMap((name) => {
      const value = row?.values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
