import type { Position } from "../../syntax/ast.ts";
import { canHold } from "../../types/castability.ts";
import { displayType } from "../../types/display.ts";
import { numericOf, promoted } from "../../types/numeric.ts";
import type { PrimitiveName, Type } from "../../types/type.ts";
import { BOOLEAN, DATETIME } from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression, EqualityKind } from "../bound.ts";
import type { Numeric } from "../../types/conversion.ts";
import { withConversion } from "../conversions.ts";
import { fail } from "../report.ts";
import { promote } from "./arithmetic.ts";

export function bindEquality(
  left: BoundExpression,
  right: BoundExpression,
  negated: boolean,
  at: Position,
  context: BodyContext,
): BoundExpression {
  const pair = comparable(left, right);
  if (!canBeEqual(left, right, context)) incomparable(left, right, at);
  const compare = equalityKind(pair.left.type, pair.right.type, context);
  return { kind: "equality", negated, compare, ...pair, type: BOOLEAN, at };
}

export function bindIdentity(
  left: BoundExpression,
  right: BoundExpression,
  negated: boolean,
  at: Position,
  context: BodyContext,
): BoundExpression {
  if (left.type.kind === "primitive" && right.type.kind === "primitive") {
    fail(at, `Exact equality operator only allowed for reference types: ${displayType(left.type)}`);
  }
  if (!canBeEqual(left, right, context)) incomparable(left, right, at);
  return { kind: "identity", negated, left, right, type: BOOLEAN, at };
}

export function bindComparison(
  operator: "<" | "<=" | ">" | ">=",
  left: BoundExpression,
  right: BoundExpression,
  at: Position,
): BoundExpression {
  // What is nothing has no order, though a variable that holds it is asked.
  if (left.type.kind === "null" || right.type.kind === "null") incomparable(left, right, at);
  const pair = comparable(left, right);
  const compare = orderOf(left, pair.left.type, pair.right.type, at);
  if (compare === null) incomparable(left, right, at);
  return { kind: "comparison", operator, compare, ...pair, type: BOOLEAN, at };
}

function incomparable(left: BoundExpression, right: BoundExpression, at: Position): never {
  fail(
    at,
    `Comparison arguments must be compatible types: ${displayType(left.type)}, ${displayType(right.type)}`,
  );
}

interface Pair {
  readonly left: BoundExpression;
  readonly right: BoundExpression;
}

/** Both numbers of one type, a Date beside a Datetime as a Datetime. */
function comparable(left: BoundExpression, right: BoundExpression): Pair {
  const [a, b] = [numericOf(left.type), numericOf(right.type)];
  if (a !== null && b !== null) {
    const numeric = promoted(a, b);
    return { left: promote(left, numeric), right: promote(right, numeric) };
  }
  if (isPrimitive(left.type, "Datetime") && isPrimitive(right.type, "Date")) {
    return { left, right: asDatetime(right) };
  }
  if (isPrimitive(left.type, "Date") && isPrimitive(right.type, "Datetime")) {
    return { left: asDatetime(left), right };
  }
  return { left, right };
}

function asDatetime(date: BoundExpression): BoundExpression {
  return withConversion(date, { kind: "dateToDatetime" }, DATETIME);
}

function canBeEqual(left: BoundExpression, right: BoundExpression, context: BodyContext): boolean {
  const { hierarchy } = context.compilation;
  if (left.type.kind === "void" || right.type.kind === "void") return false;
  if (left.type.kind === "null" || right.type.kind === "null") return true;
  return canHold(left.type, right.type, hierarchy);
}

function equalityKind(left: Type, right: Type, context: BodyContext): EqualityKind {
  if (left.kind === "null" || right.kind === "null") return "reference";
  const numeric = numericOf(left);
  if (numeric !== null && numericOf(right) === numeric) return numeric;
  if (isPrimitive(left, "Id") || isPrimitive(right, "Id")) {
    return left.kind === "primitive" && right.kind === "primitive" ? "id" : "value";
  }
  if (isPrimitive(left, "String") && isPrimitive(right, "String")) return "string";
  if (isPrimitive(left, "Boolean") && isPrimitive(right, "Boolean")) return "reference";
  const { hierarchy } = context.compilation;
  return hierarchy.isEnum(left) && hierarchy.isEnum(right) ? "reference" : "value";
}

type Order = Numeric | "String" | "Id" | "Date" | "Datetime" | "Time";

function orderOf(
  leftOperand: BoundExpression,
  left: Type,
  right: Type,
  at: Position,
): Order | null {
  if (left.kind === "null" || right.kind === "null")
    return orderedName(left.kind === "null" ? right : left);
  const order = orderedName(left);
  if (order === null) {
    fail(at, `Inequality operator not allowed for this type: ${displayType(leftOperand.type)}`);
  }
  const other = orderedName(right);
  if (order === other) return order;
  const isText = [order, other].every((name) => name === "String" || name === "Id");
  return isText ? "Id" : null;
}

function orderedName(type: Type): Order | null {
  if (type.kind !== "primitive") return null;
  switch (type.name) {
    case "Boolean":
    case "Blob":
      return null;
    default:
      return type.name;
  }
}

function isPrimitive(type: Type, name: PrimitiveName): boolean {
  return type.kind === "primitive" && type.name === name;
}
