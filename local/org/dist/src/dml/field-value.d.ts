import type { DmlError } from "../runtime/host.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
/** A value as the field stores it, or why it cannot. */
export type FieldValueResult = {
    readonly value: StoredValue;
} | {
    readonly error: DmlError;
};
/** Text that field-level checks allow to be cut instead of refused. */
export interface FieldValueOptions {
    readonly allowFieldTruncation: boolean;
}
/**
 * Brings an Apex value into the form the field stores: texts trimmed, empty ones null, datetimes in whole seconds, numbers rounded to the
 * field's scale; and checks length, range, email form and restricted picklists.
 */
export declare function fieldValue(field: FieldDescribe, value: unknown, options: FieldValueOptions): FieldValueResult;
