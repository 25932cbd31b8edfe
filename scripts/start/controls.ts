/**
 * What the page's drawer makes happen: what customers, banks and outages do, at local Stripe, the org and the Worker; and the sample
 * customers. Each answers with a sentence that says what to look at.
 */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { PageRequest } from "../../local/page/serve/page-server.ts";
import { orgConnection, stripeClient } from "../../local/stack/api-clients.ts";
import { STRIPE_API_VERSION, type Stack } from "../../local/stack/stack.ts";
import { run as seed } from "../seed/run.ts";
import { Outcomes } from "./outcomes.ts";
import type { Trace } from "./trace.ts";

const OUTAGE_MS = 60_000;
const SLOW_MS = 2_000;
const DAY_SECONDS = 86_400;
const PERIOD_DAYS = 31;
const SEED_STEP_MS = 60_000;

const request = z.object({
  action: z.enum([
    "pay",
    "decline",
    "threeDSecure",
    "dispute",
    "refundFails",
    "renew",
    "orgAway",
    "orgSlow",
    "quotaGone",
    "mendOrg",
    "poison",
    "seed",
  ]),
});
type Action = z.infer<typeof request>["action"];

export function stackControls(
  stack: Stack,
  trace: Trace,
): (asked: PageRequest) => Promise<unknown> {
  const outcomes = new Outcomes(stack);
  const outages = new Outages(stack.state.urls.org);
  let isSeeding = false;
  let seedLine = "";
  return async ({ method, path, body }) => {
    if (path !== "") throw new Error("There is no such control.");
    if (method === "GET")
      return { trace: await outcomes.added(trace.events()), isSeeding, seedLine };
    const { action } = request.parse(body);
    if (action !== "seed") return { said: await acted(stack, outages, action) };
    if (!isSeeding) {
      isSeeding = true;
      void fill(stack, (line) => {
        seedLine = line;
      }).finally(() => {
        isSeeding = false;
      });
    }
    return { said: "Twelve customers are being made, in every state a subscription can have." };
  };
}

async function fill(stack: Stack, tell: (line: string) => void): Promise<void> {
  const connection = await orgConnection(stack.state.urls.org, stack.credentials.admin);
  const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
  try {
    await seed({ connection, stripe, isLocal: true }, SEED_STEP_MS, tell);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
}

async function acted(
  stack: Stack,
  outages: Outages,
  action: Exclude<Action, "seed">,
): Promise<string> {
  switch (action) {
    case "pay":
      return payNewestLink(stack, { paymentMethod: "pm_card_visa" }, "It was paid.");
    case "decline":
      return payNewestLink(
        stack,
        { paymentMethod: "pm_card_visa_chargeDeclined" },
        "The card was declined there.",
      );
    case "threeDSecure":
      return payNewestLink(
        stack,
        { paymentMethod: "pm_card_threeDSecure2Required", authentication: "fail" },
        "The bank asked who pays there, and got no answer: nothing was paid, the link is still open.",
      );
    case "dispute":
      return disputeNewestCharge(stack);
    case "refundFails":
      return failNewestRefund(stack);
    case "renew":
      return passOnePeriod(stack);
    case "orgAway":
      await outages.begin({ kind: "unavailable" });
      return "Salesforce is away for a minute. Events wait in the relay meanwhile.";
    case "orgSlow":
      await outages.begin({ kind: "latency", ms: SLOW_MS });
      return "Each answer of Salesforce takes two seconds, for a minute.";
    case "quotaGone":
      await outages.begin({ kind: "quotaExhausted" });
      return "The org's API requests are used up, for a minute. Events wait in the relay meanwhile.";
    case "mendOrg":
      await outages.end();
      return "Salesforce is well again.";
    case "poison":
      return sendPoison(stack);
  }
}

async function payNewestLink(
  stack: Stack,
  paying: { readonly paymentMethod: string; readonly authentication?: "fail" },
  said: string,
): Promise<string> {
  const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
  const { data } = await stripe.checkout.sessions.list({ status: "open", limit: 1 });
  const [session] = data;
  if (session === undefined) return "No payment link is open. Sell a subscription first.";
  await local(stack, `checkout/sessions/${session.id}/pay`, {
    ...paying,
    email: session.customer_details?.email ?? "customer@example.com",
  });
  return `The newest payment link: ${said}`;
}

async function disputeNewestCharge(stack: Stack): Promise<string> {
  const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
  const { data } = await stripe.charges.list({ limit: 50 });
  const charge = data.find(({ paid, disputed, refunded }) => paid && !disputed && !refunded);
  if (charge === undefined) return "There is no payment to dispute yet.";
  await local(stack, "disputes", { charge: charge.id });
  return `The newest payment is disputed (${charge.id}).`;
}

/** Banks send refunds back for a month, so one that succeeded may fail; where there is none yet, the newest payment is given back first. */
async function failNewestRefund(stack: Stack): Promise<string> {
  const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
  const { data } = await stripe.refunds.list({ limit: 50 });
  let refund = data.find(({ status }) => status === "succeeded" || status === "pending");
  if (refund === undefined) {
    const charges = (await stripe.charges.list({ limit: 50 })).data;
    const charge = charges.find(({ paid, disputed, refunded }) => paid && !disputed && !refunded);
    if (charge === undefined) return "There is no payment to give back yet.";
    refund = await stripe.refunds.create({ charge: charge.id });
  }
  await local(stack, `refunds/${refund.id}/settle`, {
    outcome: "failed",
    reason: "lost_or_stolen_card",
  });
  return `The customer's bank sent the newest refund back (${refund.id}): the money is yours again, and still owed.`;
}

/** Time passes only for customers on a test clock: the sample customers are. */
async function passOnePeriod(stack: Stack): Promise<string> {
  const stripe = stripeClient(stack.state.urls.stripe, stack.credentials.stripeKey);
  const { data } = await stripe.testHelpers.testClocks.list({ limit: 100 });
  const ready = data.filter(({ status }) => status === "ready");
  if (ready.length === 0) return "Time passes for sample customers only. Fill them in first.";
  await Promise.all(
    ready.map(({ id, frozen_time: now }) =>
      stripe.testHelpers.testClocks.advance(id, {
        frozen_time: now + PERIOD_DAYS * DAY_SECONDS,
      }),
    ),
  );
  return `A month passes for ${ready.length} sample customers: their subscriptions renew.`;
}

/** What is wrong with the org for a minute; what is asked for later has a minute of its own. */
class Outages {
  readonly #url: string;
  #timer: NodeJS.Timeout | undefined;

  constructor(orgUrl: string) {
    this.#url = `${orgUrl}/_local/faults`;
  }

  async begin(fault: object): Promise<void> {
    const headers = { "content-type": "application/json" };
    await fetch(this.#url, { method: "POST", headers, body: JSON.stringify(fault) });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.end().catch(() => undefined), OUTAGE_MS).unref();
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer);
    await fetch(this.#url, { method: "DELETE" });
  }
}

/** A signed event that no handler can apply: an intent without a currency. */
async function sendPoison(stack: Stack): Promise<string> {
  const { urls } = stack.state;
  const { stripeKey, webhookSecret } = stack.credentials;
  const created = Math.floor(Date.now() / 1000);
  const id = randomBytes(8).toString("hex");
  const payload = JSON.stringify({
    id: `evt_poison_${id}`,
    object: "event",
    api_version: STRIPE_API_VERSION,
    created,
    livemode: false,
    type: "payment_intent.succeeded",
    data: {
      object: {
        id: `pi_poison_${id}`,
        object: "payment_intent",
        amount: 500,
        amount_received: 500,
        created,
        livemode: false,
        status: "succeeded",
      },
    },
  });
  const signature = await stripeClient(
    urls.stripe,
    stripeKey,
  ).webhooks.generateTestHeaderStringAsync({ payload, secret: webhookSecret });
  const response = await fetch(`${urls.worker}/webhook/stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": signature },
    body: payload,
  });
  return `The Worker answered ${response.status} to an event that cannot be applied: look for it among the webhook events.`;
}

async function local(stack: Stack, path: string, body: object): Promise<void> {
  const response = await fetch(`${stack.state.urls.stripe}/_local/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  // 402 is a card that was declined, which is what was asked for.
  if (!response.ok && response.status !== 402)
    throw new Error(`Local Stripe answered ${response.status}: ${await response.text()}`);
}
