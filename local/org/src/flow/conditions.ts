/**
 * Conditions of decisions, collection filters and starts. Source: Salesforce Help, "Flow Operators in Decision, Wait, and Collection
 * Filter Elements": texts compare in any case.
 */
import { GapReached } from "../runtime/gap-reached.ts";
import { ApexList } from "../runtime/list.ts";
import type { FlowCondition, FlowCriteria } from "../schema/flows/flow-definition.ts";
import { filterLogic } from "../soql/filter-logic.ts";
import { FlowFault } from "./flow-fault.ts";
import { evaluateFlowFormula, hasChanged } from "./formulas.ts";
import type { Frame } from "./frame.ts";
import { compareFlowValues, sameFlowValue, shownText } from "./values.ts";

/** No criteria are always met. */
export function meets(criteria: FlowCriteria, frame: Frame): boolean {
  if (criteria.formula !== null) return evaluateFlowFormula(criteria.formula, frame) === true;
  const { conditions, logic } = criteria;
  switch (logic.toLowerCase()) {
    case "and":
      return conditions.every((condition) => holds(condition, frame));
    case "or":
      return conditions.length === 0 || conditions.some((condition) => holds(condition, frame));
    default:
      return filterLogic(logic, (number) => {
        const condition = conditions[number - 1];
        return condition !== undefined && holds(condition, frame);
      });
  }
}

function holds({ left, operator, right }: FlowCondition, frame: Frame): boolean {
  if (operator === "IsChanged") return hasChanged(left, frame) === (frame.value(right) !== false);
  const value = leftValue(left, frame);
  const other = frame.value(right);
  switch (operator) {
    case "EqualTo":
      return sameFlowValue(value, comparable(other, value));
    case "NotEqualTo":
      return !sameFlowValue(value, comparable(other, value));
    case "GreaterThan":
    case "GreaterThanOrEqualTo":
    case "LessThan":
    case "LessThanOrEqualTo":
      return isOrdered(operator, compareFlowValues(value, comparable(other, value)));
    case "IsNull":
      return isNothing(value) === (other === true);
    case "IsBlank":
      return (isNothing(value) || value === "") === (other === true);
    case "IsEmpty":
      return isNothing(value) === (other === true);
    case "WasSet":
      return (!isNothing(value) && value !== "") === (other === true);
    case "Contains":
      return contains(value, other);
    case "StartsWith":
      return lower(value).startsWith(lower(other));
    case "EndsWith":
      return lower(value).endsWith(lower(other));
    case "In":
      return isAmong(value, other);
    case "NotIn":
      return !isAmong(value, other);
    default:
      throw new GapReached(`Not supported by the local org yet: the operator ${operator} of flows`);
  }
}

/** In a condition, a field of nothing is nothing. */
function leftValue(reference: string, frame: Frame): unknown {
  try {
    return frame.resolve(reference);
  } catch (error) {
    if (!(error instanceof FlowFault)) throw error;
    return null;
  }
}

/** A literal that stands beside a value of another type: the text "true" beside a checkbox. */
function comparable(other: unknown, beside: unknown): unknown {
  if (typeof beside === "boolean" && typeof other === "string")
    return other.toLowerCase() === "true";
  return typeof beside === "string" && typeof other !== "string" && other !== null
    ? shownText(other)
    : other;
}

function isOrdered(operator: string, order: number | null): boolean {
  if (order === null) return false;
  switch (operator) {
    case "GreaterThan":
      return order > 0;
    case "GreaterThanOrEqualTo":
      return order >= 0;
    case "LessThan":
      return order < 0;
    default:
      return order <= 0;
  }
}

/** A collection without items counts as none. */
function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || (value instanceof ApexList && value.items.length === 0)
  );
}

function contains(value: unknown, other: unknown): boolean {
  if (value instanceof ApexList) return isAmong(other, value);
  return !isNothing(value) && lower(value).includes(lower(other));
}

function isAmong(value: unknown, collection: unknown): boolean {
  return (
    collection instanceof ApexList && collection.items.some((item) => sameFlowValue(item, value))
  );
}

function lower(value: unknown): string {
  return shownText(value).toLowerCase();
}
