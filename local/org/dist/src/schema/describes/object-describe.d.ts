import type { ChildRelationship, FieldDescribe, FieldSetDescribe, SObjectDescribe } from "../schema.ts";
type Mapped = "fields" | "childRelationships" | "parentRelationships" | "fieldSets";
export interface ObjectDraft extends Partial<Omit<SObjectDescribe, Mapped>> {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly kind: SObjectDescribe["kind"];
    readonly fields: readonly FieldDescribe[];
    readonly children?: readonly ChildRelationship[];
    readonly fieldSets?: readonly FieldSetDescribe[];
}
/** A describe from what is particular to an object; by default it can be written, deleted, restored and queried. */
export declare function objectDescribe(draft: ObjectDraft): SObjectDescribe;
export {};
