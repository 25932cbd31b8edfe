import type { FieldAccess, MethodCall, Name, Position } from "../../syntax/ast.ts";
import type { ClassSymbol } from "../../types/symbols.ts";
import type { Type } from "../../types/type.ts";
import { VOID } from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { displayMethod, methodsNamed, type MethodCandidate } from "../candidates.ts";
import { isQuery, singleRow } from "../conversions.ts";
import { isOrDescends } from "../members.ts";
import { meaningOf, ownType, valueOf, type Meaning } from "../names.ts";
import { fail } from "../report.ts";
import { bindExpression, bindValue } from "./expression.ts";
import { checkReadable } from "./fields.ts";
import {
  chosenMethod,
  instanceCall,
  noSuchMethod,
  nonStaticMethod,
  staticCall,
  type Call,
} from "./invocation.ts";
import { staticBuiltIn } from "./static-built-ins.ts";
import { checkWholeCollection } from "./whole-collections.ts";

export function bindMethodCall(expression: MethodCall, context: BodyContext): BoundExpression {
  const { at, name, target, isSafe } = expression;
  const callArguments = expression.arguments.map((argument) => bindValue(argument, context));
  const call: Call = { name, at, isSafe, arguments: callArguments, context };
  if (target === null) return ownMethodCall(call);
  switch (target.kind) {
    case "super":
      return superCall(call, target.at);
    case "name":
    case "fieldAccess":
      return namedTargetCall(target, call);
    default:
      return valueCall(bindExpression(target, context), call);
  }
}

/** `foo()`: a method of the class, of its ancestors, or a static one of the classes around. */
function ownMethodCall(call: Call): BoundExpression {
  const { context, at } = call;
  for (let around: ClassSymbol | null = context.owner; around !== null; around = around.outer) {
    const found = chosenMethod(projectMethods(call, ownType(around)), call);
    if (found === null) continue;
    if (found.isStatic) return staticCall(found, call);
    if (around !== context.owner || context.isStatic) nonStaticMethod(found, at);
    return instanceCall(thisValue(context, at), found, call, "virtual");
  }
  noSuchMethod(call, ownType(context.owner));
}

/** Without a receiver, Object's own methods come last: an outer class's `equals` is meant before them. */
function projectMethods(call: Call, type: Type): readonly MethodCandidate[] {
  const all = methodsNamed(call.name, type, call.context.compilation);
  const isOwn = type.kind === "class" && type.symbol === call.context.owner;
  return isOwn ? all : all.filter(({ kind, isStatic }) => kind === "project" && isStatic);
}

function thisValue(context: BodyContext, at: Position): BoundExpression {
  return { kind: "this", type: ownType(context.owner), at };
}

function superCall(call: Call, at: Position): BoundExpression {
  const { context } = call;
  if (context.isStatic) fail(at, "Super cannot be referenced in a static context");
  const superclass = context.owner.superclass ?? { kind: "object" as const };
  const found = chosenMethod(methodsNamed(call.name, superclass, context.compilation), call);
  if (found === null || found.isStatic) noSuchMethod(call, superclass);
  if (found.kind === "project" && found.method.isAbstract) {
    fail(call.at, `Abstract method cannot be called directly: ${found.name}`);
  }
  return instanceCall(thisValue(context, at), found, call, "super");
}

function namedTargetCall(target: Name | FieldAccess, call: Call): BoundExpression {
  const context = receiverContext(call);
  const meaning: Meaning | null = meaningOf(target, context);
  if (meaning?.kind === "type") return typeCall(meaning.type, call);
  if (meaning?.kind !== "value") {
    return valueCall(valueOf(target, context), call);
  }
  checkReadable(meaning.expression, context);
  return valueCall(meaning.expression, call);
}

/**
 * A field's own initializer may call a method on a field below it, if not by `?.`: found out from Salesforce's own compiler, and
 * relied on by fflib-apex-extensions.
 */
function receiverContext({ context, isSafe }: Call): BodyContext {
  if (context.initializing === null || isSafe) return context;
  return { ...context, initializing: null };
}

function typeCall(type: Type, call: Call): BoundExpression {
  const { context } = call;
  const builtIn = staticBuiltIn(type, call);
  if (builtIn !== null) return builtIn;
  const candidates = methodsNamed(call.name, type, context.compilation);
  const found =
    chosenMethod(
      candidates.filter(({ isStatic }) => isStatic),
      call,
    ) ?? chosenMethod(candidates, call);
  if (found === null) noSuchMethod(call, type);
  if (!found.isStatic) {
    const isInherited =
      type.kind === "class" && !context.isStatic && isOrDescends(context.owner, type.symbol);
    if (!isInherited) nonStaticMethod(found, call.at);
    return instanceCall(thisValue(context, call.at), found, call, "virtual");
  }
  return staticCall(found, call);
}

function valueCall(target: BoundExpression, call: Call): BoundExpression {
  if (target.type.kind === "void" || target.type.kind === "null") noSuchMethod(call, VOID);
  if (target.kind === "recordField" && call.name.toLowerCase() === "adderror") {
    return fieldAddError(target, call);
  }
  const found = findOnValue(target, call);
  if (found === null) noSuchMethod(call, target.type);
  const { receiver, method } = found;
  if (method.isStatic) {
    fail(
      call.at,
      `Static method cannot be referenced from a non static context: ${displayMethod(method)}`,
    );
  }
  checkWholeCollection(receiver.type, method, call);
  return instanceCall(receiver, method, call, "virtual");
}

interface Found {
  readonly receiver: BoundExpression;
  readonly method: MethodCandidate;
}

/** A query answers as a list; where lists have no such method, its one row does. */
function findOnValue(target: BoundExpression, call: Call): Found | null {
  const { compilation } = call.context;
  const candidates = methodsNamed(call.name, target.type, compilation);
  const method =
    chosenMethod(
      candidates.filter(({ isStatic }) => !isStatic),
      call,
    ) ?? chosenMethod(candidates, call);
  if (method !== null) return { receiver: target, method };
  return isQuery(target) ? findOnValue(singleRow(target, call.isSafe), call) : null;
}

/** `record.Name.addError('…')` marks the field, whatever the field's type. */
function fieldAddError(
  target: Extract<BoundExpression, { readonly kind: "recordField" }>,
  call: Call,
): BoundExpression {
  if (call.isSafe) {
    fail(call.at, "Safe navigation operator is not allowed between SObject field and addError");
  }
  if (
    chosenMethod(methodsNamed("addError", target.target.type, call.context.compilation), call) ===
    null
  ) {
    noSuchMethod(call, target.type);
  }
  return {
    kind: "fieldAddError",
    record: target.target,
    field: target.field,
    arguments: call.arguments,
    type: VOID,
    at: call.at,
  };
}
