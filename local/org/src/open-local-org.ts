/**
 * A whole org in this process, from a compiled project: its records, its Apex, its REST API. What serves one over HTTP, what tests one and
 * what runs a project's tests all open it here.
 */
import type { TestRun } from "./apex-tests/outcome.ts";
import type { CompiledProject } from "./compile/compile-project.ts";
import type { ApexAccess } from "./org/apex-access.ts";
import { apexOf, debugTap } from "./org/apex-of-org.ts";
import { CALLOUTS_REFUSED } from "./org/callouts-refused.ts";
import { openOrg, type OpenOrg, type OpenOrgOptions } from "./org/open-org.ts";
import { runProjectTests, testClassesOf, type ProjectRunOptions } from "./org/run-project-tests.ts";
import { AnalyticsState } from "./rest/analytics/analytics-state.ts";
import { apiUsage } from "./rest/api-usage.ts";
import { backgroundWork } from "./rest/background-work.ts";
import { bulkJobs } from "./rest/bulk/bulk-job.ts";
import type { RestApiParts } from "./rest/context.ts";
import { standingFaults } from "./rest/faults/faults.ts";
import { queryCursors } from "./rest/query-cursors.ts";
import { restApi, type RestApi } from "./rest/router.ts";
import { sessionsFor, type OAuthClient } from "./rest/sessions.ts";
import type { OrgRuntime } from "./org/org-runtime.ts";
import { mintId } from "./store/record-id.ts";

/** Salesforce's default session timeout. */
const TOKEN_LIFETIME_MS = 2 * 60 * 60 * 1000;
const BULK_JOB_PREFIX = "750";

export interface LocalOrgSettings extends Partial<Omit<OpenOrgOptions, "debug">> {
  /** Epoch ms: of sessions, of the allowance and of debug lines. By default the machine's. */
  readonly now?: () => number;
  /** OAuth clients, given the org whose users they run as. By default none. */
  readonly clients?: (org: OrgRuntime) => readonly OAuthClient[];
  /** Requests a rolling 24 hours. */
  readonly dailyApiRequests?: number;
  readonly tokenLifetimeMs?: number;
}

export interface OpenedLocalOrg extends OpenOrg {
  readonly apex: ApexAccess;
  readonly api: RestApi;
  /** What the API stands on: its sessions, its allowance, the work it leaves for later. */
  readonly parts: RestApiParts;
  /** Runs the project's tests, all classes or those named (in any case). */
  runTests(names?: readonly string[], options?: ProjectRunOptions): TestRun;
}

export function openLocalOrg(
  project: CompiledProject,
  settings: LocalOrgSettings = {},
): OpenedLocalOrg {
  const { now = () => Date.now(), dailyApiRequests } = settings;
  const tap = debugTap(now);
  const opened = openOrg(project, {
    ...settings,
    callouts: settings.callouts ?? CALLOUTS_REFUSED,
    log: settings.log ?? (() => undefined),
    debug: tap.receive,
    allocations: {
      now,
      ...(dailyApiRequests === undefined ? {} : { maxima: { DailyApiRequests: dailyApiRequests } }),
    },
  });
  const { org } = opened;
  const apex = apexOf(project, opened, tap);
  const parts: RestApiParts = {
    org,
    apex,
    sessions: sessionsFor(
      settings.clients?.(org) ?? [],
      org.host.organization.id,
      settings.tokenLifetimeMs ?? TOKEN_LIFETIME_MS,
      now,
    ),
    usage: apiUsage(org.host.allocations),
    cursors: queryCursors(),
    bulk: bulkJobs((number) => mintId(BULK_JOB_PREFIX, number)),
    background: backgroundWork(),
    faults: standingFaults(),
    analytics: new AnalyticsState(project.schema),
  };
  return {
    ...opened,
    apex,
    api: restApi(parts),
    parts,
    renew(renewal) {
      opened.renew(renewal);
      parts.analytics.renew();
    },
    runTests(names, options) {
      const sought = names?.map((name) => name.toLowerCase());
      const chosen = testClassesOf(project).filter(
        ({ name }) => sought?.includes(name.toLowerCase()) ?? true,
      );
      return runProjectTests(project, opened, chosen, options);
    },
  };
}
