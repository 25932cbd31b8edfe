/** `/sobjects/X`, `/sobjects/X/<id>` and `/sobjects/X/<external id field>/<value>`. */
import { SObjectValue } from "../../runtime/sobject.ts";
import type { FieldDescribe, SObjectDescribe } from "../../schema/schema.ts";
import { requestedObject, type RestContext } from "../context.ts";
import { json, NO_CONTENT, type RestResponse } from "../http.ts";
import { jsonToRecord } from "../json-to-record.ts";
import { parseExactJson } from "../json-text.ts";
import { recordToJson } from "../record-to-json.ts";
import { malformedJson, notFound, RestError } from "../rest-error.ts";
import { save, saveError, saveResultJson } from "../save-result.ts";
import { nestedResult } from "./query.ts";

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
  return rowResponse(context, describe, `Id = '${quoted(context.parameters["id"] ?? "")}'`);
}

export function readRowByExternalId(context: RestContext): RestResponse {
  const describe = requestedObject(context);
  const field = externalIdField(context, describe);
  return rowResponse(
    context,
    describe,
    `${field.name} = '${quoted(context.parameters["value"] ?? "")}'`,
  );
}

export function updateRow(context: RestContext): RestResponse {
  const describe = requestedObject(context);
  const record = bodyRecord(context, describe);
  record.put("Id", context.parameters["id"] ?? "");
  const [outcome] = save(context, "update", [record], { allOrNone: false });
  if (outcome !== undefined && !outcome.isSuccess) throw saveError(outcome);
  return NO_CONTENT;
}

/** 201 for a new record, 200 for a changed one; both with the save result since API 46. */
export function upsertRow(context: RestContext): RestResponse {
  const describe = requestedObject(context);
  const field = externalIdField(context, describe);
  const record = jsonToRecord(context.org.host.schema, describe, {
    ...bodyObject(context),
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

function rowResponse(
  context: RestContext,
  describe: SObjectDescribe,
  condition: string,
): RestResponse {
  const asked = context.request.query["fields"]?.split(",");
  const fields =
    asked ?? [...describe.fields.values()].filter(isPlainColumn).map((field) => field.name);
  const text = `SELECT ${fields.join(", ")} FROM ${describe.name} WHERE ${condition}`;
  const selected = context.org.select(text, context.user, { allRows: false });
  const record = selected.kind === "records" ? selected.records[0] : undefined;
  if (record === undefined) {
    throw new RestError(
      404,
      "NOT_FOUND",
      "Provided external ID field does not exist or is not accessible: " +
        (context.parameters["id"] ?? context.parameters["value"] ?? ""),
    );
  }
  return json(200, recordToJson(record, context.basePath, nestedResult(context.basePath)));
}

/** Compound fields are shown by their parts. */
function isPlainColumn(field: FieldDescribe): boolean {
  return field.type !== "address" && field.type !== "location";
}

function externalIdField(context: RestContext, describe: SObjectDescribe): FieldDescribe {
  const field = describe.fields.get((context.parameters["field"] ?? "").toLowerCase());
  if (field === undefined) throw notFound();
  if (!field.isExternalId && !field.isIdLookup) {
    throw new RestError(
      404,
      "NOT_FOUND",
      `Provided external ID field does not exist or is not accessible: ${field.name}`,
    );
  }
  return field;
}

function bodyRecord(context: RestContext, describe: SObjectDescribe): SObjectValue {
  return jsonToRecord(context.org.host.schema, describe, bodyObject(context));
}

export function bodyObject(context: RestContext): Record<string, unknown> {
  let body: unknown;
  try {
    body = parseExactJson(context.request.body);
  } catch (error) {
    throw malformedJson(error instanceof Error ? error.message : String(error));
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw malformedJson("The request body must be a JSON object.");
  }
  // Checked above: an object that is no array.
  return body as Record<string, unknown>;
}

function quoted(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
}
