/**
 * `/_local/faults`: GET lists, POST adds, DELETE clears one or all. For the person at this machine: it asks for no session, and refuses
 * what a web page sends.
 */
import { json, NO_CONTENT, type RestRequest, type RestResponse } from "../http.ts";
import { malformedJson, methodNotAllowed, notFound, RestError } from "../rest-error.ts";
import type { RestApiParts } from "../context.ts";
import type { StandingFault } from "./faults.ts";
import { readFault } from "./read-fault.ts";

const FAULTS_PATH = "/_local/faults";

export function isFaultsRequest({ path }: RestRequest): boolean {
  return path === FAULTS_PATH || path.startsWith(`${FAULTS_PATH}/`);
}

export function answerFaults(request: RestRequest, parts: RestApiParts): RestResponse {
  const { faults } = parts;
  if ("origin" in request.headers || !isLoopback(request.origin))
    throw new RestError(
      403,
      "FORBIDDEN",
      "Faults are set from this machine, and not by web pages.",
    );
  const id = request.path.slice(FAULTS_PATH.length + 1);
  switch (request.method) {
    case "GET":
      return json(200, faults.standing().map(faultJson));
    case "POST":
      return added(request, parts);
    case "DELETE":
      if (id === "") faults.clearAll();
      else if (!faults.clear(id)) throw notFound();
      return NO_CONTENT;
    default:
      throw methodNotAllowed(request.method, ["GET", "POST", "DELETE"]);
  }
}

function added(request: RestRequest, { faults, sessions, org }: RestApiParts): RestResponse {
  let body: unknown;
  try {
    body = JSON.parse(request.body);
  } catch (error) {
    throw malformedJson(error instanceof Error ? error.message : String(error));
  }
  const kind = typeof body === "object" && body !== null && "kind" in body ? body.kind : null;
  // These two do not stand: every token of now is void; the next batch of events comes twice.
  if (kind === "expiredTokens") {
    sessions.expireAll();
    return NO_CONTENT;
  }
  if (kind === "duplicateDelivery") {
    org.deliverNextBatchTwice();
    return NO_CONTENT;
  }
  return json(201, faultJson(faults.add(readFault(body))));
}

function faultJson({ id, fault, remaining }: StandingFault): Record<string, unknown> {
  return { id, ...fault, remaining };
}

function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
}
