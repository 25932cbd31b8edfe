import { NameMap } from "../name-map.ts";
import type {
  ChildRelationship,
  FieldDescribe,
  FieldSetDescribe,
  RecordTypeDescribe,
  SObjectDescribe,
} from "../schema.ts";

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
export function objectDescribe(draft: ObjectDraft): SObjectDescribe {
  const { fields, children = [], fieldSets = [], recordTypes = [], ...particular } = draft;
  return {
    isCustom: false,
    keyPrefix: null,
    publishBehavior: null,
    nameField: fields.find((field) => field.isNameField)?.name ?? null,
    validationRules: [],
    isHistoryTracked: false,
    isCreateable: true,
    isUpdateable: true,
    isDeletable: true,
    isQueryable: true,
    isUndeletable: true,
    sharingModel: "ReadWrite",
    ...particular,
    fields: NameMap.by(fields, (field) => field.name),
    parentRelationships: NameMap.by(fields, (field) => field.relationshipName),
    // One without a name is found by none: no name has a dot.
    childRelationships: NameMap.by(
      children,
      (child) => child.relationshipName ?? `${child.childObject}.${child.field}`,
    ),
    fieldSets: NameMap.by(fieldSets, (fieldSet) => fieldSet.name),
    recordTypes: [...recordTypes, MASTER],
  };
}

/** Every object has it; it is the default of whoever is assigned no other. */
const MASTER: RecordTypeDescribe = {
  developerName: "Master",
  label: "Master",
  isActive: true,
  isDefault: true,
  isMaster: true,
};
