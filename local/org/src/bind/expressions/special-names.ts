/** Names that stand for metadata: labels, pages, describes. */
import type { SObjectDescribe } from "../../schema/schema.ts";
import type { Position } from "../../syntax/ast.ts";
import {
  DESCRIBE_FIELD_RESULT,
  DESCRIBE_SOBJECT_RESULT,
  FIELD_SET,
  PAGE_REFERENCE,
  SOBJECT_FIELD,
  STRING,
} from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import type { Meaning } from "../names.ts";
import { platformFieldNamed } from "../members.ts";
import { fail } from "../report.ts";

/** `Label.Greeting`, `Label.c.Greeting`; the path comes without `System`. */
export function labelNamed(
  path: readonly string[],
  at: Position,
  context: BodyContext,
): BoundExpression | null {
  const name = path.at(-1);
  const isLabel = path[0]?.toLowerCase() === "label" && (path.length === 2 || path.length === 3);
  if (!isLabel || name === undefined) return null;
  const isNamespace = path.length === 2 && name.toLowerCase() === "c";
  if (isNamespace) return null;
  if (!context.compilation.schema.labels.has(name.toLowerCase())) {
    fail(at, `External string does not exist: ${name}`);
  }
  return { kind: "label", name, type: STRING, at };
}

/**
 * `Schema.Job__Share.RowCause.Recruiter__c`, `AccountShare.RowCause.Manual`: a reason for sharing, the text that the field holds. The path comes
 * without `Schema`. Source: Apex Developer Guide, "Understanding Apex Managed Sharing".
 */
export function sharingReason(
  path: readonly string[],
  at: Position,
  context: BodyContext,
): BoundExpression | null {
  const [objectName = "", field, reason] = path;
  if (path.length !== 3 || field?.toLowerCase() !== "rowcause" || reason === undefined) return null;
  if (context.compilation.schema.object(objectName)?.fields.has("rowcause") !== true) return null;
  return { kind: "literal", value: { kind: "string", value: reason }, type: STRING, at };
}

/** `Page.Invoice`; `Page.ns__Invoice` is one of a package, whose pages nobody knows here. */
export function pageNamed(
  path: readonly string[],
  at: Position,
  context: BodyContext,
): BoundExpression | null {
  const [page, name] = path;
  if (path.length !== 2 || page?.toLowerCase() !== "page" || name === undefined) return null;
  const isKnown = context.compilation.schema.pages.has(name.toLowerCase());
  if (!isKnown && !name.includes("__")) fail(at, `Page does not exist: ${name}`);
  return { kind: "page", name, type: PAGE_REFERENCE, at };
}

/**
 * `SObjectType.Account`, `SObjectType.Account.fields.Name`, `SObjectType.Account.fieldSets.Brief`, and the field tokens `Account.fields.Name`
 * and `Account.SObjectType.fields.Name`; the path comes without `Schema`.
 */
export function describeMember(
  path: readonly string[],
  at: Position,
  context: BodyContext,
): Meaning | null {
  const [first, second] = path;
  if (first === undefined || second === undefined) return null;
  if (first.toLowerCase() !== "sobjecttype") return fieldTokenNamed(path, at, context);
  const object = context.compilation.schema.object(second);
  if (object === undefined) fail(at, `Variable does not exist: ${second}`);
  const describe: BoundExpression = {
    kind: "objectDescribe",
    object: object.name,
    type: DESCRIBE_SOBJECT_RESULT,
    at,
  };
  const [collection, member, ...more] = path.slice(2);
  if (collection === undefined) return { kind: "value", expression: describe };
  if (more.length > 0) return null;
  return describedMember(describe, object, collection, member, at, context);
}

function fieldTokenNamed(
  [objectName = "", ...rest]: readonly string[],
  at: Position,
  context: BodyContext,
): Meaning | null {
  const [collection, name, ...more] =
    rest[0]?.toLowerCase() === "sobjecttype" ? rest.slice(1) : rest;
  if (collection?.toLowerCase() !== "fields" || name === undefined || more.length > 0) return null;
  const object = context.compilation.schema.object(objectName);
  const field = object?.fields.get(name.toLowerCase());
  if (object === undefined || field === undefined) return null;
  return {
    kind: "value",
    expression: {
      kind: "fieldToken",
      object: object.name,
      field: field.name,
      type: SOBJECT_FIELD,
      at,
    },
  };
}

function describedMember(
  describe: BoundExpression,
  object: SObjectDescribe,
  collection: string,
  member: string | undefined,
  at: Position,
  context: BodyContext,
): Meaning | null {
  const property = platformFieldNamed(collection, DESCRIBE_SOBJECT_RESULT, context.compilation);
  if (member === undefined) {
    if (property === undefined) return null;
    const expression: BoundExpression = {
      kind: "platformField",
      target: describe,
      owner: property.owner,
      name: property.signature.name,
      isSafe: false,
      type: property.type,
      at,
    };
    return { kind: "value", expression };
  }
  switch (collection.toLowerCase()) {
    case "fields": {
      const field = object.fields.get(member.toLowerCase());
      if (field === undefined) return null;
      const place = { object: object.name, field: field.name, type: DESCRIBE_FIELD_RESULT, at };
      return { kind: "value", expression: { kind: "fieldDescribe", ...place } };
    }
    case "fieldsets": {
      const fieldSet = object.fieldSets.get(member.toLowerCase());
      if (fieldSet === undefined) return null;
      const place = { object: object.name, name: fieldSet.name, type: FIELD_SET, at };
      return { kind: "value", expression: { kind: "fieldSet", ...place } };
    }
    default:
      return null;
  }
}
