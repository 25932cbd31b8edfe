/** Requests inside a request. */
import { isJsonObject } from "../json-to-record.ts";
import { JsonNumber, parseExactJson, rawNumber } from "../json-text.ts";
import type { RestRequest, RestResponse } from "../http.ts";
import { RestError } from "../rest-error.ts";

export function partRequest(
  outer: RestRequest,
  part: {
    readonly method: string;
    readonly url: string;
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
  },
): RestRequest {
  const url = new URL(part.url, outer.origin);
  return {
    method: part.method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { ...outer.headers, ...part.headers },
    body: part.body === undefined ? "" : JSON.stringify(printable(part.body)),
    origin: outer.origin,
  };
}

/** The answer's JSON with exact numbers; null where it has no body. */
export function partBody({ body }: RestResponse): unknown {
  return body === "" ? null : parseExactJson(body);
}

/** Parsed JSON with exact numbers, as `JSON.stringify` prints it again. */
export function printable(value: unknown): unknown {
  if (value instanceof JsonNumber) return rawNumber(value.text);
  if (Array.isArray(value)) return value.map(printable);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, printable(each)]));
}

export function textOf(value: Readonly<Record<string, unknown>>, name: string): string {
  const text = value[name];
  if (typeof text !== "string" || text === "")
    throw new RestError(400, "REQUIRED_FIELD_MISSING", `Required fields are missing: [${name}]`);
  return text;
}
