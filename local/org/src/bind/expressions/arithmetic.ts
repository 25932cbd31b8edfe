/** Operators whose result has a type of its own: arithmetic, concatenation, bits, points in time. */
import type { Position } from "../../syntax/ast.ts";
import { numericOf, numericType, promoted } from "../../types/numeric.ts";
import { sameType } from "../../types/same-type.ts";
import { BOOLEAN, STRING } from "../../types/well-known.ts";
import type { BoundExpression } from "../bound.ts";
import type { Numeric } from "../../types/conversion.ts";
import { withConversion } from "../conversions.ts";
import { fail } from "../report.ts";

export type Operator = "+" | "-" | "*" | "/" | "<<" | ">>" | ">>>" | "&" | "|" | "^";

export function bindOperation(
  operator: Operator,
  left: BoundExpression,
  right: BoundExpression,
  at: Position,
): BoundExpression {
  if (left.type.kind === "void" || right.type.kind === "void") {
    fail(at, "Arithmetic expressions are not allowed on void types");
  }
  switch (operator) {
    case "+":
      if (sameType(left.type, STRING) || sameType(right.type, STRING)) {
        return { kind: "concat", left, right, type: STRING, at };
      }
      return (
        bindDateArithmetic(operator, left, right, at) ?? bindNumeric(operator, left, right, at)
      );
    case "-":
      return (
        bindDateArithmetic(operator, left, right, at) ?? bindNumeric(operator, left, right, at)
      );
    case "*":
    case "/":
      return bindNumeric(operator, left, right, at);
    case "<<":
    case ">>":
    case ">>>":
      return bindShift(operator, left, right, at);
    case "&":
    case "|":
    case "^":
      return bindBits(operator, left, right, at);
  }
}

function bindNumeric(
  operator: "+" | "-" | "*" | "/",
  left: BoundExpression,
  right: BoundExpression,
  at: Position,
): BoundExpression {
  const [a, b] = [numericOf(left.type), numericOf(right.type)];
  if (a === null || b === null) fail(at, "Arithmetic expressions must use numeric arguments");
  const numeric = promoted(a, b);
  return {
    kind: "arithmetic",
    operator,
    numeric,
    left: promote(left, numeric),
    right: promote(right, numeric),
    type: numericType(numeric),
    at,
  };
}

export function promote(operand: BoundExpression, to: Numeric): BoundExpression {
  const from = numericOf(operand.type);
  return from === null
    ? operand
    : withConversion(operand, { kind: "numeric", from, to }, numericType(to));
}

function bindDateArithmetic(
  operator: "+" | "-",
  left: BoundExpression,
  right: BoundExpression,
  at: Position,
): BoundExpression | null {
  if (left.type.kind !== "primitive") return null;
  const of = left.type.name;
  const amount = numericOf(right.type);
  const isWhole = amount === "Integer" || amount === "Long";
  switch (of) {
    case "Date":
      if (!isWhole) fail(at, "Date expressions must use Integer or Long");
      break;
    case "Datetime":
      if (amount === null || amount === "Long")
        fail(at, "Date/time expressions must use Integer or Double or Decimal");
      break;
    case "Time":
      if (!isWhole) fail(at, "Time expressions must use Integer or Long");
      break;
    default:
      return null;
  }
  return { kind: "dateArithmetic", operator, of, left, right, type: left.type, at };
}

function bindShift(
  operator: "<<" | ">>" | ">>>",
  left: BoundExpression,
  right: BoundExpression,
  at: Position,
): BoundExpression {
  const numeric = numericOf(left.type);
  if (!isWhole(numeric) || !isWhole(numericOf(right.type))) {
    fail(at, `${operator} operation can only be applied to Integer or Long types`);
  }
  return { kind: "arithmetic", operator, numeric, left, right, type: left.type, at };
}

function bindBits(
  operator: "&" | "|" | "^",
  left: BoundExpression,
  right: BoundExpression,
  at: Position,
): BoundExpression {
  if (sameType(left.type, BOOLEAN) && sameType(right.type, BOOLEAN)) {
    return { kind: "booleanOperation", operator, left, right, type: BOOLEAN, at };
  }
  const [a, b] = [numericOf(left.type), numericOf(right.type)];
  if (!isWhole(a) || !isWhole(b)) {
    fail(
      at,
      `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`,
    );
  }
  const numeric = promoted(a, b);
  return {
    kind: "arithmetic",
    operator,
    numeric,
    left: promote(left, numeric),
    right: promote(right, numeric),
    type: numericType(numeric),
    at,
  };
}

function isWhole(numeric: Numeric | null): numeric is "Integer" | "Long" {
  return numeric === "Integer" || numeric === "Long";
}
