import type { SObjectValue } from "../runtime/sobject.ts";

/** Shows a list of records as `{totalSize, done, records}`. */
export type QueryResultRenderer = (records: readonly SObjectValue[]) => unknown;
