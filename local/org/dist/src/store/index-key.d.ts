import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "./row.ts";
/** Fields worth an index: those that find one record (unique, external and lookup ids) and those that find children. */
export declare function isIndexed(field: FieldDescribe): boolean;
/**
 * The value under which an index files a row: texts fold their case unless the field is case-sensitive. Null values are not filed.
 */
export declare function indexKey(field: FieldDescribe, value: StoredValue | undefined): string | undefined;
/** Whether two texts of this field that differ in case only are the same value to queries and unique checks. */
export declare function foldsCase(field: FieldDescribe): boolean;
