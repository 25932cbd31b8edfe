/** Delivers webhooks as Stripe does: signed anew at each attempt, and again until the answer is 2xx; only its patience is shorter. */
import { setTimeout as wait } from "node:timers/promises";
import { signedBody } from "./signed-body.ts";

export interface Delivery {
  readonly id: string;
  readonly body: string;
}

export interface SenderOptions {
  /** Where webhooks go. */
  readonly url: string;
  /** Signs the next attempt. */
  readonly secret: () => string;
  /** How many are under way at once. */
  readonly atOnce: number;
  readonly signal: AbortSignal;
  /** Called when a delivery was answered 2xx. */
  readonly accepted: (delivery: Delivery) => void;
}

export interface SentCounts {
  readonly accepted: number;
  readonly attempts: number;
}

const ANSWER_WITHIN_MS = 20_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** Stripe gives up after three days; a test sooner. */
const GIVE_UP_MS = 300_000;

/** @throws Error when one of them is refused for good, or not accepted in five minutes */
export async function deliverAll(
  deliveries: readonly Delivery[],
  options: SenderOptions,
): Promise<SentCounts> {
  const waiting = deliveries.values();
  let accepted = 0;
  let attempts = 0;
  const workers = Array.from({ length: options.atOnce }, async () => {
    for (const delivery of waiting) {
      const took = await deliver(delivery, options);
      attempts += took;
      accepted += 1;
      options.accepted(delivery);
    }
  });
  await Promise.all(workers);
  return { accepted, attempts };
}

/** @returns the attempts it took */
async function deliver(delivery: Delivery, options: SenderOptions): Promise<number> {
  const deadline = Date.now() + GIVE_UP_MS;
  let last = "";
  for (let attempt = 1; Date.now() < deadline; attempt += 1) {
    options.signal.throwIfAborted();
    last = await attemptOne(delivery, options);
    if (last === "accepted") return attempt;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
    await wait(pause * (0.5 + Math.random() / 2), undefined, { signal: options.signal });
  }
  throw new Error(`${delivery.id} was not accepted: ${last}`);
}

async function attemptOne(
  { id, body }: Delivery,
  { url, secret, signal }: SenderOptions,
): Promise<string> {
  const signed = signedBody(body, secret());
  try {
    const response = await fetch(`${url}/webhook/stripe`, {
      method: "POST",
      headers: { "content-type": "application/json", "stripe-signature": signed.signature },
      body: signed.body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    const answer = await response.text();
    if (response.ok) return "accepted";
    if (response.status === 400 || response.status === 413)
      throw new RefusedForGood(`${id} was answered ${response.status}: ${answer}`);
    return `answered ${response.status}: ${answer}`;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RefusedForGood) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/** The body is at fault: another attempt would be refused like this one. */
class RefusedForGood extends Error {}
