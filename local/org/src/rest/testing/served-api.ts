/** For tests: the REST API of an org around a small project, called in process. */
import { compileProject, type CompiledProject } from "../../compile/compile-project.ts";
import type { OrgRuntime } from "../../org/org-runtime.ts";
import { openLocalOrg } from "../../open-local-org.ts";
import { writeProject } from "../../schema/fixture/project.ts";
import type { RestApiParts } from "../context.ts";
import type { RestResponse } from "../http.ts";
import type { RestApi } from "../router.ts";
import { ORDER_PROJECT } from "./order-project.ts";

export const ADMIN = { clientId: "admin", clientSecret: "admin-secret" };
export const PUBLISHER = { clientId: "publisher", clientSecret: "publisher-secret" };
const TOKEN_LIFETIME_MS = 60_000;

export interface Answer {
  readonly status: number;
  readonly headers: RestResponse["headers"];
  readonly delayMs: number | undefined;
  /** Parsed where it is JSON. */
  readonly body: unknown;
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: typeof ADMIN;
}

export class ServedApi {
  readonly org: OrgRuntime;
  readonly parts: RestApiParts;
  /** Epoch ms of sessions and the allowance; tests move it. */
  now = Date.UTC(2026, 0, 31, 10);
  private readonly api: RestApi;
  private readonly tokens = new Map<string, string>();

  constructor(project: CompiledProject, allowance = 1000) {
    const { org, api, parts } = openLocalOrg(project, {
      now: () => this.now,
      dailyApiRequests: allowance,
      tokenLifetimeMs: TOKEN_LIFETIME_MS,
      clients: (opened) => [
        { ...ADMIN, userId: opened.administrator.id },
        {
          ...PUBLISHER,
          userId: opened.ensureUser("publisher@local.example", "publish", ["Publisher"]).id,
        },
      ],
    });
    this.org = org;
    this.parts = parts;
    this.api = api;
  }

  /** `path` below `/services/data/v66.0`, or from the root where it begins with `//`. */
  call(path: string, { method = "GET", body, headers = {}, as = ADMIN }: Call = {}): Answer {
    const target = path.startsWith("//") ? path.slice(1) : `/services/data/v66.0${path}`;
    const origin = "http://127.0.0.1:1";
    const url = new URL(target, origin);
    const { delayMs, ...response } = this.api.handle({
      method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: {
        authorization: `Bearer ${this.token(as)}`,
        "content-type": "application/json",
        ...headers,
      },
      body: body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
      origin,
    });
    this.org.settle();
    const isJson = response.headers["content-type"]?.startsWith("application/json") === true;
    return {
      status: response.status,
      headers: response.headers,
      delayMs,
      body: isJson && response.body !== "" ? JSON.parse(response.body) : response.body,
    };
  }

  query(soql: string): unknown {
    return this.call(`/query?q=${encodeURIComponent(soql)}`).body;
  }

  /** The id of a new record. */
  create(object: string, values: Readonly<Record<string, unknown>>): string {
    const { body } = this.call(`/sobjects/${object}`, { method: "POST", body: values });
    if (typeof body === "object" && body !== null && "id" in body) return String(body.id);
    throw new Error(`Not created: ${JSON.stringify(body)}`);
  }

  /** Runs background work to its end. */
  workOff(): void {
    while (this.parts.background.runNext()) this.org.settle();
  }

  private token(client: typeof ADMIN): string {
    const known = this.tokens.get(client.clientId);
    if (known !== undefined) return known;
    const session = this.parts.sessions.issue(client.clientId, client.clientSecret);
    if (session === null) throw new Error("no such client");
    this.tokens.set(client.clientId, session.token);
    return session.token;
  }
}

let compiled: CompiledProject | null = null;

/** The order project, compiled once for a test file. */
function orderProject(): CompiledProject {
  if (compiled !== null) return compiled;
  const project = writeProject(ORDER_PROJECT);
  compiled = compileProject({ paths: [project.path] });
  if (compiled.diagnostics.length > 0)
    throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  return compiled;
}

export function servedApi(allowance?: number): ServedApi {
  return new ServedApi(orderProject(), allowance);
}
