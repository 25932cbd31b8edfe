/** The fields that the platform gives to the objects of a project. Source: Object Reference, "System Fields", and the pages of each kind. */
import type { ObjectSettings } from "../metadata/custom-object.ts";
import type { FieldDescribe, ObjectKind } from "../schema.ts";
import { type FieldDraft } from "./field-describe.ts";
type Draft = Omit<FieldDraft, "object">;
export interface SystemFieldContext {
    readonly object: string;
    readonly objectLabel: string;
    readonly kind: ObjectKind;
    readonly settings: ObjectSettings;
    /** A detail belongs to its master's owner. */
    readonly isDetail: boolean;
    readonly hasRecordTypes: boolean;
    readonly hasTab: boolean;
    readonly hasCurrencies: boolean;
}
export declare function systemFields(context: SystemFieldContext): readonly FieldDescribe[];
export declare function idField(label: string): Draft;
export declare function text(name: string, label: string, length: number, more?: Partial<FieldDescribe>): Draft;
export declare function lookup(name: string, label: string, referenceTo: readonly string[], more?: Partial<FieldDescribe>): Draft;
export declare const CREATED_DATE: Draft;
export declare const CREATED_BY: Draft;
export declare const LAST_MODIFIED_DATE: Draft;
export declare const LAST_MODIFIED_BY: Draft;
export declare const SYSTEM_MODSTAMP: Draft;
export declare const IS_DELETED: Draft;
export {};
