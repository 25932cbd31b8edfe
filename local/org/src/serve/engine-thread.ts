/** The engine's thread: opens the org, answers requests one at a time, and works off what they leave behind. */
import { parentPort, workerData } from "node:worker_threads";
import { compileProject, type CompiledProject } from "../compile/compile-project.ts";
import { apexOf, debugTap } from "../org/apex-of-org.ts";
import { openOrg } from "../org/open-org.ts";
import type { OrgRuntime } from "../org/org-runtime.ts";
import { backgroundWork } from "../rest/background-work.ts";
import { bulkJobs } from "../rest/bulk/bulk-job.ts";
import type { RestApiParts } from "../rest/context.ts";
import { standingFaults } from "../rest/faults/faults.ts";
import type { RestRequest } from "../rest/http.ts";
import { AnalyticsState } from "../rest/analytics/analytics-state.ts";
import { apiUsage } from "../rest/api-usage.ts";
import { queryCursors } from "../rest/query-cursors.ts";
import { restApi } from "../rest/router.ts";
import { sessionsFor, type OAuthClient } from "../rest/sessions.ts";
import { mintId } from "../store/record-id.ts";
import { ProjectPathError } from "../schema/project.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import { blockingCallouts } from "./callouts/blocking-callouts.ts";
import type { EngineData, FromEngine, ToEngine } from "./messages.ts";
import type { LocalOrgUser } from "./options.ts";
import { usernameOf, withTriggerUsers } from "./trigger-users.ts";

/** A Developer Edition org's allowance. */
const DAILY_API_REQUESTS = 15_000;
/** How long a request waits for what it, or others before it, left behind. */
const LONGEST_WAIT_MS = 5000;
/** Salesforce's default session timeout. */
const TOKEN_LIFETIME_MS = 2 * 60 * 60 * 1000;
const BULK_JOB_PREFIX = "750";

if (parentPort === null) throw new Error("This module runs in a thread of its own.");
const port = parentPort;
// Only startLocalOrg starts this thread.
const { options, calloutPort } = workerData as EngineData;

const reply = (message: FromEngine): void => port.postMessage(message);
const log = (line: string): void => reply({ kind: "log", line });

const opened = open();
if (opened === null) {
  calloutPort.close();
  port.close();
} else {
  serve(opened.org, opened.parts);
}

/** null where the paths cannot be read, which has been said. */
function compiled(): CompiledProject | null {
  try {
    return compileProject({
      paths: options.paths,
      ...(options.cacheFolder === undefined ? {} : { cacheFolder: options.cacheFolder }),
      onProgress: log,
    });
  } catch (error) {
    if (!(error instanceof ProjectPathError)) throw error;
    reply({ kind: "refused", reasons: [error.message] });
    return null;
  }
}

function open(): { org: OrgRuntime; parts: RestApiParts } | null {
  const project = compiled();
  if (project === null) return null;
  const errors = project.diagnostics.filter(({ kind }) => kind === "error");
  // As a deploy: all of it compiles, or none of it is there.
  if (errors.length > 0) {
    reply({ kind: "refused", reasons: errors.map(formatDiagnostic) });
    return null;
  }
  // What Salesforce has and this org lacks fails where it is reached; said beforehand, so that it surprises nobody.
  for (const gap of project.diagnostics) log(formatDiagnostic(gap));
  const now = (): number => Date.now();
  const tap = debugTap(now);
  const schema = withTriggerUsers(project.schema, options.eventTriggerUsers ?? {});
  const deployed = { ...project, schema };
  const { org, engine } = openOrg(deployed, {
    ...(options.dataFolder === undefined ? {} : { dataFolder: options.dataFolder }),
    isCopy: options.isCopy ?? false,
    callouts: (opening) =>
      blockingCallouts(
        calloutPort,
        {
          schema,
          remoteSites: project.remoteSites,
          parameters: options.credentials ?? {},
          urls: options.namedCredentialUrls ?? {},
        },
        (userId, principal) => opening().hasPrincipal(userId, principal),
      ),
    log,
    debug: tap.receive,
  });
  const ensure = ({ alias, permissionSets, profile, groups = [] }: LocalOrgUser): string => {
    const { id } = org.ensureUser(usernameOf(alias), alias, permissionSets, profile);
    for (const group of groups) org.joinGroup(id, group);
    return id;
  };
  for (const user of options.users ?? []) ensure(user);
  const clients = options.clients.map(({ clientId, clientSecret, user }): OAuthClient => ({
    clientId,
    clientSecret,
    userId: ensure(user),
  }));
  const sessions = sessionsFor(
    clients,
    org.host.organization.id,
    options.tokenLifetimeMs ?? TOKEN_LIFETIME_MS,
    now,
  );
  const parts: RestApiParts = {
    org,
    apex: apexOf(deployed, { org, engine }, tap),
    sessions,
    usage: apiUsage(options.dailyApiRequests ?? DAILY_API_REQUESTS, now),
    cursors: queryCursors(),
    bulk: bulkJobs((number) => mintId(BULK_JOB_PREFIX, number)),
    background: backgroundWork(),
    faults: standingFaults(),
    analytics: new AnalyticsState(deployed.schema),
  };
  return { org, parts };
}

function serve(org: OrgRuntime, parts: RestApiParts): void {
  const api = restApi(parts);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isGoingOn = false;
  /** Delayed jobs run when they are due, whether or not anybody asks; what takes long goes on between requests. */
  const settle = (patienceMs: number): void => {
    if (isStopped) return;
    clearTimeout(timer);
    const until = Date.now() + patienceMs;
    if (org.settle(() => Date.now() >= until)) {
      if (!isGoingOn) setImmediate(goOn);
      isGoingOn = true;
      return;
    }
    const due = org.nextDueAt;
    if (due !== null) timer = setTimeout(goOn, Math.max(0, due - Date.now()));
  };
  const goOn = (): void => {
    isGoingOn = false;
    settle(0);
  };
  /**
   * What the request left behind is done before it is answered: an event the caller was told is taken has had its effect. Unless that is
   * a chain of jobs which goes on and on: nobody's request waits for another's.
   */
  const answer = (id: number, request: RestRequest): void => {
    const response = api.handle(request);
    settle(LONGEST_WAIT_MS);
    reply({ kind: "response", id, response });
  };
  /** One step a turn: requests come in between. */
  const work = (): void => {
    if (isStopped || !parts.background.runNext()) return;
    settle(0);
    setImmediate(work);
  };
  parts.background.onWork(() => setImmediate(work));
  port.on("message", (message: ToEngine) => {
    switch (message.kind) {
      case "request":
        answer(message.id, message.request);
        return;
      case "stop":
        isStopped = true;
        clearTimeout(timer);
        org.close();
        calloutPort.close();
        port.close();
        return;
    }
  });
  settle(LONGEST_WAIT_MS);
  reply({ kind: "ready" });
}
