/** Fields of an object by what a save does with them, worked out once: a save of many records asks for the same again and again. */
import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";

export interface SavedFields {
  /** All but the id. */
  readonly values: readonly FieldDescribe[];
  readonly lookups: readonly FieldDescribe[];
  readonly autoNumbers: readonly AutoNumberField[];
  /** Those that a new record has a value of which it does not set, in declaration order. */
  readonly defaulted: readonly DefaultedField[];
}

export interface DefaultedField {
  readonly field: FieldDescribe;
  /** The value that does not depend on other fields; undefined where a formula says it. */
  readonly preset: StoredValue | undefined;
}

export type AutoNumberField = FieldDescribe & { readonly autoNumberFormat: string };

const known = new WeakMap<SObjectDescribe, SavedFields>();

export function fieldsOf(describe: SObjectDescribe): SavedFields {
  let fields = known.get(describe);
  if (fields === undefined) known.set(describe, (fields = sorted([...describe.fields.values()])));
  return fields;
}

function sorted(fields: readonly FieldDescribe[]): SavedFields {
  return {
    values: fields.filter(({ type }) => type !== "id"),
    lookups: fields.filter(
      ({ type, referenceTo }) => type === "reference" && referenceTo.length > 0,
    ),
    autoNumbers: fields.filter(
      (field): field is AutoNumberField => field.autoNumberFormat !== null,
    ),
    defaulted: fields.flatMap((field): readonly DefaultedField[] => {
      if (hasFormula(field)) return [{ field, preset: undefined }];
      const preset = presetOf(field);
      return preset === undefined ? [] : [{ field, preset }];
    }),
  };
}

/** Whether a formula says the field's default. */
export function hasFormula(
  field: FieldDescribe,
): field is FieldDescribe & { readonly defaultValue: string } {
  return field.defaultValue !== null && field.formula === null;
}

/** The default that no formula says; undefined for a field without one. */
export function presetOf(field: FieldDescribe): StoredValue | undefined {
  const preselected = field.picklistValues.find((value) => value.isDefault && value.isActive);
  if (preselected !== undefined) return preselected.value;
  return field.type === "boolean" && field.formula === null && field.name !== "IsDeleted"
    ? false
    : undefined;
}
