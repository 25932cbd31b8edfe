import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import Stripe from "stripe";
import { z } from "zod";
import type { Mode } from "../mode.ts";
import type { RetryPolicy } from "../deliveries/retry-policy.ts";
import type { LocalStripe } from "../local-stripe.ts";
import { startLocalStripe } from "../local-stripe.ts";
import type { Answering, TestEndpoint } from "./webhook-endpoint.ts";
import { startEndpoint } from "./webhook-endpoint.ts";

export const SECRET = "whsec_local_test";
export const API_KEY = "sk_test_local_harness";

/** Waits of milliseconds, so that a test sees the whole schedule. A machine that stands still for a second is no endpoint that does not answer. */
export const FAST_RETRY: RetryPolicy = {
  firstDelayMs: 10,
  factor: 2,
  maxDelayMs: 40,
  stopAfterMs: 60_000,
  timeoutMs: 30_000,
};

const triggered = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      object: z.string(),
      payment_intent: z.string().nullable(),
    }),
  ),
});

const deliveriesOfEvent = z.object({
  deliveries: z.array(
    z.object({
      id: z.number(),
      manual: z.boolean(),
      state: z.string(),
      due_at: z.number().nullable(),
      attempts: z.array(
        z.object({
          at: z.number(),
          status: z.number().nullable(),
          ms: z.number(),
          error: z.string().nullable(),
        }),
      ),
    }),
  ),
});

const deliveryCounts = z.object({
  counts: z.object({ pending: z.number(), sending: z.number() }),
});

export type TriggeredEvents = z.output<typeof triggered>["events"];
export type Deliveries = z.output<typeof deliveriesOfEvent>["deliveries"];

export interface Harness {
  readonly endpoint: TestEndpoint;
  readonly url: () => string;
  /** The Stripe SDK, pointed here. */
  readonly sdk: (apiKey?: string, config?: Stripe.StripeConfig) => Stripe;
  /** The types of all events so far, oldest first. */
  readonly eventTypes: () => Promise<string[]>;
  readonly trigger: (request: object) => Promise<TriggeredEvents>;
  readonly post: (path: string, body: object) => Promise<{ status: number; body: unknown }>;
  readonly get: (path: string, key?: string) => Promise<{ response: Response; body: unknown }>;
  readonly deliveriesOf: (eventId: string) => Promise<Deliveries>;
  /** Waits until nothing is pending or under way. */
  readonly settled: () => Promise<void>;
  readonly restart: (retry?: RetryPolicy) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface HarnessOptions {
  readonly answering?: Answering;
  readonly answerAfterMs?: number;
  readonly retry?: RetryPolicy;
  readonly apiVersion?: string;
  readonly concurrency?: number;
  readonly mode?: Mode;
}

/** Local Stripe in a folder of its own, delivering to an endpoint that records. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const dataFolder = mkdtempSync(join(tmpdir(), "local-stripe-"));
  const endpoint = await startEndpoint(options.answering, options.answerAfterMs);
  const start = (retry: RetryPolicy): Promise<LocalStripe> =>
    startLocalStripe({
      port: 0,
      host: "127.0.0.1",
      dataFolder,
      webhookEndpoint: {
        url: `${endpoint.url}/webhooks/stripe`,
        secret: SECRET,
        ...(options.apiVersion === undefined ? {} : { apiVersion: options.apiVersion }),
      },
      retry,
      ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
      ...(options.mode === undefined ? {} : { mode: options.mode }),
      log: () => undefined,
    });
  let stripe = await start(options.retry ?? FAST_RETRY);

  const post: Harness["post"] = async (path, body) => {
    const response = await fetch(stripe.url + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const get: Harness["get"] = async (path, key = API_KEY) => {
    const response = await fetch(stripe.url + path, {
      headers: { authorization: `Bearer ${key}` },
    });
    return { response, body: await response.json() };
  };
  const sdk: Harness["sdk"] = (apiKey = API_KEY, config = {}) => {
    const { hostname, port } = new URL(stripe.url);
    return new Stripe(apiKey, {
      host: hostname,
      port,
      protocol: "http",
      maxNetworkRetries: 0,
      telemetry: false,
      ...config,
    });
  };
  return {
    endpoint,
    url: () => stripe.url,
    post,
    get,
    sdk,
    eventTypes: async () => {
      const types: string[] = [];
      for await (const event of sdk().events.list({ limit: 100 })) types.unshift(event.type);
      return types;
    },
    trigger: async (request) =>
      triggered.parse((await post("/_local/trigger", request)).body).events,
    deliveriesOf: async (eventId) =>
      deliveriesOfEvent.parse((await get(`/_local/deliveries?event=${eventId}`)).body).deliveries,
    settled: () =>
      vi
        .waitUntil(
          async () => {
            const { counts } = deliveryCounts.parse((await get("/_local/deliveries")).body);
            return counts.pending + counts.sending === 0;
          },
          { timeout: 20_000, interval: 10 },
        )
        .then(() => undefined),
    restart: async (retry = FAST_RETRY) => {
      await stripe.stop();
      stripe = await start(retry);
    },
    stop: async () => {
      await stripe.stop();
      await endpoint.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
