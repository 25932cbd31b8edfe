import type { SObjectValue } from "../runtime/sobject.ts";
import { type ShownFields } from "./shown-fields.ts";
/** Shows the children of a record as `{totalSize, done, records}`. */
export type ChildrenRenderer = (records: readonly SObjectValue[], shown: ShownFields) => unknown;
export declare function recordToJson(record: SObjectValue, basePath: string, children: ChildrenRenderer, shown?: ShownFields): Record<string, unknown>;
export declare function valueToJson(value: unknown): unknown;
