import { Hono } from "hono";

import { shardNames } from "../shard-name.ts";
import { deadLetterCount } from "../aws/dead-letters.ts";
import { budgetUse } from "../budget/take-budget.ts";
import { configurationOf } from "../configuration.ts";
import { salesforceSessionOf } from "../salesforce/session.ts";
import { signingSecretsOf } from "../webhook/signing-secrets.ts";
import { log, reasonOf } from "../log.ts";

const REMEMBERED_MS = 3_000;
const LONGEST_CHECK_MS = 10_000;
const POLL_MS = 20;

type Verdict = "ok" | "failed";

/** Without these nothing can be accepted or delivered. */
const NEEDED = ["secrets", "salesforce_token", "admission"] as const;
/** Without these events are delivered all the same: uncounted, or with dead letters kept in the ledger. */
const SPARED = ["dynamodb", "sqs"] as const;

type Dependency = (typeof NEEDED | typeof SPARED)[number];
type Checks = Readonly<Record<Dependency, Verdict>>;

interface Readiness {
  readonly status: "ready" | "degraded" | "not_ready";
  readonly checks: Checks;
}

interface Asked {
  /** Undefined while the dependencies are being asked. */
  readiness: Readiness | undefined;
  readonly atMs: number;
}

const asked = new WeakMap<Env, Asked>();

/** `/health` and `/health/live` say that the Worker runs, `/health/ready` whether it can do its work now. */
export const health = new Hono<{ Bindings: Env }>()
  .get("/", (context) => context.json({ status: "ok" }))
  .get("/live", (context) => context.json({ status: "ok" }))
  .get("/ready", async (context) => {
    const readiness = await readinessOf(context.env);
    context.header("cache-control", "no-store");
    return context.json(readiness, readiness.status === "not_ready" ? 503 : 200);
  });

/** However many ask, the dependencies are asked once in three seconds. */
async function readinessOf(env: Env): Promise<Readiness> {
  const nowMs = Date.now();
  const known = asked.get(env);
  if (known !== undefined && nowMs - known.atMs < REMEMBERED_MS) {
    // Not its promise: the request that asks may end early and take its question with it.
    for (let waitedMs = 0; waitedMs < LONGEST_CHECK_MS; waitedMs += POLL_MS) {
      if (known.readiness !== undefined) return known.readiness;
      await scheduler.wait(POLL_MS);
    }
  }
  const asking: Asked = { readiness: undefined, atMs: nowMs };
  asked.set(env, asking);
  asking.readiness = await check(env, nowMs);
  return asking.readiness;
}

async function check(env: Env, nowMs: number): Promise<Readiness> {
  const asks: Readonly<Record<Dependency, () => Promise<{ readonly ok: boolean }>>> = {
    secrets: async () => signingSecretsOf(env, configurationOf(env).aws).read(nowMs),
    salesforce_token: async () => salesforceSessionOf(env).token(null),
    admission: async () => everyShard(env),
    dynamodb: async () => budgetUse(env),
    sqs: async () => deadLetterCount(configurationOf(env).aws),
  };
  const verdicts = await Promise.all(
    [...NEEDED, ...SPARED].map(async (name) => [name, await verdictOf(name, asks[name])] as const),
  );
  // Every dependency has an entry: the two lists are all there are.
  const checks = Object.fromEntries(verdicts) as Checks;
  const failed = (name: Dependency): boolean => checks[name] === "failed";
  const status = NEEDED.some(failed) ? "not_ready" : SPARED.some(failed) ? "degraded" : "ready";
  return { status, checks };
}

async function everyShard(env: Env): Promise<{ readonly ok: boolean }> {
  const names = shardNames(configurationOf(env).shards);
  await Promise.all(names.map(async (name) => env.ADMISSION.getByName(name).census()));
  return { ok: true };
}

async function verdictOf(
  dependency: string,
  ask: () => Promise<{ readonly ok: boolean }>,
): Promise<Verdict> {
  try {
    return (await ask()).ok ? "ok" : "failed";
  } catch (error) {
    log("health.check_failed", { dependency, detail: reasonOf(error) });
    return "failed";
  }
}
