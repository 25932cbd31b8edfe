/** A JSON value as the value of a flow's variable. */
import { elementTypeOf } from "../../flow/values.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexList } from "../../runtime/list.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import type { FlowVariable } from "../../schema/flows/flow-definition.ts";
import type { RestContext } from "../context.ts";
import { JsonNumber } from "../json-text.ts";
import { isJsonObject, jsonToRecord } from "../json-to-record.ts";
import { malformedJson } from "../rest-error.ts";

/** @throws RestError 400 for a record of no known object */
export function flowInput(value: unknown, variable: FlowVariable, context: RestContext): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => flowInput(item, variable, context));
    return new ApexList(elementTypeOf(variable.dataType, variable.object), items);
  }
  if (value instanceof JsonNumber) return ApexDecimal.parse(value.text);
  return isJsonObject(value) ? record(value, variable, context) : value;
}

function record(
  body: Record<string, unknown>,
  { object, name }: FlowVariable,
  { org }: RestContext,
): SObjectValue {
  const { schema } = org.host;
  const { attributes } = body;
  const typed = isJsonObject(attributes) ? attributes["type"] : null;
  const describe = schema.object(typeof typed === "string" ? typed : (object ?? ""));
  if (describe === undefined) throw malformedJson(`The record for ${name} has no type.`);
  return jsonToRecord(schema, describe, body);
}
