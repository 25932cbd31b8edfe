/** Who asks, whether the allowance and the faults made on purpose let the request in, and which resource answers it. */
import { QueryError } from "../soql/query-error.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import type { RunningUser } from "../runtime/host.ts";
import { apexRest, isApexRest } from "./apex-rest/apex-rest.ts";
import type { Resource, RestApiParts, RestContext } from "./context.ts";
import { answerFaults, isFaultsRequest } from "./faults/faults-resource.ts";
import { json, type RestRequest, type RestResponse } from "./http.ts";
import { apexAction, isApexAction } from "./lightning/apex-action.ts";
import { isLocalPage, localPage } from "./lightning/local-page.ts";
import { identity, isKnownVersion, versions } from "./resources/discovery.ts";
import { revoke, token } from "./resources/token.ts";
import { methodNotAllowed, notFound, RestError } from "./rest-error.ts";
import { routeTo } from "./routes.ts";
import { apexError } from "./save-result.ts";
import { isSoap, soap } from "./soap/soap.ts";

export interface RestApi {
  handle(request: RestRequest): RestResponse;
}

export function restApi(parts: RestApiParts): RestApi {
  const { org, sessions, usage, faults } = parts;
  return {
    handle(request) {
      try {
        if (request.path === "/health") return json(200, { status: "ok" });
        if (isFaultsRequest(request)) return answerFaults(request, parts);
        return withFaults(request);
      } catch (error) {
        return errorResponse(error, null);
      }
    },
  };

  function withFaults(request: RestRequest): RestResponse {
    if (faults.strike("unavailable") !== null) return UNAVAILABLE.toResponse();
    const timeout = faults.strike("timeout");
    if (timeout?.isCarriedOut === false)
      return { ...UNAVAILABLE.toResponse(), delayMs: timeout.holdMs };
    const delayMs = timeout?.holdMs ?? faults.strike("latency")?.ms;
    const response = answer(request);
    return delayMs === undefined ? response : { ...response, delayMs };
  }

  function answer(request: RestRequest): RestResponse {
    const { path, method } = request;
    try {
      if (path === "/services/oauth2/token") {
        if (method !== "POST") throw methodNotAllowed(method, ["POST"]);
        return token(request, sessions, org.host.organization.id);
      }
      if (path === "/services/oauth2/revoke") return revoke(request, sessions);
      if (path === "/services/data" || path === "/services/data/") return versions();
      // A SOAP request carries its session in the envelope.
      if (isSoap(request)) return soap(request, parts, (bearer) => userOf(bearer));
      const user = userOf(bearerOf(request));
      // What Lightning pages ask is no API request.
      if (isOfLightning(request)) return authorized(request, user);
      if (faults.strike("quotaExhausted") !== null || !usage.take()) {
        throw new RestError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
      }
      return withUsage(authorized(request, user));
    } catch (error) {
      return withUsage(errorResponse(error, request));
    }
  }

  function authorized(request: RestRequest, user: RunningUser): RestResponse {
    const { resource, parameters, basePath } = route(request);
    const context: RestContext = {
      ...parts,
      user,
      request,
      basePath,
      parameters,
      answerPart: (part) => {
        try {
          return authorized(part, user);
        } catch (error) {
          return errorResponse(error, part);
        }
      },
    };
    return resource(context);
  }

  /** @throws RestError 401 */
  function userOf(bearer: string | undefined): RunningUser {
    const session = bearer === undefined ? null : sessions.find(bearer);
    const user = session === null ? undefined : org.user(session.userId);
    if (user === undefined)
      throw new RestError(401, "INVALID_SESSION_ID", "Session expired or invalid");
    return user;
  }

  function withUsage(response: RestResponse): RestResponse {
    return { ...response, headers: { ...response.headers, "sforce-limit-info": usage.header() } };
  }
}

const UNAVAILABLE = new RestError(
  503,
  "SERVER_UNAVAILABLE",
  "The server is unavailable to handle your request; try again later",
);

/** Apex actions, and what a page says of itself: on the platform such requests come with the session of a browser. */
function isOfLightning({ path, headers }: RestRequest): boolean {
  return isApexAction(path) || isLocalPage(path) || headers["x-lightning-page"] === "local";
}

function bearerOf({ headers }: RestRequest): string | undefined {
  return /^(?:Bearer|OAuth) (.+)$/i.exec(headers["authorization"] ?? "")?.[1];
}

function route(request: RestRequest): {
  readonly resource: Resource;
  readonly parameters: Readonly<Record<string, string>>;
  readonly basePath: string;
} {
  const { path, method } = request;
  if (path === "/services/oauth2/userinfo" || path.startsWith("/id/"))
    return { resource: identity, parameters: {}, basePath: "" };
  if (isApexRest(path)) return { resource: apexRest, parameters: {}, basePath: "" };
  if (isApexAction(path)) return { resource: apexAction, parameters: {}, basePath: "" };
  if (isLocalPage(path)) return { resource: localPage, parameters: {}, basePath: "" };
  const match = /^\/services\/data\/(v[^/]+)(\/.*)?$/.exec(path);
  const version = match?.[1];
  if (version === undefined || !isKnownVersion(version)) throw notFound();
  const routed = routeTo((match?.[2] ?? "").replace(/\/$/, ""), method);
  if (routed === null) throw notFound();
  return { ...routed, basePath: `/services/data/${version}` };
}

/** A fault of the org itself is not the caller's: 500 in Salesforce's shape, and the console has the stack. */
function errorResponse(error: unknown, request: RestRequest | null): RestResponse {
  if (error instanceof RestError) return error.toResponse();
  if (error instanceof QueryError)
    return new RestError(400, error.code, error.message).toResponse();
  const exception = apexExceptionOf(error);
  if (exception !== null) return apexError(exception).toResponse();
  // No fault of the org, and none of the caller: what is asked for works on Salesforce.
  if (error instanceof GapReached)
    return new RestError(501, "NOT_IMPLEMENTED", error.message).toResponse();
  if (error instanceof URIError) return notFound().toResponse();
  console.error(request === null ? "" : `${request.method} ${request.path}`, error);
  return new RestError(
    500,
    "UNKNOWN_EXCEPTION",
    "An unexpected error occurred. Please include this ErrorId if you contact support: local-org",
  ).toResponse();
}
