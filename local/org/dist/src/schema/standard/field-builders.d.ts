import type { FieldType } from "../schema.ts";
import type { OrgFeature, StandardFieldDetail } from "./curated-types.ts";
/** A curated field before it has its name. */
export type FieldDraft = Partial<Omit<StandardFieldDetail, "name">> & {
    readonly type: FieldType;
};
/** What may be said of a field of any type. */
export interface FieldOptions {
    readonly label?: string;
    readonly required?: boolean;
    readonly unique?: boolean;
    /** The platform writes it: neither createable nor updateable. */
    readonly readOnly?: boolean;
    /** Createable, and fixed from then on. */
    readonly createOnly?: boolean;
    /** Never empty, though a create may leave it out: the platform fills it. */
    readonly filled?: boolean;
    readonly partOf?: string;
    readonly requires?: OrgFeature;
}
export declare function text(length: number, options?: FieldOptions): FieldDraft;
export declare function textArea(length: number, options?: FieldOptions): FieldDraft;
export declare function email(length?: number, options?: FieldOptions): FieldDraft;
export declare function phone(options?: FieldOptions): FieldDraft;
export declare function url(length?: number, options?: FieldOptions): FieldDraft;
export declare function currency(options?: FieldOptions): FieldDraft;
export declare function percent(precision: number, scale: number, options?: FieldOptions): FieldDraft;
export declare function double(precision: number, scale: number, options?: FieldOptions): FieldDraft;
export declare function integer(digits: number, options?: FieldOptions): FieldDraft;
export declare function date(options?: FieldOptions): FieldDraft;
export declare function datetime(options?: FieldOptions): FieldDraft;
export declare function base64(options?: FieldOptions): FieldDraft;
export declare function checkbox(options?: FieldOptions & {
    readonly checked?: boolean;
}): FieldDraft;
export declare function lookup(options?: FieldOptions & {
    readonly onDelete?: "Cascade" | "Restrict";
}): FieldDraft;
/** Filled by the platform with the running user, when a create leaves it out. */
export declare function owner(options?: FieldOptions): FieldDraft;
export declare function autoNumber(format: string, options?: FieldOptions): FieldDraft;
export interface PicklistOptions extends FieldOptions {
    readonly default?: string;
    /** A value outside the list is refused: INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST. */
    readonly restricted?: boolean;
    readonly length?: number;
}
/** The values in order; one that differs from its label is written "value=label". */
export declare function picklist(values: readonly string[], options?: PicklistOptions): FieldDraft;
/** A text field with suggestions. */
export declare function combobox(values: readonly string[], options?: FieldOptions): FieldDraft;
export declare function named(name: string, draft: FieldDraft): StandardFieldDetail;
