/** Query results beyond the first batch, held until they are fetched or forgotten. */
import { randomBytes } from "node:crypto";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { ShownFields } from "./shown-fields.ts";

export interface QueryRows {
  readonly records: readonly SObjectValue[];
  readonly shown: ShownFields;
}

/** Salesforce keeps ten open cursors a user; more than enough here for the whole org. */
const MOST_OPEN = 50;

export interface QueryCursors {
  /** The locator's id. */
  open(rows: QueryRows): string;
  find(id: string): QueryRows | undefined;
}

export function queryCursors(): QueryCursors {
  const cursors = new Map<string, QueryRows>();
  return {
    open(rows) {
      const oldest = cursors.keys().next();
      if (cursors.size >= MOST_OPEN && oldest.done !== true) cursors.delete(oldest.value);
      const id = `01g${randomBytes(8).toString("hex").slice(0, 12)}AAA`;
      cursors.set(id, rows);
      return id;
    },
    find: (id) => cursors.get(id),
  };
}
