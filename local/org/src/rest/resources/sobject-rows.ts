/** `/sobjects/X`, `/sobjects/X/<id>` and `/sobjects/X/<external id field>/<value>`. */
import { toId18 } from "../../runtime/id.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import type { FieldDescribe, SObjectDescribe } from "../../schema/schema.ts";
import { requestedObject, rightsOf, type RestContext } from "../context.ts";
import { json, NO_CONTENT, type RestResponse } from "../http.ts";
import { jsonToRecord } from "../json-to-record.ts";
import { bodyObject } from "../request-body.ts";
import { recordToJson } from "../record-to-json.ts";
import { notFound, RestError } from "../rest-error.ts";
import { save, saveError, saveResultJson } from "../save-result.ts";
import { childrenRenderer, select } from "./query.ts";

export function createRow(context: RestContext): RestResponse {
  const describe = requestedObject(context);
  const record = bodyRecord(context, describe);
  const [outcome] = save(context, "insert", [record], { allOrNone: false });
  if (outcome === undefined) throw new Error("One record saved, no outcome");
  if (!outcome.isSuccess) throw saveError(outcome);
  return json(201, saveResultJson(outcome), {
    location: `${context.basePath}/sobjects/${describe.name}/${outcome.id ?? ""}`,
  });
}

export function readRow(context: RestContext): RestResponse {
  const describe = requestedObject(context);
  const given = context.parameters["id"] ?? "";
  const id = toId18(given);
  if (id === null) throw unknownExternalId(given);
  const { isDeleted, found } = rowOf(context, describe, `Id = '${id}'`);
  if (isDeleted) throw new RestError(404, "ENTITY_IS_DELETED", "entity is deleted");
  if (found === null) throw notFound();
  return found;
}

export function readRowByExternalId(context: RestContext): RestResponse {
  const describe = requestedObject(context);
  const field = externalIdField(context, describe);
  const value = quoted(context.parameters["value"] ?? "");
  const { found } = rowOf(context, describe, `${field.name} = ${value}`);
  if (found === null) throw notFound();
  return found;
}

export function updateRow(context: RestContext): RestResponse {
  const describe = requestedObject(context);
  const record = bodyRecord(context, describe, "Id");
  record.put("Id", context.parameters["id"] ?? "");
  const [outcome] = save(context, "update", [record], { allOrNone: false });
  if (outcome !== undefined && !outcome.isSuccess) throw saveError(outcome);
  return NO_CONTENT;
}

/** 201 for a new record, 200 for a changed one; both with the save result since API 46. */
export function upsertRow(context: RestContext): RestResponse {
  const describe = requestedObject(context);
  const field = externalIdField(context, describe);
  const record = bodyRecord(context, describe, field.name, {
    [field.name]: context.parameters["value"] ?? "",
  });
  const [outcome] = save(context, "upsert", [record], {
    allOrNone: false,
    externalIdField: field.name,
  });
  if (outcome === undefined) throw new Error("One record saved, no outcome");
  if (!outcome.isSuccess) throw saveError(outcome);
  return json(outcome.isCreated ? 201 : 200, saveResultJson(outcome, true));
}

export function deleteRow(context: RestContext): RestResponse {
  const record = new SObjectValue(requestedObject(context));
  record.put("Id", context.parameters["id"] ?? "");
  const [outcome] = save(context, "delete", [record], { allOrNone: false });
  if (outcome !== undefined && !outcome.isSuccess) throw saveError(outcome);
  return NO_CONTENT;
}

function rowOf(
  context: RestContext,
  describe: SObjectDescribe,
  condition: string,
): { readonly found: RestResponse | null; readonly isDeleted: boolean } {
  const fields = context.request.query["fields"]?.split(",") ?? readableColumns(context, describe);
  const text = `SELECT ${fields.join(", ")} FROM ${describe.name} WHERE ${condition}`;
  const read = (allRows: boolean): SObjectValue | null => {
    const selected = select(context, text, allRows);
    return selected.kind === "records" ? (selected.records[0] ?? null) : null;
  };
  const record = read(false);
  if (record === null) return { found: null, isDeleted: read(true) !== null };
  const { basePath } = context;
  const body = recordToJson(record, basePath, childrenRenderer(basePath));
  return { found: json(200, body), isDeleted: false };
}

/** Compound fields are left to their parts. */
function readableColumns(context: RestContext, describe: SObjectDescribe): readonly string[] {
  const rights = rightsOf(context);
  return [...describe.fields.values()]
    .filter(({ type, name }) => {
      const isPart = type !== "address" && type !== "location";
      return isPart && rights.canReadField(describe.name, name);
    })
    .map(({ name }) => name);
}

function externalIdField(context: RestContext, describe: SObjectDescribe): FieldDescribe {
  const name = context.parameters["field"] ?? "";
  const field = describe.fields.get(name.toLowerCase());
  if (field === undefined || !(field.isExternalId || field.isIdLookup))
    throw unknownExternalId(name);
  return field;
}

function unknownExternalId(name: string): RestError {
  return new RestError(
    404,
    "NOT_FOUND",
    `Provided external ID field does not exist or is not accessible: ${name}`,
  );
}

/** @param inPath the field that the path gives, and the body must not */
function bodyRecord(
  context: RestContext,
  describe: SObjectDescribe,
  inPath: string | null = null,
  added: Readonly<Record<string, unknown>> = {},
): SObjectValue {
  const body = bodyObject(context.request);
  const repeated = Object.keys(body).find((name) => name.toLowerCase() === inPath?.toLowerCase());
  if (repeated !== undefined) {
    throw new RestError(
      400,
      "INVALID_FIELD",
      `The ${repeated} field should not be specified in the sobject data.`,
    );
  }
  return jsonToRecord(context.org.host.schema, describe, { ...body, ...added });
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
