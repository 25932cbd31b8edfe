/**
 * Workflow rules: which of them a saved record meets, and the field updates they make.
 * Source: Salesforce Help, "Workflow Rule Criteria", "Field Update Considerations".
 */
import { asFieldValue } from "../formula/formula.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import type { FieldUpdate, WorkflowRule } from "../schema/workflows/workflow-definition.ts";
import { passesFilter } from "../soql/field-filter.ts";
import { filterLogic } from "../soql/filter-logic.ts";
import { findRow } from "../store/find-row.ts";
import type { Row, RowValues, StoredValue } from "../store/row.ts";
import { storedText } from "../store/stored-text.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft, sameValue } from "./draft.ts";
import { formulaOnDraft } from "./validation-rule.ts";

/** After the first evaluation. Source: Salesforce Help, "Field Updates That Re-evaluate Workflow Rules". */
const MAX_REEVALUATIONS = 5;

/** Puts into the draft what field updates give; whether that has changed it. */
export function applyFieldUpdates(
  context: DmlContext,
  describe: SObjectDescribe,
  draft: Draft,
): boolean {
  const rules = context.schema.workflowRules.get(describe.name) ?? [];
  let hasChanged = false;
  const fired = new Set<WorkflowRule>();
  for (let round = 0; round <= MAX_REEVALUATIONS; round += 1) {
    const met = rules.filter((rule) => !fired.has(rule) && isMet(context, describe, rule, draft));
    let isAgain = false;
    for (const rule of met) {
      fired.add(rule);
      for (const update of rule.updates) {
        if (!takeUpdate(context, describe, draft, update)) continue;
        hasChanged = true;
        isAgain ||= update.reevaluates;
      }
    }
    if (!isAgain) break;
  }
  return hasChanged;
}

function isMet(
  context: DmlContext,
  describe: SObjectDescribe,
  rule: WorkflowRule,
  draft: Draft,
): boolean {
  const isNew = draft.before === null;
  if (rule.when === "created" && !isNew) return false;
  if (!meets(context, describe, rule, draft, draft.values)) return false;
  return (
    rule.when !== "comes to meet the criteria" ||
    draft.before === null ||
    !meets(
      context,
      describe,
      rule,
      { ...draft, values: { ...draft.before.values } },
      draft.before.values,
    )
  );
}

function meets(
  context: DmlContext,
  describe: SObjectDescribe,
  { formula, filters, logic }: WorkflowRule,
  draft: Draft,
  values: RowValues,
): boolean {
  if (formula !== null) return formulaOnDraft(context, describe, draft, formula) === true;
  const row: Row = { object: describe.name, id: draft.id ?? "", values, isDeleted: false };
  const holds = filters.map((filter) => passesFilter(context, describe, row, filter));
  return logic === null
    ? holds.every(Boolean)
    : filterLogic(logic, (number) => holds[number - 1] === true);
}

function takeUpdate(
  context: DmlContext,
  describe: SObjectDescribe,
  draft: Draft,
  update: FieldUpdate,
): boolean {
  const field = describe.fields.get(update.field.toLowerCase());
  if (field === undefined) {
    context.warn(`The field update ${update.name} is of no field of ${describe.name}`);
    return false;
  }
  const value = valueOf(context, describe, draft, field, update);
  if (sameValue(value, draft.values[field.name])) return false;
  draft.values[field.name] = value;
  return true;
}

function valueOf(
  context: DmlContext,
  describe: SObjectDescribe,
  draft: Draft,
  field: FieldDescribe,
  { value }: FieldUpdate,
): StoredValue {
  switch (value.kind) {
    case "null":
      return field.type === "boolean" ? false : null;
    case "literal":
      return asFieldValue(literal(value.text, field), field);
    case "formula":
      return asFieldValue(formulaOnDraft(context, describe, draft, value.formula), field);
    case "neighbour":
      return neighbour(storedText(draft.values[field.name]), field, value.step);
    case "lookup":
      return idOf(context, describe, value.object, value.name);
  }
}

/** As the field's metadata writes it: `1`, `true`, `2026-01-31`, `Closed`. */
function literal(text: string, field: FieldDescribe): StoredValue {
  switch (field.apexType) {
    case "Boolean":
      return text === "1" || text.toLowerCase() === "true";
    case "Decimal":
    case "Double":
    case "Integer":
    case "Long":
      return ApexDecimal.parse(text);
    case "Date":
      return ApexDate.parseIso(text);
    case "Datetime":
      return ApexDatetime.parseIso(text);
    default:
      return text;
  }
}

/** The last value stays the last. */
function neighbour(current: string, field: FieldDescribe, step: 1 | -1): string | null {
  const values = field.picklistValues.filter(({ isActive }) => isActive).map(({ value }) => value);
  const at = values.indexOf(current);
  return values[at + step] ?? (current === "" ? null : current);
}

function idOf(
  { store, schema }: DmlContext,
  describe: SObjectDescribe,
  object: "User" | "Group" | "RecordType",
  name: string,
): string | null {
  if (schema.object(object) === undefined) return null;
  const key = object === "User" ? "Username" : "DeveloperName";
  const row = findRow(
    store,
    object,
    (values) =>
      storedText(values[key]).toLowerCase() === name.toLowerCase() &&
      (object !== "RecordType" || values["SobjectType"] === describe.name),
  );
  return row?.id ?? null;
}
