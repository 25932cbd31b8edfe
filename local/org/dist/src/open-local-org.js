import { apexOf, debugTap } from "./org/apex-of-org.js";
import { CALLOUTS_REFUSED } from "./org/callouts-refused.js";
import { openOrg } from "./org/open-org.js";
import { runProjectTests, testClassesOf } from "./org/run-project-tests.js";
import { apiUsage } from "./rest/api-usage.js";
import { backgroundWork } from "./rest/background-work.js";
import { bulkJobs } from "./rest/bulk/bulk-job.js";
import { standingFaults } from "./rest/faults/faults.js";
import { queryCursors } from "./rest/query-cursors.js";
import { restApi } from "./rest/router.js";
import { sessionsFor } from "./rest/sessions.js";
import { mintId } from "./store/record-id.js";
/** A Developer Edition org's allowance. */
const DAILY_API_REQUESTS = 15_000;
/** Salesforce's default session timeout. */
const TOKEN_LIFETIME_MS = 2 * 60 * 60 * 1000;
const BULK_JOB_PREFIX = "750";
export function openLocalOrg(project, settings = {}) {
    const { now = () => Date.now(), dailyApiRequests = DAILY_API_REQUESTS } = settings;
    const tap = debugTap(now);
    const opened = openOrg(project, {
        ...settings,
        callouts: settings.callouts ?? CALLOUTS_REFUSED,
        log: settings.log ?? (() => undefined),
        debug: tap.receive,
    });
    const { org } = opened;
    const apex = apexOf(project, opened, tap);
    const parts = {
        org,
        apex,
        sessions: sessionsFor(settings.clients?.(org) ?? [], org.host.organization.id, settings.tokenLifetimeMs ?? TOKEN_LIFETIME_MS, now),
        usage: apiUsage(dailyApiRequests, now),
        cursors: queryCursors(),
        bulk: bulkJobs((number) => mintId(BULK_JOB_PREFIX, number)),
        background: backgroundWork(),
        faults: standingFaults(),
    };
    return {
        ...opened,
        apex,
        api: restApi(parts),
        parts,
        runTests(names, options) {
            const sought = names?.map((name) => name.toLowerCase());
            const chosen = testClassesOf(project).filter(({ name }) => sought?.includes(name.toLowerCase()) ?? true);
            return runProjectTests(project, opened, chosen, options);
        },
    };
}
