/** Schema.SObjectType and Schema.SObjectField. Source: Apex Reference, "Schema Namespace". */
import { randomUUID } from "node:crypto";
import { SObjectValue } from "../../runtime/sobject.ts";
import {
  FieldDescribeResult,
  FieldToken,
  ObjectDescribeResult,
  ObjectToken,
} from "../../runtime/tokens.ts";
import type { StoredValue } from "../../store/row.ts";
import { defaultOf } from "../../dml/field-default.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { isFullDescribe } from "./describe-options.ts";

function newRecord(token: ObjectToken, id: string | null, loadDefaults: boolean): SObjectValue {
  const record = new SObjectValue(token.describe);
  if (id !== null) record.values.set(id.startsWith("012") ? "RecordTypeId" : "Id", id);
  if (loadDefaults && token.describe.kind === "platformEvent")
    record.values.set("EventUuid", randomUUID());
  if (loadDefaults) for (const [name, value] of defaultsOf(token)) record.values.set(name, value);
  return record;
}

function defaultsOf(token: ObjectToken): readonly (readonly [string, StoredValue])[] {
  return [...token.describe.fields.values()].flatMap((field) => {
    const value = defaultOf(field);
    return value === undefined ? [] : [[field.name, value] as const];
  });
}

export const objectTokenBehaviour = platformType({
  type: "Schema.SObjectType",
  implementation: ObjectToken,
  methods: {
    getDescribe: (token: ObjectToken, options: unknown = null) =>
      new ObjectDescribeResult(token.describe, isFullDescribe(options)),
    newSObject: (
      token: ObjectToken,
      id: string | null = null,
      loadDefaults: boolean | null = false,
    ) => newRecord(token, id, loadDefaults === true),
  },
});

export const fieldTokenBehaviour = platformType({
  type: "Schema.SObjectField",
  implementation: FieldToken,
  methods: { getDescribe: (token: FieldToken) => new FieldDescribeResult(token.describe) },
});

/** The token of a field of an object; null when it has no such field. */
export function fieldTokenOf(object: string, field: string): FieldToken | null {
  const describe = transaction().host.schema.object(object)?.fields.get(field);
  return describe === undefined ? null : new FieldToken(describe);
}

export function objectTokenOf(object: string): ObjectToken | null {
  const describe = transaction().host.schema.object(object);
  return describe === undefined ? null : new ObjectToken(describe);
}
