/** SObject.clone and the deep clones of lists. Source: Apex Reference, "SObject Class: clone". */
import type { SObjectValue } from "../runtime/sobject.ts";
export interface CloneOptions {
    readonly keepId: boolean;
    readonly keepReadonlyTimestamps: boolean;
    readonly keepAutonumber: boolean;
}
export declare function cloneRecord(record: SObjectValue, options: CloneOptions): SObjectValue;
