import type { FieldDescribe } from "../schema.ts";
export type FieldDraft = Partial<FieldDescribe> & Pick<FieldDescribe, "name" | "object" | "label" | "type">;
/** A describe from what is particular to a field; the rest follows from its type. */
export declare function fieldDescribe(draft: FieldDraft): FieldDescribe;
/** A field that only the platform writes. */
export declare const SYSTEM_WRITTEN: {
    readonly isCreateable: false;
    readonly isUpdateable: false;
    readonly isNillable: false;
    readonly isDefaultedOnCreate: true;
};
