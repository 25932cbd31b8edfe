/** Types that rules of the language name: written once, so that no rule spells a catalog name itself. */
import type { PrimitiveName, Type } from "./type.ts";

function primitive(name: PrimitiveName): Type & { readonly kind: "primitive" } {
  return { kind: "primitive", name };
}

export const BOOLEAN = primitive("Boolean");
export const INTEGER = primitive("Integer");
export const LONG = primitive("Long");
export const DOUBLE = primitive("Double");
export const DECIMAL = primitive("Decimal");
export const STRING = primitive("String");
export const ID = primitive("Id");
export const DATE = primitive("Date");
export const DATETIME = primitive("Datetime");
export const TIME = primitive("Time");
export const BLOB = primitive("Blob");

export const OBJECT: Type = { kind: "object" };
export const NULL: Type = { kind: "null" };
export const VOID: Type = { kind: "void" };
export const SOBJECT: Type = { kind: "sobject", name: "SObject" };
export const AGGREGATE_RESULT: Type = { kind: "sobject", name: "AggregateResult" };

export const EXCEPTION = platformType("System.Exception");
export const TYPE = platformType("System.Type");
export const PAGE_REFERENCE = platformType("System.PageReference");
export const SOBJECT_TYPE = platformType("Schema.SObjectType");
export const SOBJECT_FIELD = platformType("Schema.SObjectField");
export const DESCRIBE_SOBJECT_RESULT = platformType("Schema.DescribeSObjectResult");
export const DESCRIBE_FIELD_RESULT = platformType("Schema.DescribeFieldResult");
export const FIELD_SET = platformType("Schema.FieldSet");
export const TRIGGER_OPERATION = platformType("System.TriggerOperation");

const PRIMITIVES: ReadonlyMap<string, Type> = new Map(
  [BOOLEAN, INTEGER, LONG, DOUBLE, DECIMAL, STRING, ID, DATE, DATETIME, TIME, BLOB].map((type) => [
    type.name.toLowerCase(),
    type,
  ]),
);

/** Case-insensitive. */
export function primitiveNamed(name: string): Type | undefined {
  return PRIMITIVES.get(name.toLowerCase());
}

export function platformType(
  name: string,
  ...typeArguments: readonly Type[]
): Type & { readonly kind: "platform" } {
  return { kind: "platform", name, arguments: typeArguments };
}

export function listOf(element: Type): Type & { readonly kind: "list" } {
  return { kind: "list", element };
}

export function setOf(element: Type): Type & { readonly kind: "set" } {
  return { kind: "set", element };
}

export function mapOf(key: Type, value: Type): Type & { readonly kind: "map" } {
  return { kind: "map", key, value };
}

export function sobjectType(name: string): Type & { readonly kind: "sobject" } {
  return { kind: "sobject", name };
}
