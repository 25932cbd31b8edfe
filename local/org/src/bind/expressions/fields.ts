/** Instance members that are not methods: fields, properties, record fields and relationships. */
import type { FieldAccess, Position } from "../../syntax/ast.ts";
import type { ClassSymbol, FieldSymbol } from "../../types/symbols.ts";
import { mention, type BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { isQuery, singleRow } from "../conversions.ts";
import { checkBehaviour } from "../gaps.ts";
import { fieldNamed, isVisible, platformFieldNamed } from "../members.ts";
import { ownType } from "../names.ts";
import { fail } from "../report.ts";
import { recordMember } from "./record-members.ts";

/** A field meant by its bare name: the class's own, an inherited one, or a static one of the classes around. */
export function ownField(name: string, at: Position, context: BodyContext): BoundExpression | null {
  for (let around: ClassSymbol | null = context.owner; around !== null; around = around.outer) {
    const field = fieldOf(name, around, context);
    if (field === undefined) continue;
    checkForwardReference(field, at, context);
    if (field.isStatic) return staticField(field, at, context);
    if (around !== context.owner) continue;
    if (context.isStatic) {
      fail(
        at,
        `Non static field cannot be referenced from a static context: ${name} from the type ${around.qualifiedName}`,
      );
    }
    checkFieldVisible(field, at, context);
    const target: BoundExpression = {
      kind: "this",
      type: ownType(context.owner),
      isImplied: true,
      at,
    };
    return readOf(target, field, at, false, context);
  }
  return ownPlatformField(name, at, context);
}

/** A static field of an ancestor is in reach of the instance alone: found out from Salesforce's own compiler, and relied on by dlrs. */
function fieldOf(name: string, around: ClassSymbol, context: BodyContext): FieldSymbol | undefined {
  const field = fieldNamed(name, ownType(around), context.compilation);
  const isInReach =
    field?.isStatic !== true ||
    field.owner === around ||
    (around === context.owner && !context.isStatic);
  return isInReach ? field : undefined;
}

/** A field has no value before its turn, unless it is asked for through `this` or the class. */
function checkForwardReference(
  field: FieldSymbol,
  at: Position,
  { initializing }: BodyContext,
): void {
  if (initializing === null || field.property !== null) return;
  if (field.owner !== initializing.owner || field.isStatic !== initializing.isStatic) return;
  const { line, column } = initializing.at;
  const isEarlier = field.at.line < line || (field.at.line === line && field.at.column < column);
  if (!isEarlier) fail(at, `Illegal forward reference: ${field.name}`);
}

/** Whether the bare name means a field that may be used here. */
export function isFieldInReach(name: string, context: BodyContext): boolean {
  for (let around: ClassSymbol | null = context.owner; around !== null; around = around.outer) {
    const field = fieldOf(name, around, context);
    if (field?.isStatic === true) return true;
    if (field !== undefined && around === context.owner) return !context.isStatic;
  }
  return false;
}

function ownPlatformField(
  name: string,
  at: Position,
  context: BodyContext,
): BoundExpression | null {
  if (context.isStatic) return null;
  const target: BoundExpression = {
    kind: "this",
    type: ownType(context.owner),
    isImplied: true,
    at,
  };
  return platformField(target, name, at, false, context);
}

/** `target.name`; null when the value's type has no such member. */
export function instanceField(
  target: BoundExpression,
  access: Pick<FieldAccess, "name" | "at" | "isSafe">,
  context: BodyContext,
): BoundExpression | null {
  const { name, at, isSafe } = access;
  if (target.type.kind === "sobject") return recordMember(target, access, context);
  if (isQuery(target)) return recordMember(singleRow(target, isSafe), access, context);
  const field = fieldNamed(name, target.type, context.compilation);
  if (field !== undefined) {
    checkFieldVisible(field, at, context);
    if (field.isStatic) {
      fail(
        at,
        `Static field cannot be referenced from a non static context: ${field.name} from the type ${field.owner.qualifiedName}`,
      );
    }
    return readOf(target, field, at, isSafe, context);
  }
  return platformField(target, name, at, isSafe, context);
}

/** `super.name`: the ancestor's property, though it is overridden. */
export function superField(access: FieldAccess, context: BodyContext): BoundExpression {
  const { at, name } = access;
  if (context.isStatic) fail(at, "Super cannot be referenced in a static context");
  const { superclass } = context.owner;
  if (superclass === null) fail(at, `No super type defined: ${context.owner.qualifiedName}`);
  const field = instanceField(
    { kind: "this", type: superclass, isImplied: true, at },
    access,
    context,
  );
  if (field === null) fail(at, `Variable does not exist: ${name}`);
  return field.kind === "field" ? { ...field, isSuper: true } : field;
}

function readOf(
  target: BoundExpression,
  field: FieldSymbol,
  at: Position,
  isSafe: boolean,
  context: BodyContext,
): BoundExpression {
  mention(context, field.owner);
  return {
    kind: "field",
    target,
    field,
    slot: context.accessorOf === field,
    isSuper: false,
    isSafe,
    type: field.type,
    at,
  };
}

export function staticField(
  field: FieldSymbol,
  at: Position,
  context: BodyContext,
): BoundExpression {
  checkFieldVisible(field, at, context);
  mention(context, field.owner);
  return { kind: "staticField", field, slot: context.accessorOf === field, type: field.type, at };
}

function platformField(
  target: BoundExpression,
  name: string,
  at: Position,
  isSafe: boolean,
  context: BodyContext,
): BoundExpression | null {
  const found = platformFieldNamed(name, target.type, context.compilation);
  if (found === undefined) return null;
  checkBehaviour(found.owner, found.signature.name, false, at, context);
  return {
    kind: "platformField",
    target,
    owner: found.owner,
    name: found.signature.name,
    isSafe,
    type: found.type,
    at,
  };
}

function checkFieldVisible(field: FieldSymbol, at: Position, context: BodyContext): void {
  if (isVisible(field, context.owner)) return;
  fail(at, `Variable is not visible: ${field.owner.qualifiedName}.${field.name}`);
}

/** A value that is read must have a getter. */
export function checkReadable(expression: BoundExpression, context: BodyContext): void {
  if (expression.kind !== "field" && expression.kind !== "staticField") return;
  const { field } = expression;
  if (field.property === null || expression.slot) return;
  if (field.property.getter === null) {
    fail(
      expression.at,
      `A value cannot be read from ${field.name} in type ${field.owner.qualifiedName}`,
    );
  }
  if (!isVisible(field, context.owner, field.property.getterVisibility)) {
    fail(expression.at, `Variable is not visible: ${field.owner.qualifiedName}.${field.name}`);
  }
}
