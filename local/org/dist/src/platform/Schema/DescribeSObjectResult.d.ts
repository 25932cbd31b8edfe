import type { ChildRelationship, FieldDescribe } from "../../schema/schema.ts";
export declare class ChildRelationshipValue {
    readonly describe: ChildRelationship;
    readonly field: FieldDescribe | undefined;
    constructor(describe: ChildRelationship);
    get $identity(): string;
}
export declare const describeSObjectResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const fieldsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const fieldSetsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const childRelationshipBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
