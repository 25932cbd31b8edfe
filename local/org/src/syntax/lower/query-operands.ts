/** Fields and functions, wherever a query names them. */
import type {
  CoordinateValueContext,
  DateFieldNameContext,
  FieldNameContext,
  FieldNameListContext,
  FieldOrderListContext,
  LocationValueContext,
  SoqlFunctionContext,
} from "@apexdevtools/apex-parser";
import type { Position } from "../ast.ts";
import type { FunctionItem, OrderBy, QueryOperand, SelectItem } from "../query.ts";
import { stringOf } from "./literals.ts";
import { identifier, optional, startOf, unknownConstruct, type Report } from "./tree.ts";

export function lowerPath(tree: FieldNameContext, report: Report): readonly string[] {
  return tree.soqlId_list().map((id) => identifier(id.id(), report));
}

export function lowerPaths(
  tree: FieldNameListContext,
  report: Report,
): readonly (readonly string[])[] {
  return tree.fieldName_list().map((field) => lowerPath(field, report));
}

function lowerField(tree: FieldNameContext, report: Report): QueryOperand {
  return { kind: "field", path: lowerPath(tree, report), at: startOf(tree) };
}

/** FIELDS(ALL) and its like; null for every other function. */
export function lowerAllFields(
  tree: SoqlFunctionContext,
): Extract<SelectItem<never>, { kind: "fields" }> | null {
  const parameter = optional(tree.soqlFieldsParameter());
  if (parameter === null) return null;
  const of =
    optional(parameter.ALL()) !== null
      ? "ALL"
      : optional(parameter.STANDARD()) !== null
        ? "STANDARD"
        : "CUSTOM";
  return { kind: "fields", of, at: startOf(tree) };
}

export function lowerFunction(
  tree: SoqlFunctionContext,
  report: Report,
): Omit<FunctionItem, "alias"> {
  if (optional(tree.soqlFieldsParameter()) !== null) {
    report(startOf(tree), "FIELDS() is only allowed in the SELECT clause");
  }
  return {
    kind: "function",
    name: tree.start.text.toUpperCase(),
    arguments: lowerArguments(tree, report),
    at: startOf(tree),
  };
}

function lowerArguments(tree: SoqlFunctionContext, report: Report): readonly QueryOperand[] {
  const field = optional(tree.fieldName());
  if (field !== null) return [lowerField(field, report)];
  const date = optional(tree.dateFieldName());
  if (date !== null) return [lowerDateField(date, report)];
  const inner = optional(tree.soqlFunction());
  if (inner !== null) return [lowerFunction(inner, report)];
  const unit = optional(tree.StringLiteral()) ?? optional(tree.MultilineStringLiteral());
  if (unit === null) return [];
  return [
    ...tree.locationValue_list().map((location) => lowerLocation(location, report)),
    { kind: "literal", value: stringOf(unit, report), at: startOf(tree) },
  ];
}

function lowerDateField(tree: DateFieldNameContext, report: Report): QueryOperand {
  const field = lowerField(tree.fieldName(), report);
  return optional(tree.CONVERT_TIMEZONE()) === null
    ? field
    : { kind: "function", name: "CONVERTTIMEZONE", arguments: [field], at: startOf(tree) };
}

function lowerLocation(tree: LocationValueContext, report: Report): QueryOperand {
  const at = startOf(tree);
  const field = optional(tree.fieldName());
  if (field !== null) return lowerField(field, report);
  if (optional(tree.GEOLOCATION()) === null) return boundLocation(at, report);
  const coordinates = tree
    .coordinateValue_list()
    .map((coordinate) => lowerCoordinate(coordinate, report));
  return { kind: "function", name: "GEOLOCATION", arguments: coordinates, at };
}

function lowerCoordinate(tree: CoordinateValueContext, report: Report): QueryOperand {
  const at = startOf(tree);
  const number = optional(tree.signedNumber());
  return number === null
    ? boundLocation(at, report)
    : { kind: "literal", value: number.getText(), at };
}

function boundLocation(at: Position, report: Report): QueryOperand {
  report(at, "A bind variable inside DISTANCE() is not supported", "gap");
  return { kind: "literal", value: "0", at };
}

/** A place that takes a field or a function of one. */
export function lowerFieldOrFunction(
  tree: { fieldName(): FieldNameContext; soqlFunction(): SoqlFunctionContext },
  report: Report,
): QueryOperand {
  const field = optional(tree.fieldName());
  return field === null ? lowerFunction(tree.soqlFunction(), report) : lowerField(field, report);
}

export function lowerOrderBy(tree: FieldOrderListContext, report: Report): readonly OrderBy[] {
  return tree.fieldOrder_list().map((order) => {
    if (optional(order.fieldName()) === null && optional(order.soqlFunction()) === null) {
      throw unknownConstruct(order);
    }
    return {
      operand: lowerFieldOrFunction(order, report),
      descending: optional(order.DESC()) !== null,
      nulls:
        optional(order.FIRST()) !== null
          ? "first"
          : optional(order.LAST()) !== null
            ? "last"
            : null,
    };
  });
}
