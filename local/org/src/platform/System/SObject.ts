/** SObject: what every record answers to. Source: Apex Reference, "SObject Class". */
import { applyRecordFormulas } from "../../dml/record-formulas.ts";
import type { ChildRelationship } from "../../schema/schema.ts";
import { isWrittenBySalesforce } from "../../schema/written-by-salesforce.ts";
import { isDefinition } from "../../store/definition-rows.ts";
import { ApexException, raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { recordOptions, setRecordOptions } from "../../runtime/record-options.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { FieldToken, ObjectToken } from "../../runtime/tokens.ts";
import { OBJECT, platformTypeNamed, STRING } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { ErrorValue } from "../Database/Results.ts";
import { cloneRecord } from "../record-clone.ts";
import { assignable, type FieldName, fieldOf, parentRelationshipOf } from "../record-field.ts";

/** `FORMAT(Amount) shown`: what a query brought under a name that no field has. */
function aliasOf(record: SObjectValue, name: FieldName): string | null {
  if (typeof name !== "string" || record.selection === null) return null;
  if (record.describe.fields.has(name.toLowerCase())) return null;
  const wanted = name.toLowerCase();
  for (const known of record.values.keys()) if (known.toLowerCase() === wanted) return known;
  return null;
}

function put(record: SObjectValue, name: FieldName, value: unknown): unknown {
  const field = fieldOf(record, name);
  if (record.isReadOnly) raise("System.FinalException", "Record is read-only");
  if (isWrittenBySalesforce(record.describe, field))
    raise("System.SObjectException", `Field ${field.name} is not editable`);
  const before = record.peek(field.name);
  record.put(field.name, assignable(field, value));
  return before;
}

function putParent(
  record: SObjectValue,
  name: FieldName,
  parent: SObjectValue | null,
): SObjectValue | null {
  const relationship = parentRelationshipOf(record, name);
  const before = record.parents.get(relationship) ?? null;
  record.putParent(relationship, parent);
  return before;
}

/** The children that name the record in that field of theirs: `account.getSObjects(Contact.AccountId)`. */
function childrenBy(record: SObjectValue, { describe }: FieldToken): ChildRelationship | undefined {
  return [...record.describe.childRelationships.values()].find(
    ({ childObject, field }) => childObject === describe.object && field === describe.name,
  );
}

function children(record: SObjectValue, name: FieldName): ApexList<SObjectValue> | null {
  const text = name instanceof FieldToken ? name.describe.name : (name ?? "");
  const relationship =
    name instanceof FieldToken
      ? childrenBy(record, name)
      : record.describe.childRelationships.get(text.toLowerCase());
  const canonical =
    relationship?.relationshipName ??
    raise(
      "System.SObjectException",
      `Invalid aggregate relationship ${text} for ${record.objectName}`,
    );
  const list = record.childList(canonical);
  // Read as a field it is an empty list; what is defined, and no data, has lists here too, as apex-recipes' suite shows.
  return list?.size === 0 && !isDefinition(record.objectName) ? null : list;
}

function populatedFields(record: SObjectValue): ApexMap<string> {
  const map = new ApexMap<string, unknown>(STRING, OBJECT);
  for (const [name, value] of record.values) {
    const isAssignedNull = record.selection === null;
    if (value !== null || isAssignedNull) map.put(name, value);
  }
  for (const [name, parent] of record.parents) if (parent !== null) map.put(name, parent);
  for (const [name, list] of record.children) map.put(name, list);
  return map;
}

function messageOf(error: string | ApexException | null): string {
  return error instanceof ApexException ? (error.message ?? "") : (error ?? "");
}

function addFieldError(record: SObjectValue, name: FieldName, message: string | null): void {
  record.addError(message ?? "", fieldOf(record, name).name);
}

/** Unlike a field read by its name, a checkbox that was never set is null: the suite of berehovskyi/apex-stream, which passes on scratch orgs. */
function dynamicValue(record: SObjectValue, name: string): unknown {
  return record.selection === null ? record.peek(name) : record.get(name);
}

export const sobjectBehaviour = platformType({
  type: "SObject",
  implementation: SObjectValue,
  getters: { Id: (record: SObjectValue) => record.get("Id") },
  methods: {
    "addError(String,String)": addFieldError,
    "addError(String,String,Boolean)": addFieldError,
    "addError(Schema.SObjectField,String)": addFieldError,
    "addError(Schema.SObjectField,String,Boolean)": addFieldError,
    addError: (record: SObjectValue, error: string | ApexException | null) =>
      record.addError(messageOf(error)),
    clear: (record: SObjectValue) => {
      record.values.clear();
      record.parents.clear();
      record.children.clear();
    },
    get: (record: SObjectValue, name: FieldName) =>
      dynamicValue(record, aliasOf(record, name) ?? fieldOf(record, name).name),
    put,
    getSObject: (record: SObjectValue, name: FieldName) =>
      record.parent(parentRelationshipOf(record, name)),
    putSObject: putParent,
    getSObjects: children,
    getSObjectType: (record: SObjectValue) => new ObjectToken(record.describe),
    getPopulatedFieldsAsMap: populatedFields,
    isSet: (record: SObjectValue, name: FieldName) => record.values.has(fieldOf(record, name).name),
    isClone: (record: SObjectValue) => record.isClone,
    getCloneSourceId: (record: SObjectValue) => record.cloneSourceId,
    clone: (
      record: SObjectValue,
      keepId: boolean | null = false,
      deep: boolean | null = false,
      keepTimestamps: boolean | null = false,
      keepAutonumber: boolean | null = false,
    ) => {
      const cloned = cloneRecord(record, {
        keepId: keepId === true,
        keepReadonlyTimestamps: keepTimestamps === true,
        keepAutonumber: keepAutonumber === true,
        isDeep: deep === true,
      });
      if (deep !== true) {
        cloned.children.clear();
      }
      return cloned;
    },
    getErrors: (record: SObjectValue) =>
      new ApexList(
        platformTypeNamed("Database.Error"),
        record.errors.map(
          (error) =>
            new ErrorValue(
              "FIELD_CUSTOM_VALIDATION_EXCEPTION",
              error.message,
              error.field === null ? [] : [error.field],
            ),
        ),
      ),
    hasErrors: (record: SObjectValue) => record.errors.length > 0,
    getOptions: (record: SObjectValue) => recordOptions(record),
    setOptions: setRecordOptions,
    recalculateFormulas: applyRecordFormulas,
    getQuickActionName: () => null,
  },
});
