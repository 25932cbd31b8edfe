/** For tests: a store with rows, and queries by their text. */
import { ApexDecimal } from "../runtime/decimal.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { Schema } from "../schema/schema.ts";
import { ACCOUNT, CONTACT, schemaFixture } from "../store/fixture/small-schema.ts";
import { RecordStore } from "../store/record-store.ts";
import type { RowValues } from "../store/row.ts";
import { dynamicQuery } from "./dynamic-query.ts";
import type { QueryContext } from "./query-context.ts";
import { type QueryResult, runQuery } from "./run-query.ts";

export class QueryFixture {
  readonly schema: Schema;
  readonly store: RecordStore;
  context: Omit<QueryContext, "binds">;

  constructor(schema: Schema = schemaFixture([ACCOUNT, CONTACT])) {
    this.schema = schema;
    this.store = new RecordStore(schema);
    this.context = {
      schema,
      store: this.store,
      rights: { canReadObject: () => true, canReadField: () => true },
      defaultAccess: "system",
      sharing: null,
      computed: { userRecordAccess: () => [] },
      now: Date.UTC(2026, 4, 13, 15, 30),
      timeZone: "UTC",
      userId: "",
      locale: "en_US",
    };
  }

  /** The id of the new row. */
  insert(object: string, values: RowValues, isDeleted = false): string {
    const id = this.store.mint(object);
    this.store.put({ object, id, values, isDeleted });
    return id;
  }

  query(text: string, binds: Readonly<Record<string, unknown>> = {}): QueryResult {
    const dynamic = dynamicQuery(text, (name) => binds[name]);
    return runQuery(dynamic.query, { ...this.context, binds: dynamic.binds });
  }

  /** One field of each record; Decimals as text. */
  column(
    text: string,
    field: string,
    binds: Readonly<Record<string, unknown>> = {},
  ): readonly unknown[] {
    return this.query(text, binds).records.map((record) => plain(fieldOf(record, field)));
  }
}

function fieldOf(record: SObjectValue, path: string): unknown {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) return record.get(first);
  const parent = record.parent(first);
  return parent === null ? null : fieldOf(parent, rest.join("."));
}

function plain(value: unknown): unknown {
  return value instanceof ApexDecimal ? value.toPlainString() : value;
}

export function decimal(text: string): ApexDecimal {
  return ApexDecimal.parse(text);
}
