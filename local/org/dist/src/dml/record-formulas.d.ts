import type { SObjectValue } from "../runtime/sobject.ts";
/** Sets the formula fields of a record in memory from the values it has: SObject.recalculateFormulas. */
export declare function applyRecordFormulas(record: SObjectValue): void;
