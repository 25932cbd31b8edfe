import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
export declare function formattedValue(field: FieldDescribe | null, value: StoredValue, locale: string, timeZone: string): StoredValue;
