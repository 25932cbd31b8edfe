import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";

import type { Admission } from "../admit/group-commit.ts";
import { shardOf } from "../shard-name.ts";
import { configurationOf, type Configuration } from "../configuration.ts";
import type { AdmittedEvent } from "../event.ts";
import { log, reasonOf } from "../log.ts";
import { err, ok, type Result } from "../result.ts";
import { readEvent } from "./admission.ts";
import { catalogOf } from "./event-catalog.ts";
import { readBody } from "./body.ts";
import { JointCall } from "./joint-call.ts";
import { answerOf, type Refusal } from "./refusal.ts";
import { signingSecretsOf } from "./signing-secrets.ts";
import { SLOWED_SECONDS, SlowedAddresses } from "./slowed-addresses.ts";
import { readSignature, verifyWebhook } from "./verify.ts";
import { within } from "../within.ts";

/** Stripe gives up on a slow endpoint; an answer that says "again" in time is worth more than a late yes. */
const ADMIT_TIMEOUT_MS = 8_000;

/** Enough for senders that were answered just now to send what is next; too little to be felt in a delivery. */
const MOMENT_MS = 8;

type Answered = Admission | "ignored";

const RECEIVED = JSON.stringify({ received: true });

function answerHeaders(correlationId: string): ResponseInit {
  return {
    headers: { "content-type": "application/json", "x-correlation-id": correlationId },
  };
}

/** By the shard's name. What this isolate has for a shard at a moment goes in one call, is written by one commit and answered together. */
const shardCalls = new Map<string, JointCall<AdmittedEvent, Admission>>();

export const webhook = new Hono<{ Bindings: Env }>().all("/stripe/:account?", async (context) => {
  if (context.req.method !== "POST") {
    context.header("allow", "POST");
    return context.json({ error: "Only POST is answered here." }, 405);
  }
  const correlationId = crypto.randomUUID();
  const account = context.req.param("account") ?? null;
  const outcome = await receiveUnlessSlowed(context.req.raw, context.env, {
    correlationId,
    account,
  });
  if (outcome.ok) return new Response(RECEIVED, answerHeaders(correlationId));
  context.header("x-correlation-id", correlationId);

  const { reason, ...facts } = outcome.error;
  const answer = answerOf(outcome.error);
  log(answer.logged, { correlationId, reason, status: answer.status, ...facts });
  if (answer.status === 429) context.header("retry-after", String(SLOWED_SECONDS));
  return context.json({ error: answer.sentence }, answer.status);
});

const slowed = new SlowedAddresses();

interface Delivered {
  readonly correlationId: string;
  readonly account: string | null;
}

async function receiveUnlessSlowed(
  request: Request,
  env: Env,
  delivered: Delivered,
): Promise<Result<Answered, Refusal>> {
  // Cloudflare sets it, whatever a sender writes there.
  const address = request.headers.get("cf-connecting-ip");
  if (address !== null && slowed.has(address, Date.now())) {
    await request.body?.cancel();
    return err({ reason: "address_slowed" });
  }
  const outcome = await receive(request, env, delivered);
  const isRefused =
    !outcome.ok &&
    (outcome.error.reason === "signature_missing" || outcome.error.reason === "signature_rejected");
  if (isRefused && address !== null)
    await slowed.countRefused(address, env.REFUSED_DELIVERIES, Date.now());
  return outcome;
}

async function receive(
  request: Request,
  env: Env,
  { correlationId, account }: Delivered,
): Promise<Result<Answered, Refusal>> {
  const configuration = configurationOf(env);
  const atMs = Date.now();
  // Whoever cannot sign is told so before a byte of the body is read.
  const signature = readSignature(request.headers.get("stripe-signature"), atMs);
  if (!signature.ok) {
    await request.body?.cancel();
    return signature;
  }
  const body = await readBody(request);
  if (!body.ok) return body;

  const secrets = signingSecretsOf(env, configuration.aws);
  const verified = await verifyWebhook(body.value, signature.value, secrets, {
    nowMs: atMs,
    account,
  });
  if (!verified.ok) return verified;

  const { json, endpoint } = verified.value;
  const reading = readEvent(
    json,
    { atMs, correlationId, endpoint },
    catalogOf(configuration.extensions),
  );
  if (!reading.ok) return reading;
  if (reading.value.kind === "ignored") {
    const { id: eventId, type, why } = reading.value;
    const facts = { correlationId, eventId, type, why };
    log(why === "connected_account" ? "webhook.account_unknown" : "webhook.ignored", facts);
    return ok("ignored");
  }
  const { event, unknownPaths } = reading.value;
  if (unknownPaths.length > 0) {
    const { id: eventId, type, lane } = event;
    log("webhook.shape_unknown", { correlationId, eventId, type, lane, paths: unknownPaths });
  }
  return admit(event, env, configuration);
}

async function admit(
  event: AdmittedEvent,
  env: Env,
  configuration: Configuration,
): Promise<Result<Answered, Refusal>> {
  try {
    const admission = await callShard(shardOf(event, configuration.shards), event, env);
    log(`webhook.${admission}`, {
      correlationId: event.correlationId,
      eventId: event.id,
      type: event.type,
      lane: event.lane,
      livemode: event.livemode,
      apiVersion: event.apiVersion,
    });
    return ok(admission);
  } catch (error) {
    return err({ reason: "shard_unavailable", detail: reasonOf(error) });
  }
}

function callShard(shard: string, event: AdmittedEvent, env: Env): Promise<Admission> {
  const calls = shardCalls.get(shard) ?? new JointCall<AdmittedEvent, Admission>(moment);
  shardCalls.set(shard, calls);
  return calls.answerTo(event, async (events) => {
    const call = within(ADMIT_TIMEOUT_MS, env.ADMISSION.getByName(shard).admit(events));
    // Whoever made this delivery may hang up; the others' events are in the call too.
    waitUntil(call.catch(() => undefined));
    return call;
  });
}

/** Goes on should whoever made this delivery hang up: others wait for the call that follows. */
function moment(): Promise<unknown> {
  const over = scheduler.wait(MOMENT_MS);
  waitUntil(over);
  return over;
}
