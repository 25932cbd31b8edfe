import { ApexList } from "../../runtime/list.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
export interface FieldError {
    readonly field: string;
    readonly message: string;
}
export declare class FormulaRecalcResultValue {
    readonly record: SObjectValue;
    readonly errors: readonly FieldError[];
    constructor(record: SObjectValue, errors: readonly FieldError[]);
}
export declare function recalculateFormulas(records: ApexList<SObjectValue> | null): ApexList<FormulaRecalcResultValue>;
