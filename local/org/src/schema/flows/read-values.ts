/** The values, conditions and parameters in a flow's file. */
import type { XmlElement } from "../metadata/xml.ts";
import type {
  FlowCriteria,
  FlowDataType,
  FlowFieldValue,
  FlowFilter,
  FlowOperand,
  FlowOutput,
  FlowParameter,
} from "./flow-definition.ts";

const DATA_TYPES: ReadonlySet<string> = new Set<FlowDataType>([
  "Apex",
  "Boolean",
  "Currency",
  "Date",
  "DateTime",
  "Multipicklist",
  "Number",
  "Picklist",
  "SObject",
  "String",
  "Time",
]);

export function dataTypeOf(element: XmlElement): FlowDataType {
  const written = element.text("dataType") ?? "String";
  // The set holds nothing else.
  return DATA_TYPES.has(written) ? (written as FlowDataType) : "String";
}

/** Of an element with one of `stringValue`, `numberValue`, `elementReference` … */
export function readOperand(element: XmlElement | null): FlowOperand {
  if (element === null) return { kind: "none" };
  const reference = element.text("elementReference");
  if (reference !== null) return { kind: "reference", path: reference };
  const number = element.text("numberValue");
  if (number !== null) return { kind: "number", text: number };
  const boolean = element.text("booleanValue");
  if (boolean !== null) return { kind: "boolean", value: boolean === "true" };
  const date = element.text("dateValue");
  if (date !== null) return { kind: "date", text: date };
  const dateTime = element.text("dateTimeValue");
  if (dateTime !== null) return { kind: "dateTime", text: dateTime };
  const text = element.child("stringValue");
  return text === null ? { kind: "none" } : { kind: "text", text: text.ownText() ?? "" };
}

export function readFieldValues(element: XmlElement): readonly FlowFieldValue[] {
  return element.children("inputAssignments").map((assignment) => ({
    field: assignment.text("field") ?? "",
    value: readOperand(assignment.child("value")),
  }));
}

export function readParameters(elements: readonly XmlElement[]): readonly FlowParameter[] {
  return elements.map((parameter) => ({
    name: parameter.text("name") ?? "",
    value: readOperand(parameter.child("value")),
  }));
}

export function readOutputs(
  elements: readonly XmlElement[],
  name: "name" | "field",
): readonly FlowOutput[] {
  return elements.map((output) => ({
    name: output.text(name) ?? "",
    assignTo: output.text("assignToReference") ?? "",
  }));
}

/** Of a decision's rule or a collection filter: `conditions` over any references. */
export function readCriteria(element: XmlElement): FlowCriteria {
  const logic = element.text("conditionLogic") ?? "and";
  return {
    logic,
    conditions: element.children("conditions").map((condition) => ({
      left: condition.text("leftValueReference") ?? "",
      operator: condition.text("operator") ?? "EqualTo",
      right: readOperand(condition.child("rightValue")),
    })),
    formula: element.text("formula"),
  };
}

/** `filters` over the fields of an object. */
export function readFilter(element: XmlElement): FlowFilter {
  return {
    logic: element.text("filterLogic") ?? "and",
    conditions: element.children("filters").map((filter) => ({
      left: filter.text("field") ?? "",
      operator: filter.text("operator") ?? "EqualTo",
      right: readOperand(filter.child("value")),
    })),
    formula: element.text("filterFormula"),
  };
}
