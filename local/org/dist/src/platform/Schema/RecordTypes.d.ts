/** Schema.RecordTypeInfo. Source: Apex Reference, "RecordTypeInfo Class". */
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import type { RecordTypeDescribe, SObjectDescribe } from "../../schema/schema.ts";
export declare class RecordTypeInfoValue {
    readonly describe: RecordTypeDescribe;
    readonly id: string;
    constructor(describe: RecordTypeDescribe, id: string);
}
export declare function recordTypeList(object: SObjectDescribe): ApexList;
export declare function recordTypesBy(object: SObjectDescribe, key: "developerName" | "label"): ApexMap;
export declare function recordTypesById(object: SObjectDescribe): ApexMap;
export declare const recordTypeInfoBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
