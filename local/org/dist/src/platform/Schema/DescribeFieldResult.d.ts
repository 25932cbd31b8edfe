import type { ApexEnum } from "../../runtime/enum.ts";
import type { FieldType, PicklistValue } from "../../schema/schema.ts";
export declare class PicklistEntryValue {
    readonly describe: PicklistValue;
    constructor(describe: PicklistValue);
}
/** Schema.DisplayType says INTEGER where the REST describe says int. */
export declare function displayType(type: FieldType): ApexEnum | null;
export declare const describeFieldResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const picklistEntryBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
