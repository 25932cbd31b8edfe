/** Which resource answers which request, after the session and the allowance are settled. */
import { ApexException } from "../runtime/exception.ts";
import { QueryError } from "../soql/query-error.ts";
import type { Org } from "../org/org.ts";
import type { ApiUsage } from "./api-usage.ts";
import type { Resource } from "./context.ts";
import { json, type RestRequest, type RestResponse } from "./http.ts";
import type { QueryCursors } from "./query-cursors.ts";
import {
  createCollection,
  deleteCollection,
  updateCollection,
  upsertCollection,
} from "./resources/collections.ts";
import { describeBasic, describeGlobal, describeObject } from "./resources/describe.ts";
import { identity, isKnownVersion, resources, versions } from "./resources/discovery.ts";
import { limits } from "./resources/limits.ts";
import { query, queryAll, queryMore } from "./resources/query.ts";
import {
  createRow,
  deleteRow,
  readRow,
  readRowByExternalId,
  updateRow,
  upsertRow,
} from "./resources/sobject-rows.ts";
import { token } from "./resources/token.ts";
import { methodNotAllowed, notFound, RestError } from "./rest-error.ts";
import { apexError } from "./save-result.ts";
import type { Session, Sessions } from "./sessions.ts";

/** Below `/services/data/vNN.0`; `:name` takes one part of the path. */
const RESOURCES: readonly {
  readonly path: string;
  readonly methods: Readonly<Record<string, Resource>>;
}[] = [
  { path: "", methods: { GET: resources } },
  { path: "/limits", methods: { GET: limits } },
  { path: "/query", methods: { GET: query } },
  { path: "/queryAll", methods: { GET: queryAll } },
  { path: "/query/:locator", methods: { GET: queryMore } },
  { path: "/sobjects", methods: { GET: describeGlobal } },
  { path: "/sobjects/:object", methods: { GET: describeBasic, POST: createRow } },
  { path: "/sobjects/:object/describe", methods: { GET: describeObject } },
  { path: "/sobjects/:object/:id", methods: { GET: readRow, PATCH: updateRow, DELETE: deleteRow } },
  {
    path: "/sobjects/:object/:field/:value",
    methods: { GET: readRowByExternalId, PATCH: upsertRow },
  },
  {
    path: "/composite/sobjects",
    methods: { POST: createCollection, PATCH: updateCollection, DELETE: deleteCollection },
  },
  { path: "/composite/sobjects/:object/:field", methods: { PATCH: upsertCollection } },
];

export interface RestApi {
  handle(request: RestRequest): RestResponse;
}

export function restApi(
  org: Org,
  sessions: Sessions,
  usage: ApiUsage,
  cursors: QueryCursors,
): RestApi {
  return {
    handle(request) {
      try {
        const { path, method } = request;
        if (path === "/health") return json(200, { status: "ok" });
        if (path === "/services/oauth2/token") {
          if (method !== "POST") throw methodNotAllowed(method, ["POST"]);
          return token(request, sessions, org.host.organization.id);
        }
        if (path === "/services/data" || path === "/services/data/") return versions();
        const session = sessionOf(request, sessions);
        if (!usage.take()) {
          throw new RestError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        }
        return withUsage(authorized(request, session), usage);
      } catch (error) {
        return withUsage(errorResponse(error), usage);
      }
    },
  };

  function authorized(request: RestRequest, session: Session): RestResponse {
    const user = org.user(session.userId);
    if (user === undefined) throw invalidSession();
    const { resource, parameters, basePath } = route(request);
    return resource({ org, user, request, usage, cursors, basePath, parameters });
  }
}

function sessionOf(request: RestRequest, sessions: Sessions): Session {
  const bearer = /^(?:Bearer|OAuth) (.+)$/i.exec(request.headers["authorization"] ?? "")?.[1];
  const session = bearer === undefined ? null : sessions.find(bearer);
  if (session === null) throw invalidSession();
  return session;
}

function invalidSession(): RestError {
  return new RestError(401, "INVALID_SESSION_ID", "Session expired or invalid");
}

function route(request: RestRequest): {
  resource: Resource;
  parameters: Record<string, string>;
  basePath: string;
} {
  if (request.path === "/services/oauth2/userinfo" || request.path.startsWith("/id/")) {
    return { resource: identity, parameters: {}, basePath: "" };
  }
  const match = /^\/services\/data\/(v[^/]+)(\/.*)?$/.exec(request.path);
  const version = match?.[1];
  if (version === undefined || !isKnownVersion(version)) throw notFound();
  const asked = (match?.[2] ?? "").replace(/\/$/, "");
  for (const { path, methods } of RESOURCES) {
    const parameters = matchPath(path, asked);
    if (parameters === null) continue;
    const resource = methods[request.method === "HEAD" ? "GET" : request.method];
    if (resource === undefined) throw methodNotAllowed(request.method, Object.keys(methods));
    return { resource, parameters, basePath: `/services/data/${version}` };
  }
  throw notFound();
}

function matchPath(pattern: string, asked: string): Record<string, string> | null {
  const expected = pattern.split("/");
  const given = asked.split("/");
  if (expected.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) {
      if (value === "") return null;
      parameters[part.slice(1)] = decodeURIComponent(value);
    } else if (part !== value) return null;
  }
  return parameters;
}

function withUsage(response: RestResponse, usage: ApiUsage): RestResponse {
  return { ...response, headers: { ...response.headers, "sforce-limit-info": usage.header() } };
}

/** A fault of the org itself is not the caller's: 500 in Salesforce's shape, and the engine's log has the stack. */
function errorResponse(error: unknown): RestResponse {
  if (error instanceof RestError) return error.toResponse();
  if (error instanceof QueryError)
    return new RestError(400, error.code, error.message).toResponse();
  if (error instanceof ApexException) return apexError(error).toResponse();
  if (error instanceof URIError) return notFound().toResponse();
  console.error(error);
  return new RestError(
    500,
    "UNKNOWN_EXCEPTION",
    "An unexpected error occurred. Please include this ErrorId if you contact support: local-org",
  ).toResponse();
}
