import type { Schema } from "../schema/schema.ts";
import type { Row } from "../store/row.ts";
import type { RecordStore } from "../store/record-store.ts";

/** What a user may see: asked by queries in user mode. */
export interface ReadRights {
  canReadObject(object: string): boolean;
  canReadField(object: string, field: string): boolean;
}

/** The records sharing shows a user. */
export interface RowVisibility {
  canRead(row: Row): boolean;
  /** null: every row of the object is shown. */
  rowFilter(object: string): ((row: Row) => boolean) | null;
}

/** Rows that nobody stores. */
export interface ComputedRows {
  /** What a user may do with records. */
  userRecordAccess(userId: string, recordIds: readonly string[]): readonly Row[];
}

/** What a query runs against. */
export interface QueryContext {
  readonly schema: Schema;
  readonly store: RecordStore;
  /** Values of the query's binds, by index: Apex values, lists and sets as ApexList and ApexSet. */
  readonly binds: readonly unknown[];
  /** Rights to respect when the query, or the call, runs in user mode. */
  readonly rights: ReadRights;
  /** The mode of the call, when the query itself does not say. */
  readonly defaultAccess: "user" | "system";
  /** null where sharing shows everything. */
  readonly sharing: RowVisibility | null;
  readonly computed: ComputedRows;
  /** Epoch ms. */
  readonly now: number;
  /** IANA name of the running user's time zone. */
  readonly timeZone: string;
  readonly userId: string;
  /** API names of the field are shown with their labels by toLabel; format() uses this locale. */
  readonly locale: string;
  /** Counts the rows a query looks at, with those of its subqueries. */
  readonly effort?: QueryEffort;
}

export interface QueryEffort {
  rowsExamined: number;
}
