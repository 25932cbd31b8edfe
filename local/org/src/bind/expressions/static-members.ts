/** `Type.name`: static fields, enum constants, inner types, tokens of objects and fields. */
import type { Position } from "../../syntax/ast.ts";
import type { ClassSymbol } from "../../types/symbols.ts";
import type { Type } from "../../types/type.ts";
import { SOBJECT_FIELD, SOBJECT_TYPE, sobjectType } from "../../types/well-known.ts";
import { mention, type BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { checkBehaviour } from "../gaps.ts";
import { fieldNamed, platformFieldNamed } from "../members.ts";
import type { Meaning } from "../names.ts";
import { fail } from "../report.ts";
import { innerClass } from "../type-names.ts";
import { staticField } from "./fields.ts";

/** @returns null when the type has no such static member */
export function staticMember(
  type: Type,
  name: string,
  at: Position,
  context: BodyContext,
): Meaning | null {
  switch (type.kind) {
    case "class":
      return classMember(type.symbol, name, at, context);
    case "sobject":
      return objectMember(type.name, name, at, context);
    default:
      return platformMember(type, name, at, context);
  }
}

function value(expression: BoundExpression): Meaning {
  return { kind: "value", expression };
}

function classMember(
  symbol: ClassSymbol,
  name: string,
  at: Position,
  context: BodyContext,
): Meaning | null {
  mention(context, symbol);
  const constant = enumConstant(symbol, name, at);
  if (constant !== null) return value(constant);
  const type: Type = { kind: "class", symbol };
  const field = fieldNamed(name, type, context.compilation);
  // Those of an ancestor are asked for by its name.
  if (field?.isStatic === true && field.owner === symbol)
    return value(staticField(field, at, context));
  const inner = innerClass(symbol, name);
  if (inner !== null) return { kind: "type", type: { kind: "class", symbol: inner } };
  if (field?.isStatic === false) {
    fail(
      at,
      `Non static field cannot be referenced from a static context: ${name} from the type ${symbol.qualifiedName}`,
    );
  }
  return null;
}

export function enumConstant(
  symbol: ClassSymbol,
  name: string,
  at: Position,
): BoundExpression | null {
  const key = name.toLowerCase();
  const constant = symbol.enumConstants.find((candidate) => candidate.toLowerCase() === key);
  return constant === undefined
    ? null
    : { kind: "enumConstant", symbol, name: constant, type: { kind: "class", symbol }, at };
}

function platformMember(
  type: Type,
  name: string,
  at: Position,
  context: BodyContext,
): Meaning | null {
  const constant = platformEnumConstant(type, name, at, context);
  if (constant !== null) return value(constant);
  const field = platformFieldNamed(name, type, context.compilation);
  if (field === undefined) return null;
  // The stubs do not mark every constant static (Cache.Org.MAX_TTL_SECS).
  checkBehaviour(field.owner, field.signature.name, true, at, context);
  return value({
    kind: "platformField",
    target: null,
    owner: field.owner,
    name: field.signature.name,
    isSafe: false,
    type: field.type,
    at,
  });
}

export function platformEnumConstant(
  type: Type,
  name: string,
  at: Position,
  context: BodyContext,
): BoundExpression | null {
  if (type.kind !== "platform") return null;
  const platform = context.compilation.catalog.find(type.name);
  const key = name.toLowerCase();
  const constant = platform?.enumConstants.find((candidate) => candidate.toLowerCase() === key);
  return platform === undefined || constant === undefined
    ? null
    : { kind: "platformEnumConstant", owner: platform.name, name: constant, type, at };
}

/** `Account.SObjectType`, `Account.Name`, and `Contact.Account` on the way to `Contact.Account.Name`. */
function objectMember(
  objectName: string,
  name: string,
  at: Position,
  context: BodyContext,
): Meaning | null {
  const key = name.toLowerCase();
  if (key === "sobjecttype" && objectName !== "SObject") {
    return value({ kind: "objectToken", object: objectName, type: SOBJECT_TYPE, at });
  }
  const object = context.compilation.schema.object(objectName);
  if (object === undefined) return null;
  const field = object.fields.get(key);
  if (field !== undefined) {
    return value({
      kind: "fieldToken",
      object: object.name,
      field: field.name,
      type: SOBJECT_FIELD,
      at,
    });
  }
  const [parent] = object.parentRelationships.get(key)?.referenceTo ?? [];
  return parent === undefined ? null : { kind: "type", type: sobjectType(parent) };
}
