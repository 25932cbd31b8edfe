/** `/composite/batch`: up to 25 requests in one that know nothing of each other. Source: REST API Developer Guide, "Batch". */
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import { isJsonObject } from "../json-to-record.ts";
import { bodyObject } from "../request-body.ts";
import { RestError } from "../rest-error.ts";
import { partBody, partRequest, printable, textOf } from "./part.ts";

const MOST_PARTS = 25;

export function batch(context: RestContext): RestResponse {
  const body = bodyObject(context.request);
  const given = body["batchRequests"];
  if (!Array.isArray(given))
    throw new RestError(
      400,
      "REQUIRED_FIELD_MISSING",
      "Required fields are missing: [batchRequests]",
    );
  if (given.length > MOST_PARTS)
    throw new RestError(
      400,
      "LIMIT_EXCEEDED",
      `The maximum number of requests in a batch is ${MOST_PARTS}`,
    );
  let hasErrors = false;
  const results = given.filter(isJsonObject).map((part) => {
    const response =
      hasErrors && body["haltOnError"] === true ? HALTED.toResponse() : answerOf(context, part);
    hasErrors ||= response.status >= 400;
    return { statusCode: response.status, result: printable(partBody(response)) };
  });
  return json(200, { hasErrors, results });
}

const HALTED = new RestError(412, "BATCH_PROCESSING_HALTED", "Batch processing halted per request");

/** URLs are relative to `/services/data`: `v66.0/sobjects/Account`. */
function answerOf(context: RestContext, part: Record<string, unknown>): RestResponse {
  const url = textOf(part, "url");
  return context.answerPart(
    partRequest(context.request, {
      method: textOf(part, "method"),
      url: url.startsWith("/") ? url : `/services/data/${url}`,
      body: part["richInput"],
      headers: {},
    }),
  );
}
