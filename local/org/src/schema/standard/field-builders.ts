import type { FieldType, PicklistValue } from "../schema.ts";
import type { OrgFeature, StandardFieldDetail } from "./curated-types.ts";
import { fieldLabel } from "./field-label.ts";

/** A curated field before it has its name. */
export type FieldDraft = Partial<Omit<StandardFieldDetail, "name">> & { readonly type: FieldType };

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

export function text(length: number, options: FieldOptions = {}): FieldDraft {
  return { type: "string", length, ...common(options) };
}

export function textArea(length: number, options: FieldOptions = {}): FieldDraft {
  return { type: "textarea", length, ...common(options) };
}

export function email(length = 80, options: FieldOptions = {}): FieldDraft {
  return { type: "email", length, ...common(options) };
}

export function phone(options: FieldOptions = {}): FieldDraft {
  return { type: "phone", length: 40, ...common(options) };
}

export function url(length = 255, options: FieldOptions = {}): FieldDraft {
  return { type: "url", length, ...common(options) };
}

export function currency(options: FieldOptions = {}): FieldDraft {
  return { type: "currency", precision: 18, scale: 2, ...common(options) };
}

export function percent(precision: number, scale: number, options: FieldOptions = {}): FieldDraft {
  return { type: "percent", precision, scale, ...common(options) };
}

export function double(precision: number, scale: number, options: FieldOptions = {}): FieldDraft {
  return { type: "double", precision, scale, ...common(options) };
}

export function integer(digits: number, options: FieldOptions = {}): FieldDraft {
  return { type: "int", precision: digits, ...common(options) };
}

export function date(options: FieldOptions = {}): FieldDraft {
  return { type: "date", ...common(options) };
}

export function datetime(options: FieldOptions = {}): FieldDraft {
  return { type: "datetime", ...common(options) };
}

export function base64(options: FieldOptions = {}): FieldDraft {
  return { type: "base64", ...common(options) };
}

export function checkbox(options: FieldOptions & { readonly checked?: boolean } = {}): FieldDraft {
  const { checked = false, ...others } = options;
  return {
    type: "boolean",
    defaultValue: String(checked),
    ...common({ filled: true, ...others }),
  };
}

export function lookup(
  options: FieldOptions & { readonly onDelete?: "Cascade" | "Restrict" } = {},
): FieldDraft {
  const { onDelete = "SetNull", ...others } = options;
  return { type: "reference", length: 18, deleteConstraint: onDelete, ...common(others) };
}

/** Filled by the platform with the running user, when a create leaves it out. */
export function owner(options: FieldOptions = {}): FieldDraft {
  return lookup({ label: "Owner ID", filled: true, onDelete: "Restrict", ...options });
}

export function autoNumber(format: string, options: FieldOptions = {}): FieldDraft {
  return {
    type: "string",
    length: 30,
    autoNumberFormat: format,
    ...common({ filled: true, readOnly: true, ...options }),
  };
}

export interface PicklistOptions extends FieldOptions {
  readonly default?: string;
  /** A value outside the list is refused: INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST. */
  readonly restricted?: boolean;
  readonly length?: number;
}

/** The values in order; one that differs from its label is written "value=label". */
export function picklist(values: readonly string[], options: PicklistOptions = {}): FieldDraft {
  const { default: defaultValue, restricted = false, length = 255, ...others } = options;
  return {
    type: "picklist",
    length,
    picklistValues: values.map((value) => picklistValue(value, defaultValue)),
    isRestrictedPicklist: restricted,
    ...(defaultValue === undefined
      ? {}
      : { defaultValue: JSON.stringify(defaultValue), isDefaultedOnCreate: true }),
    ...common(others),
  };
}

/** A text field with suggestions. */
export function combobox(values: readonly string[], options: FieldOptions = {}): FieldDraft {
  return { ...picklist(values, options), type: "combobox" };
}

export function named(name: string, draft: FieldDraft): StandardFieldDetail {
  return {
    name,
    label: fieldLabel(name),
    length: 0,
    precision: 0,
    scale: 0,
    isRequired: false,
    isNillable: true,
    isDefaultedOnCreate: false,
    isUnique: false,
    isCreateable: true,
    isUpdateable: true,
    defaultValue: null,
    picklistValues: [],
    isRestrictedPicklist: false,
    compoundField: null,
    autoNumberFormat: null,
    deleteConstraint: null,
    requires: null,
    ...draft,
  };
}

function common(options: FieldOptions): Partial<Omit<StandardFieldDetail, "name" | "type">> {
  const { label, partOf, requires } = options;
  return {
    ...(label === undefined ? {} : { label }),
    ...(options.required === true ? { isRequired: true, isNillable: false } : {}),
    ...(options.filled === true ? { isNillable: false, isDefaultedOnCreate: true } : {}),
    ...(options.unique === true ? { isUnique: true } : {}),
    ...(options.readOnly === true ? { isCreateable: false, isUpdateable: false } : {}),
    ...(options.createOnly === true ? { isUpdateable: false } : {}),
    ...(partOf === undefined ? {} : { compoundField: partOf }),
    ...(requires === undefined ? {} : { requires }),
  };
}

function picklistValue(written: string, defaultValue: string | undefined): PicklistValue {
  const [value = written, label = value] = written.split("=");
  return { value, label, isDefault: value === defaultValue, isActive: true };
}
