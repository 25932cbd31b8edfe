import type { RestRequest } from "./http.ts";
import { isJsonObject } from "./json-to-record.ts";
import { parseExactJson } from "./json-text.ts";
import { malformedJson } from "./rest-error.ts";

/** @throws RestError JSON_PARSER_ERROR */
export function bodyValue({ body }: RestRequest): unknown {
  try {
    return parseExactJson(body);
  } catch (error) {
    throw malformedJson(error instanceof Error ? error.message : String(error));
  }
}

/** @throws RestError JSON_PARSER_ERROR also for what is no object */
export function bodyObject(request: RestRequest): Record<string, unknown> {
  const value = bodyValue(request);
  if (!isJsonObject(value)) throw malformedJson("The request body must be a JSON object.");
  return value;
}
