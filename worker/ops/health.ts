import { Hono } from "hono";

import { configurationOf } from "../configuration.ts";
import { salesforceSessionOf } from "../salesforce/session.ts";
import { signingSecretsOf } from "../webhook/signing-secrets.ts";
import { log, reasonOf } from "./log.ts";

const REMEMBERED_MS = 3_000;

type Verdict = "ok" | "failed";

interface Readiness {
  readonly ready: boolean;
  readonly checks: { readonly secrets: Verdict; readonly salesforce_token: Verdict };
}

const remembered = new WeakMap<Env, { readonly readiness: Readiness; readonly atMs: number }>();

/** `/health` and `/health/live` say that the Worker runs, `/health/ready` whether it can do its work now. */
export const health = new Hono<{ Bindings: Env }>()
  .get("/", (context) => context.json({ status: "ok" }))
  .get("/live", (context) => context.json({ status: "ok" }))
  .get("/ready", async (context) => {
    const { ready, checks } = await readinessOf(context.env);
    context.header("cache-control", "no-store");
    return context.json({ status: ready ? "ready" : "not_ready", checks }, ready ? 200 : 503);
  });

async function readinessOf(env: Env): Promise<Readiness> {
  const known = remembered.get(env);
  const nowMs = Date.now();
  if (known !== undefined && nowMs - known.atMs < REMEMBERED_MS) return known.readiness;

  const [secrets, token] = await Promise.all([
    verdictOf("secrets", async () => signingSecretsOf(env, configurationOf(env).aws).read(nowMs)),
    verdictOf("salesforce_token", async () => salesforceSessionOf(env).token(null)),
  ]);
  const readiness: Readiness = {
    ready: secrets === "ok" && token === "ok",
    checks: { secrets, salesforce_token: token },
  };
  remembered.set(env, { readiness, atMs: nowMs });
  return readiness;
}

async function verdictOf(
  dependency: string,
  check: () => Promise<{ readonly ok: boolean }>,
): Promise<Verdict> {
  try {
    return (await check()).ok ? "ok" : "failed";
  } catch (error) {
    log("error", "health.check_failed", { dependency, detail: reasonOf(error) });
    return "failed";
  }
}
