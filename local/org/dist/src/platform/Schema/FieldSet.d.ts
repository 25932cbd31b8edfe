import type { FieldDescribe, SObjectDescribe } from "../../schema/schema.ts";
export declare class FieldSetMemberValue {
    readonly path: string;
    readonly isRequired: boolean;
    readonly field: FieldDescribe;
    constructor(object: SObjectDescribe, path: string, isRequired: boolean);
}
export declare const fieldSetBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const fieldSetMemberBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const fieldSetMemberTokenBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
