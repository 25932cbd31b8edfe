/** Arithmetic, comparison, equality and logic. null in arithmetic or a condition raises NullPointerException. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { Numeric } from "../../types/conversion.ts";
import { requiredExpression } from "../chain.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { isNeverNull } from "../nullness.ts";
import type { OperationName } from "../../runtime/operations.ts";

type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, { readonly kind: K }>;

const ZERO: es.Expression = { type: "Literal", value: 0 };

export function arithmetic(node: Node<"arithmetic">, context: EmitContext): es.Expression {
  const left = requiredExpression(node.left, context);
  const right = requiredExpression(node.right, context);
  switch (node.numeric) {
    case "Integer":
      return integerArithmetic(node.operator, left, shiftCount(node, right), context);
    case "Long":
      return context.operate(LONG[node.operator], left, longShiftCount(node, right, context));
    case "Double":
      return context.operate(fractional(DOUBLE, node.operator), left, right);
    case "Decimal":
      return context.operate(fractional(DECIMAL, node.operator), left, right);
  }
}

function isShift(operator: string): boolean {
  return operator === "<<" || operator === ">>" || operator === ">>>";
}

function isLong(node: BoundExpression): boolean {
  return node.type.kind === "primitive" && node.type.name === "Long";
}

function shiftCount(node: Node<"arithmetic">, right: es.Expression): es.Expression {
  return isShift(node.operator) && isLong(node.right) ? js.call(js.name("Number"), [right]) : right;
}

function longShiftCount(
  node: Node<"arithmetic">,
  right: es.Expression,
  context: EmitContext,
): es.Expression {
  return isShift(node.operator) && !isLong(node.right)
    ? context.operate("integerToLong", right)
    : right;
}

function integerArithmetic(
  operator: Node<"arithmetic">["operator"],
  left: es.Expression,
  right: es.Expression,
  context: EmitContext,
): es.Expression {
  switch (operator) {
    case "+":
    case "-":
    case ">>>":
      return js.binary("|", js.binary(operator, left, right), ZERO);
    case "*":
      return context.operate("multiplyIntegers", left, right);
    case "/":
      return context.operate("divideIntegers", left, right);
    case "<<":
    case ">>":
    case "&":
    case "|":
    case "^":
      return js.binary(operator, left, right);
  }
}

const LONG: Readonly<Record<Node<"arithmetic">["operator"], OperationName>> = {
  "+": "addLongs",
  "-": "subtractLongs",
  "*": "multiplyLongs",
  "/": "divideLongs",
  "<<": "shiftLongLeft",
  ">>": "shiftLongRight",
  ">>>": "shiftLongRightUnsigned",
  "&": "andLongs",
  "|": "orLongs",
  "^": "xorLongs",
};

type Fractional = "+" | "-" | "*" | "/";

const DOUBLE: Readonly<Record<Fractional, OperationName>> = {
  "+": "addDoubles",
  "-": "subtractDoubles",
  "*": "multiplyDoubles",
  "/": "divideDoubles",
};
const DECIMAL: Readonly<Record<Fractional, OperationName>> = {
  "+": "addDecimals",
  "-": "subtractDecimals",
  "*": "multiplyDecimals",
  "/": "divideDecimals",
};

function fractional(
  operations: Readonly<Record<Fractional, OperationName>>,
  operator: Node<"arithmetic">["operator"],
): OperationName {
  if (operator === "+" || operator === "-" || operator === "*" || operator === "/")
    return operations[operator];
  throw new Error(`${operator} has no meaning for fractions`);
}

export function dateArithmetic(node: Node<"dateArithmetic">, context: EmitContext): es.Expression {
  const right = requiredExpression(node.right, context);
  const operation = ({ Date: "moveDate", Datetime: "moveDatetime", Time: "moveTime" } as const)[
    node.of
  ];
  return context.operate(
    operation,
    requiredExpression(node.left, context),
    right,
    js.literal(node.operator === "+" ? 1 : -1),
  );
}

export function negate(node: Node<"negate">, context: EmitContext): es.Expression {
  const operand = requiredExpression(node.operand, context);
  switch (node.numeric) {
    case "Integer":
      return js.binary("|", js.unary("-", operand), ZERO);
    case "Long":
      return context.operate("negateLong", operand);
    case "Double":
      return context.operate("negateDouble", operand);
    case "Decimal":
      return js.call(js.member(operand, "negate", context.place), []);
  }
}

export function complement(node: Node<"complement">, context: EmitContext): es.Expression {
  return js.unary("~", requiredExpression(node.operand, context));
}

/** Whether JavaScript's + shows the value as Apex does; null becomes "null" in both. */
function concatenatesPlainly(node: BoundExpression): boolean {
  if (node.kind === "literal") return node.value.kind !== "decimal" && node.value.kind !== "double";
  return (
    node.type.kind === "primitive" &&
    ["String", "Id", "Integer", "Boolean", "Long"].includes(node.type.name)
  );
}

/** Whether the emitted operand is a JavaScript string for certain, so that + joins instead of adding. */
function isText(node: BoundExpression, context: EmitContext): boolean {
  if (node.kind === "concat") return true;
  if (!concatenatesPlainly(node)) return true;
  return (
    node.type.kind === "primitive" &&
    (node.type.name === "String" || node.type.name === "Id") &&
    isNeverNull(node, context.scope.nonNull)
  );
}

/** The parts of `a + b + c` are joined first, and count against the heap once. */
export function concat(node: Node<"concat">, context: EmitContext): es.Expression {
  return node.left.kind === "targetValue"
    ? context.operate(
        "lengthenedText",
        context.expression(node.left),
        concatOperand(node.right, context),
      )
    : context.operate("chargedText", joined(node, context));
}

function concatOperand(side: BoundExpression, context: EmitContext): es.Expression {
  if (side.kind === "concat") return joined(side, context);
  const value = context.expression(side);
  return concatenatesPlainly(side) ? value : context.operate("concatText", value);
}

function joined(node: Node<"concat">, context: EmitContext): es.Expression {
  const left = concatOperand(node.left, context);
  const right = concatOperand(node.right, context);
  return isText(node.left, context) || isText(node.right, context)
    ? js.binary("+", left, right)
    : js.binary("+", js.binary("+", js.literal(""), left), right);
}

export function booleanOperation(
  node: Node<"booleanOperation">,
  context: EmitContext,
): es.Expression {
  const left = requiredExpression(node.left, context);
  const right = requiredExpression(node.right, context);
  if (node.operator === "^") return js.binary("!==", left, right);
  // Unlike && and ||, both sides are evaluated; JavaScript's own operators make numbers of them.
  return js.binary("===", js.binary(node.operator, left, right), js.literal(1));
}

export function logical(node: Node<"logical">, context: EmitContext): es.Expression {
  return js.logical(
    node.operator,
    requiredExpression(node.left, context),
    requiredExpression(node.right, context),
  );
}

export function not(node: Node<"not">, context: EmitContext): es.Expression {
  return js.unary("!", requiredExpression(node.operand, context));
}

const ORDER = {
  "<": "isLess",
  "<=": "isLessOrEqual",
  ">": "isGreater",
  ">=": "isGreaterOrEqual",
} as const;

/** A comparison with null is false, except that any text is greater than null. */
export function comparison(node: Node<"comparison">, context: EmitContext): es.Expression {
  const left = context.expression(node.left);
  const right = context.expression(node.right);
  if (
    (node.compare === "Integer" || node.compare === "Long") &&
    isNeverNull(node.left, context.scope.nonNull) &&
    isNeverNull(node.right, context.scope.nonNull)
  )
    return js.binary(node.operator, left, right);
  if (node.compare === "Integer" || node.compare === "Long")
    return context.operate(ORDER[node.operator], left, right);
  const order = context.operate(`compare${node.compare}s`, left, right);
  return js.binary(node.operator, order, ZERO);
}

const EQUALITY: Readonly<Record<Exclude<Numeric, "Integer" | "Long">, OperationName>> = {
  Double: "equalDoubles",
  Decimal: "equalDecimals",
};

function isNull(node: BoundExpression): boolean {
  return node.kind === "literal" && node.value.kind === "null";
}

export function equality(node: Node<"equality">, context: EmitContext): es.Expression {
  const left = context.expression(node.left);
  const right = context.expression(node.right);
  if (
    isNull(node.left) ||
    isNull(node.right) ||
    node.compare === "reference" ||
    node.compare === "Integer" ||
    node.compare === "Long"
  )
    return js.binary(node.negated ? "!==" : "===", left, right);
  const operation: OperationName =
    node.compare === "string"
      ? "equalStrings"
      : node.compare === "id"
        ? "equalIds"
        : node.compare === "value"
          ? "equalOperands"
          : EQUALITY[node.compare];
  const equal = context.operate(operation, left, right);
  return node.negated ? js.unary("!", equal) : equal;
}

export function identity(node: Node<"identity">, context: EmitContext): es.Expression {
  return js.binary(
    node.negated ? "!==" : "===",
    context.expression(node.left),
    context.expression(node.right),
  );
}

export function conditional(node: Node<"conditional">, context: EmitContext): es.Expression {
  return js.conditional(
    requiredExpression(node.condition, context),
    context.expression(node.then),
    context.expression(node.otherwise),
  );
}

export function coalesce(node: Node<"coalesce">, context: EmitContext): es.Expression {
  return js.logical("??", context.expression(node.left), context.expression(node.right));
}

export function instanceOf(node: Node<"instanceOf">, context: EmitContext): es.Expression {
  return context.operate("instanceOf", context.expression(node.value), context.type(node.tested));
}
