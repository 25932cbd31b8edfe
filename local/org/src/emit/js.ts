/** Short makers of ESTree nodes. Names and literals carry where they come from in the Apex source. */
import type * as es from "estree";
import type { Position } from "../syntax/ast.ts";

/** An Apex position and the frame (`Class.Foo.bar`) a stack trace names for it. */
export interface Place extends Position {
  readonly frame: string;
}

export interface Located {
  readonly start: Place;
  readonly end: Place;
}

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

function locationOf(place: Place | null): { loc?: Located } {
  return place === null ? {} : { loc: { start: place, end: place } };
}

export function name(text: string, place: Place | null = null): es.Identifier {
  return { type: "Identifier", name: text, ...locationOf(place) };
}

export function literal(
  value: string | number | boolean | null,
  place: Place | null = null,
): es.Expression {
  if (typeof value === "number" && (value < 0 || Object.is(value, -0)))
    return {
      type: "UnaryExpression",
      operator: "-",
      prefix: true,
      argument: literal(-value, place),
    };
  return { type: "Literal", value, ...locationOf(place) };
}

export function bigintLiteral(text: string, place: Place | null): es.Expression {
  const isNegative = text.startsWith("-");
  const digits = isNegative ? text.slice(1) : text;
  const node: es.BigIntLiteral = {
    type: "Literal",
    bigint: digits,
    value: BigInt(digits),
    ...locationOf(place),
  };
  return isNegative
    ? { type: "UnaryExpression", operator: "-", prefix: true, argument: node }
    : node;
}

export const NULL: es.Expression = { type: "Literal", value: null };
export const THIS: es.Expression = { type: "ThisExpression" };

export function member(
  object: es.Expression | es.Super,
  property: string,
  place: Place | null = null,
): es.MemberExpression {
  return IDENTIFIER.test(property)
    ? {
        type: "MemberExpression",
        object,
        property: name(property, place),
        computed: false,
        optional: false,
      }
    : {
        type: "MemberExpression",
        object,
        property: literal(property, place),
        computed: true,
        optional: false,
      };
}

export function call(
  callee: es.Expression | es.Super,
  values: readonly es.Expression[],
): es.CallExpression {
  return { type: "CallExpression", callee, arguments: [...values], optional: false };
}

export function construct(
  callee: es.Expression,
  values: readonly es.Expression[],
): es.NewExpression {
  return { type: "NewExpression", callee, arguments: [...values] };
}

export function binary(
  operator: es.BinaryOperator,
  left: es.Expression,
  right: es.Expression,
): es.BinaryExpression {
  return { type: "BinaryExpression", operator, left, right };
}

export function logical(
  operator: es.LogicalOperator,
  left: es.Expression,
  right: es.Expression,
): es.LogicalExpression {
  return { type: "LogicalExpression", operator, left, right };
}

export function unary(operator: es.UnaryOperator, argument: es.Expression): es.UnaryExpression {
  return { type: "UnaryExpression", operator, prefix: true, argument };
}

export function conditional(
  test: es.Expression,
  consequent: es.Expression,
  alternate: es.Expression,
): es.ConditionalExpression {
  return { type: "ConditionalExpression", test, consequent, alternate };
}

export function assign(
  left: es.Pattern | es.MemberExpression,
  right: es.Expression,
): es.AssignmentExpression {
  return { type: "AssignmentExpression", operator: "=", left, right };
}

export function sequence(expressions: readonly es.Expression[]): es.Expression {
  return { type: "SequenceExpression", expressions: [...expressions] };
}

export function array(elements: readonly es.Expression[]): es.ArrayExpression {
  return { type: "ArrayExpression", elements: [...elements] };
}

export function object(
  properties: readonly (readonly [string, es.Expression])[],
): es.ObjectExpression {
  return {
    type: "ObjectExpression",
    properties: properties.map(([key, value]) => ({
      type: "Property",
      key: IDENTIFIER.test(key) ? name(key) : literal(key),
      value,
      kind: "init",
      method: false,
      shorthand: false,
      computed: false,
    })),
  };
}

// ── Statements ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function statement(expression: es.Expression): es.ExpressionStatement {
  return { type: "ExpressionStatement", expression };
}

export function block(body: readonly es.Statement[]): es.BlockStatement {
  return { type: "BlockStatement", body: [...body] };
}

export function declare(
  kind: "let" | "const" | "var",
  variable: string,
  init: es.Expression | null,
): es.VariableDeclaration {
  return {
    type: "VariableDeclaration",
    kind,
    declarations: [{ type: "VariableDeclarator", id: name(variable), init }],
  };
}

export function when(
  test: es.Expression,
  consequent: es.Statement,
  alternate: es.Statement | null = null,
): es.IfStatement {
  return { type: "IfStatement", test, consequent, alternate };
}

export function give(argument: es.Expression | null): es.ReturnStatement {
  return { type: "ReturnStatement", argument };
}

export function raise(argument: es.Expression): es.ThrowStatement {
  return { type: "ThrowStatement", argument };
}

export function finallyDo(
  body: readonly es.Statement[],
  after: readonly es.Statement[],
): es.TryStatement {
  return { type: "TryStatement", block: block(body), handler: null, finalizer: block(after) };
}

export function func(
  parameters: readonly string[],
  body: readonly es.Statement[],
): es.FunctionExpression {
  return {
    type: "FunctionExpression",
    id: null,
    params: parameters.map((parameter) => name(parameter)),
    body: block(body),
    generator: false,
    async: false,
  };
}

/** Of functions a stack trace does not show. */
const HIDDEN: Place = { line: 0, column: 0, frame: "" };

/** A class member; the key carries the place, so that the function's first mapping names its own frame. */
export function method(
  key: string,
  parameters: readonly string[],
  body: readonly es.Statement[],
  options: {
    readonly kind?: "method" | "get" | "set";
    readonly isStatic?: boolean;
    readonly place: Place | null;
  },
): es.MethodDefinition {
  const place = options.place ?? HIDDEN;
  return {
    type: "MethodDefinition",
    key: IDENTIFIER.test(key) ? name(key, place) : literal(key, place),
    value: func(parameters, body),
    kind: options.kind ?? "method",
    computed: false,
    static: options.isStatic ?? false,
  };
}

export function property(key: string, value: es.Expression): es.PropertyDefinition {
  return {
    type: "PropertyDefinition",
    key: IDENTIFIER.test(key) ? name(key) : literal(key),
    value,
    computed: false,
    static: false,
  };
}
