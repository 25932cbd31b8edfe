/** CustomField: Metadata API Developer Guide, "CustomField". */
import type { RollupSummary } from "../schema.ts";
import { readPicklist, type PicklistMetadata } from "./picklist.ts";
import type { XmlElement } from "./xml.ts";

export interface FieldMetadata {
  readonly name: string;
  /** Text, Number, Lookup …; null for a standard field of which only some settings are given. */
  readonly type: string | null;
  readonly label: string | null;
  readonly length: number | null;
  readonly precision: number | null;
  readonly scale: number | null;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  readonly isHistoryTracked: boolean;
  readonly formula: string | null;
  readonly treatBlanksAsZero: boolean;
  readonly defaultValue: string | null;
  readonly referenceTo: readonly string[];
  /** The name of the list on the parent, without `__r`. */
  readonly childRelationshipName: string | null;
  readonly deleteConstraint: "Cascade" | "Restrict" | "SetNull" | null;
  readonly isReparentable: boolean;
  readonly writeRequiresMasterRead: boolean;
  readonly displayFormat: string | null;
  readonly picklist: PicklistMetadata | null;
  readonly summary: RollupSummary | null;
  readonly inlineHelpText: string | null;
  readonly description: string | null;
}

export function readField(field: XmlElement, name: string): FieldMetadata {
  return {
    name,
    type: field.text("type"),
    label: field.text("label"),
    length: field.number("length"),
    precision: field.number("precision"),
    scale: field.number("scale"),
    isRequired: field.flag("required"),
    isUnique: field.flag("unique"),
    isCaseSensitive: field.flag("caseSensitive"),
    isExternalId: field.flag("externalId"),
    isHistoryTracked: field.flag("trackHistory"),
    formula: field.text("formula"),
    treatBlanksAsZero: field.text("formulaTreatBlanksAs") === "BlankAsZero",
    defaultValue: field.text("defaultValue"),
    referenceTo: field.texts("referenceTo"),
    childRelationshipName: field.text("relationshipName"),
    deleteConstraint: readDeleteConstraint(field),
    isReparentable: field.flag("reparentableMasterDetail"),
    writeRequiresMasterRead: field.flag("writeRequiresMasterRead"),
    displayFormat: field.text("displayFormat"),
    picklist: readPicklist(field),
    summary: readSummary(field),
    inlineHelpText: field.text("inlineHelpText"),
    description: field.text("description"),
  };
}

function readDeleteConstraint(field: XmlElement): FieldMetadata["deleteConstraint"] {
  const constraint = field.text("deleteConstraint");
  return constraint === "Cascade" || constraint === "Restrict" || constraint === "SetNull"
    ? constraint
    : null;
}

function readSummary(field: XmlElement): RollupSummary | null {
  const operation = field.text("summaryOperation");
  const [childObject, foreignKey] = (field.text("summaryForeignKey") ?? "").split(".");
  if (
    (operation !== "count" && operation !== "sum" && operation !== "min" && operation !== "max") ||
    childObject === undefined ||
    foreignKey === undefined
  ) {
    return null;
  }
  return {
    operation,
    childObject,
    foreignKey,
    summarizedField: withoutObject(field.text("summarizedField")),
    filters: field.children("summaryFilterItems").map((filter) => ({
      field: withoutObject(filter.text("field")) ?? "",
      operation: filter.text("operation") ?? "",
      value: filter.text("value") ?? "",
    })),
  };
}

/** `LogEntry__c.Level__c` → `Level__c`: the object is that of the foreign key. */
function withoutObject(path: string | null): string | null {
  return path === null ? null : path.slice(path.indexOf(".") + 1);
}
