/**
 * The part of the User Interface API that record pages stand on: records with the words a person reads, their creation, change and
 * deletion. Source: User Interface API Developer Guide, "Get a Record", "Create a Record", "Update a Record", "Delete a Record".
 */
import { toId18 } from "../../runtime/id.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import type { FieldDescribe, SObjectDescribe } from "../../schema/schema.ts";
import { isVisible, rightsOf, type RestContext } from "../context.ts";
import { json, NO_CONTENT, type RestResponse } from "../http.ts";
import { jsonToRecord } from "../json-to-record.ts";
import { bodyObject } from "../request-body.ts";
import { notFound, RestError } from "../rest-error.ts";
import { save, saveError } from "../save-result.ts";
import { select } from "../resources/query.ts";
import { uiRecord } from "./ui-record.ts";

/** `fields` refuses what cannot be read, `optionalFields` leaves it out; both are `Object.Path`. */
export function readUiRecord(context: RestContext): RestResponse {
  const { describe, id } = requestedRecord(context);
  const { fields, optionalFields } = context.request.query;
  const required = listed(fields);
  const wished = listed(optionalFields).filter((path) => isReadable(context, describe, path));
  return json(200, shownRecord(context, describe, id, [...required, ...wished]));
}

export function createUiRecord(context: RestContext): RestResponse {
  const { apiName, fields } = bodyObject(context.request);
  const describe = context.org.host.schema.object(typeof apiName === "string" ? apiName : "");
  if (describe === undefined || !isVisible(describe, rightsOf(context))) {
    throw new RestError(400, "INVALID_TYPE", `There is no object named '${String(apiName)}'.`);
  }
  const record = jsonToRecord(context.org.host.schema, describe, fieldsOf(fields));
  const [outcome] = save(context, "insert", [record], { allOrNone: false });
  if (outcome === undefined || outcome.id === null || !outcome.isSuccess) throw refused(outcome);
  return json(201, shownRecord(context, describe, outcome.id, Object.keys(fieldsOf(fields))));
}

export function updateUiRecord(context: RestContext): RestResponse {
  const { describe, id } = requestedRecord(context);
  const fields = fieldsOf(bodyObject(context.request)["fields"]);
  const record = jsonToRecord(context.org.host.schema, describe, fields);
  record.put("Id", id);
  const [outcome] = save(context, "update", [record], { allOrNone: false });
  if (outcome?.isSuccess !== true) throw refused(outcome);
  return json(200, shownRecord(context, describe, id, Object.keys(fields)));
}

export function deleteUiRecord(context: RestContext): RestResponse {
  const { describe, id } = requestedRecord(context);
  const record = new SObjectValue(describe);
  record.put("Id", id);
  const [outcome] = save(context, "delete", [record], { allOrNone: false });
  if (outcome?.isSuccess !== true) throw refused(outcome);
  return NO_CONTENT;
}

function refused(outcome: Parameters<typeof saveError>[0] | undefined): RestError {
  if (outcome === undefined) throw new Error("One record saved, no outcome");
  return saveError(outcome);
}

function requestedRecord(context: RestContext): {
  readonly describe: SObjectDescribe;
  readonly id: string;
} {
  const id = toId18(context.parameters["id"] ?? "");
  const describe =
    id === null ? undefined : context.org.host.schema.objectByKeyPrefix(id.slice(0, 3));
  if (id === null || describe === undefined || !isVisible(describe, rightsOf(context)))
    throw notFound();
  return { describe, id };
}

function shownRecord(
  context: RestContext,
  describe: SObjectDescribe,
  id: string,
  paths: readonly string[],
): unknown {
  const own = paths.map((path) => path.replace(new RegExp(`^${describe.name}\\.`, "i"), ""));
  const columns = [...new Set(["Id", ...saidOfEach(describe), ...own])].join(", ");
  const selected = select(
    context,
    `SELECT ${columns} FROM ${describe.name} WHERE Id = '${id}'`,
    false,
  );
  const record = selected.kind === "records" ? selected.records[0] : undefined;
  if (record === undefined) throw notFound();
  return uiRecord(record, context.user);
}

/** Its stamps, and the currency its amounts are shown in. */
function saidOfEach({ fields }: SObjectDescribe): readonly string[] {
  const names = ["LastModifiedDate", "SystemModstamp", "CurrencyIsoCode"];
  return names.filter((name) => fields.has(name.toLowerCase()));
}

function isReadable(context: RestContext, describe: SObjectDescribe, path: string): boolean {
  const rights = rightsOf(context);
  let object: SObjectDescribe | undefined = describe;
  const [, ...steps] = path.split(".");
  for (const [index, step] of steps.entries()) {
    if (object === undefined) return false;
    const isLast = index === steps.length - 1;
    const field: FieldDescribe | undefined = isLast
      ? object.fields.get(step.toLowerCase())
      : object.parentRelationships.get(step.toLowerCase());
    if (field === undefined || !rights.canReadField(object.name, field.name)) return false;
    object = isLast ? undefined : context.org.host.schema.object(field.referenceTo[0] ?? "");
  }
  return steps.length > 0;
}

function listed(names: string | undefined): readonly string[] {
  return names === undefined || names === "" ? [] : names.split(",").map((name) => name.trim());
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new RestError(400, "JSON_PARSER_ERROR", "A record's fields are an object.");
  return { ...value };
}
