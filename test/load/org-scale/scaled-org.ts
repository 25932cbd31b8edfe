/** A local org in this process whose clock is turned by hand, and which tells what every transaction used. */
import path from "node:path";
import type { TransactionUsage } from "../../../local/org/src/async/transaction-usage.ts";
import { CACHE_FOLDER } from "../../../local/org/src/cache-folder.ts";
import { compileProject } from "../../../local/org/src/compile/compile-project.ts";
import { openLocalOrg } from "../../../local/org/src/open-local-org.ts";
import type { OrgRuntime } from "../../../local/org/src/org/org-runtime.ts";
import type { RunningUser } from "../../../local/org/src/runtime/host.ts";
import type { RestApi } from "../../../local/org/src/rest/router.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const CLIENT = { clientId: "administrator", clientSecret: "secret" };

export interface ScaledOrg {
  readonly org: OrgRuntime;
  readonly user: RunningUser;
  /** Epoch ms; the org knows no other. */
  readonly time: { now: number };
  /** Of every transaction since the last look. */
  takeUsages(): readonly TransactionUsage[];
  /** What nobody waits for and failed, since the last look. */
  takeLog(): readonly string[];
  /** Runs Apex as a transaction, and then everything that is due after it. @throws Error when it fails */
  run(apex: string): void;
  /** A call of the REST API as an administrator: what it answers. @throws Error when that is no success */
  call(method: string, place: string, body?: unknown): unknown;
  query(soql: string): readonly Record<string, unknown>[];
}

/** @param more folders of source to compile with the product, below the root of the repository */
export function openScaledOrg(start: number, ...more: readonly string[]): ScaledOrg {
  const usages: TransactionUsage[] = [];
  const log: string[] = [];
  const project = compileProject({
    paths: [ROOT, ...more.map((folder) => path.join(ROOT, folder))],
    cacheFolder: CACHE_FOLDER,
  });
  const time = { now: start };
  const now = (): number => time.now;
  const { org, api, apex, parts } = openLocalOrg(project, {
    clock: { now },
    now,
    dailyApiRequests: 10_000_000,
    tokenLifetimeMs: Number.MAX_SAFE_INTEGER,
    ended: (usage) => usages.push(usage),
    log: (line) => log.push(line),
    clients: ({ administrator }) => [{ ...CLIENT, userId: administrator.id }],
  });
  const user = org.administrator;
  const token = parts.sessions.issue(CLIENT.clientId, CLIENT.clientSecret)?.token ?? "";
  return {
    org,
    user,
    time,
    takeUsages: () => usages.splice(0),
    takeLog: () => log.splice(0),
    run(text) {
      const outcome = apex.runAnonymous(text, user);
      if (outcome.kind !== "success")
        throw new Error(
          `${text}: ${"message" in outcome ? outcome.message : outcome.first.message}`,
        );
      org.settle();
    },
    call: (method, place, body) => answerOf(api, token, method, place, body),
    query: (soql) => {
      const rows = org.select(soql, user, { allRows: false });
      return rows.kind === "count"
        ? [{ count: rows.count }]
        : rows.records.map(({ values }) => Object.fromEntries(values));
    },
  };
}

function answerOf(
  api: RestApi,
  token: string,
  method: string,
  place: string,
  body: unknown,
): unknown {
  const [pathname = "", search = ""] = place.split("?");
  const { status, body: answer } = api.handle({
    method,
    path: `/services/data/v66.0${pathname}`,
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body === undefined ? "" : JSON.stringify(body),
    origin: "http://127.0.0.1",
  });
  if (status >= 300) throw new Error(`${method} ${place}: ${status} ${answer}`);
  return JSON.parse(answer);
}
