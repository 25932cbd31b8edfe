/**
 * What a dotted name means. Local variables shadow fields, fields shadow types, project classes shadow platform types; where a
 * variable has no such member, the type of the same name is asked.
 * Source: Apex Developer Guide, "Name Resolution" and "Namespace, Class, and Variable Name Precedence".
 */
import type { Expression, FieldAccess, Name, Position } from "../syntax/ast.ts";
import type { ClassSymbol } from "../types/symbols.ts";
import type { Type } from "../types/type.ts";
import { sobjectType } from "../types/well-known.ts";
import { mention, type BodyContext } from "./body-context.ts";
import type { BoundExpression } from "./bound.ts";
import { bindExpression } from "./expressions/expression.ts";
import { instanceField, isFieldInReach, ownField, superField } from "./expressions/fields.ts";
import { enumConstant, staticMember } from "./expressions/static-members.ts";
import {
  describeMember,
  labelNamed,
  pageNamed,
  sharingReason,
} from "./expressions/special-names.ts";
import { triggerVariable } from "./expressions/trigger-variables.ts";
import { fail } from "./report.ts";
import { typeNamed } from "./type-names.ts";

export type Meaning =
  | { readonly kind: "value"; readonly expression: BoundExpression }
  | { readonly kind: "type"; readonly type: Type }
  /** A dotted prefix that only means something with what follows: `Schema`, `Messaging`, `Label`, `Schema.SObjectType.Account.fields`. */
  | { readonly kind: "namespace"; readonly path: readonly string[] };

/** @returns null when the name means nothing here */
export function meaningOf(expression: Name | FieldAccess, context: BodyContext): Meaning | null {
  return expression.kind === "name"
    ? simpleMeaning(expression.name, expression.at, context)
    : dottedMeaning(expression, context);
}

/** @throws to the report: "Variable does not exist: x" */
export function valueOf(expression: Name | FieldAccess, context: BodyContext): BoundExpression {
  if (expression.kind === "name") {
    const variable = variableNamed(expression.name, expression.at, context);
    if (variable !== null) return variable;
  }
  const meaning = meaningOf(expression, context);
  if (meaning?.kind === "value") return meaning.expression;
  fail(expression.at, `Variable does not exist: ${unresolvedName(expression, context)}`);
}

function simpleMeaning(name: string, at: Position, context: BodyContext): Meaning | null {
  // In a static method a type is meant rather than the instance field of its name.
  const isInReach = context.scope.find(name) !== undefined || isFieldInReach(name, context);
  const type = isInReach ? null : typeMeaning([name], context);
  if (type?.kind === "type") return type;
  const variable = variableNamed(name, at, context);
  if (variable !== null) return { kind: "value", expression: variable };
  return typeMeaning([name], context);
}

function variableNamed(name: string, at: Position, context: BodyContext): BoundExpression | null {
  const local = context.scope.find(name);
  if (local !== undefined) return { kind: "local", local, type: local.type, at };
  return ownField(name, at, context);
}

function typeMeaning(path: readonly string[], context: BodyContext): Meaning | null {
  const type = typeNamed(path, context.owner, context.compilation);
  if (type !== null) {
    if (type.kind === "class") mention(context, type.symbol);
    return { kind: "type", type };
  }
  const [first = ""] = path;
  if (path.length !== 1) return null;
  const isRoot =
    ["label", "page", "schema", "system"].includes(first.toLowerCase()) ||
    context.compilation.namespaces.has(first.toLowerCase()) ||
    context.compilation.schema.namespaces.has(first.toLowerCase()) ||
    context.compilation.catalog.hasNamespace(first);
  return isRoot ? { kind: "namespace", path } : null;
}

function dottedMeaning(access: FieldAccess, context: BodyContext): Meaning | null {
  const { target } = access;
  if (target.kind === "super") return { kind: "value", expression: superField(access, context) };
  if (target.kind !== "name" && target.kind !== "fieldAccess") {
    return {
      kind: "value",
      expression: valueMember(access, bindExpression(target, context), context),
    };
  }
  const path = dottedPath(access);
  const special =
    path === null || isShadowed(path, context) ? null : specialMeaning(path, access.at, context);
  if (special !== null) return special;
  const owner = meaningOf(target, context);
  switch (owner?.kind) {
    case "value": {
      const member = instanceField(owner.expression, access, context);
      if (member !== null) return { kind: "value", expression: member };
      refuseConstantOf(owner.expression, access);
      break;
    }
    case "type": {
      const member = staticMember(owner.type, access.name, access.at, context);
      if (member !== null) return member;
      break;
    }
    case "namespace":
    case undefined:
      break;
  }
  return path === null ? null : meaningAsType(path, access.at, context);
}

/** `Kind.ALL` beside a variable called `kind`: the variable is meant, and its enum's constants are static. */
function refuseConstantOf({ type }: BoundExpression, { name, at }: FieldAccess): void {
  const constant = type.kind === "class" ? enumConstant(type.symbol, name, at) : null;
  if (constant?.kind === "enumConstant" && type.kind === "class") {
    fail(
      at,
      `Static field cannot be referenced from a non static context: ${constant.name} from the type ${type.symbol.qualifiedName}`,
    );
  }
}

/**
 * `Account.Name` beside a variable called `account`; `Database.SaveResult` though `Database` is a class too; the object's field in
 * `BusinessHours.MondayStartTime`, though there is a class of that name.
 */
function meaningAsType(
  path: readonly string[],
  at: Position,
  context: BodyContext,
): Meaning | null {
  const whole = typeMeaning(path, context);
  if (whole !== null) return whole;
  const owner = typeMeaning(path.slice(0, -1), context);
  const [first = "", ...rest] = path;
  const name = path.at(-1);
  if (owner?.kind !== "type" || name === undefined) return null;
  const member = staticMember(owner.type, name, at, context);
  const object = rest.length === 1 ? context.compilation.schema.object(first) : undefined;
  return member === null && object !== undefined && owner.type.kind === "platform"
    ? staticMember(sobjectType(object.name), name, at, context)
    : member;
}

function specialMeaning(
  path: readonly string[],
  at: Position,
  context: BodyContext,
): Meaning | null {
  const folded = path.map((part) => part.toLowerCase());
  const bare = folded[0] === "system" ? path.slice(1) : path;
  const inSchema = folded[0] === "schema" ? path.slice(1) : path;
  const value =
    triggerVariable(bare, at, context) ??
    labelNamed(bare, at, context) ??
    pageNamed(bare, at, context) ??
    sharingReason(inSchema, at, context);
  if (value !== null) return { kind: "value", expression: value };
  return describeMember(inSchema, at, context);
}

/** Whether the first name is a variable, or a class of the project. */
function isShadowed(path: readonly string[], context: BodyContext): boolean {
  const [first = ""] = path;
  if (context.scope.find(first) !== undefined || isFieldInReach(first, context)) return true;
  return typeNamed([first], context.owner, context.compilation)?.kind === "class";
}

function valueMember(
  access: FieldAccess,
  target: BoundExpression,
  context: BodyContext,
): BoundExpression {
  return (
    instanceField(target, access, context) ??
    fail(access.at, `Variable does not exist: ${access.name}`)
  );
}

/** `a.b.c` as its parts; null when something other than names is inside. */
function dottedPath(expression: Expression): readonly string[] | null {
  if (expression.kind === "name") return [expression.name];
  if (expression.kind !== "fieldAccess" || expression.isSafe) return null;
  const target = dottedPath(expression.target);
  return target === null ? null : [...target, expression.name];
}

/** The first part of a dotted name that has no meaning. */
function unresolvedName(expression: Name | FieldAccess, context: BodyContext): string {
  if (expression.kind === "name") return expression.name;
  const { target, name } = expression;
  const isName = target.kind === "name" || target.kind === "fieldAccess";
  return isName && meaningOf(target, context) === null ? unresolvedName(target, context) : name;
}

export function ownType(owner: ClassSymbol): Type {
  return { kind: "class", symbol: owner };
}
