/** The engine's thread: opens the org, answers requests one at a time, and works off what they leave behind. */
import { parentPort, workerData } from "node:worker_threads";
import { compileProject } from "../compile/compile-project.ts";
import { CALLOUTS_REFUSED } from "../org/callouts-refused.ts";
import { openOrg } from "../org/open-org.ts";
import type { OrgRuntime } from "../org/org-runtime.ts";
import type { RestRequest } from "../rest/http.ts";
import { apiUsage } from "../rest/api-usage.ts";
import { queryCursors } from "../rest/query-cursors.ts";
import { restApi, type RestApi } from "../rest/router.ts";
import { sessionsFor, type OAuthClient } from "../rest/sessions.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import type { FromEngine, ToEngine } from "./messages.ts";
import type { LocalOrgOptions } from "./options.ts";

/** A Developer Edition org's allowance. */
const DAILY_API_REQUESTS = 15_000;
/** Salesforce's default session timeout. */
const TOKEN_LIFETIME_MS = 2 * 60 * 60 * 1000;

if (parentPort === null) throw new Error("This module runs in a thread of its own.");
const port = parentPort;
// Only startLocalOrg starts this thread.
const options = workerData as LocalOrgOptions;

const reply = (message: FromEngine): void => port.postMessage(message);
const log = (line: string): void => reply({ kind: "log", line });

const opened = open();
if (opened === null) {
  port.close();
} else {
  serve(opened.org, opened.api);
}

function open(): { org: OrgRuntime; api: RestApi } | null {
  const project = compileProject({
    paths: options.paths,
    ...(options.cacheFolder === undefined ? {} : { cacheFolder: options.cacheFolder }),
    onProgress: log,
  });
  // As a deploy: all of it compiles, or none of it is there.
  if (project.diagnostics.length > 0) {
    reply({ kind: "refused", reasons: project.diagnostics.map(formatDiagnostic) });
    return null;
  }
  const { org } = openOrg(project, {
    ...(options.dataFolder === undefined ? {} : { dataFolder: options.dataFolder }),
    callouts: CALLOUTS_REFUSED,
    log,
  });
  const clients = options.clients.map(({ clientId, clientSecret, user }): OAuthClient => {
    const { id } = org.ensureUser(`${user.alias}@local.example`, user.alias, user.permissionSets);
    return { clientId, clientSecret, userId: id };
  });
  const now = (): number => Date.now();
  const sessions = sessionsFor(
    clients,
    org.host.organization.id,
    options.tokenLifetimeMs ?? TOKEN_LIFETIME_MS,
    now,
  );
  const usage = apiUsage(options.dailyApiRequests ?? DAILY_API_REQUESTS, now);
  return { org, api: restApi(org, sessions, usage, queryCursors()) };
}

function serve(org: OrgRuntime, api: RestApi): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Delayed jobs run when they are due, whether or not anybody asks. */
  const settle = (): void => {
    clearTimeout(timer);
    org.settle();
    const due = org.nextDueAt;
    if (due !== null) timer = setTimeout(settle, Math.max(0, due - Date.now()));
  };
  /** What the request left behind is done before it is answered: an event the caller was told is taken has had its effect. */
  const answer = (id: number, request: RestRequest): void => {
    const response = api.handle(request);
    settle();
    reply({ kind: "response", id, response });
  };
  port.on("message", (message: ToEngine) => {
    switch (message.kind) {
      case "request":
        answer(message.id, message.request);
        return;
      case "stop":
        clearTimeout(timer);
        org.close();
        port.close();
        return;
    }
  });
  settle();
  reply({ kind: "ready" });
}
