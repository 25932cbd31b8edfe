import { env, exports } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";

import { stripeEvent } from "../../test/fixtures/stripe-events.ts";
import { LANES } from "../event.ts";
import { LOG_EVENTS } from "../log-events.ts";
import {
  PREVIOUS_SIGNING_SECRET,
  replaceOutsideWorld,
  SIGNING_SECRET,
  type OutsideWorld,
} from "../testing/outside-world.ts";
import { shardNameOf } from "../shard-name.ts";
import { RecordedQueues } from "../testing/recorded-queues.ts";
import { signatureOf, signedRequest } from "../testing/signed-request.ts";
import { consume } from "../testing/simulated-relay.ts";
import { storedEvent, storedEvents, storedPayload } from "../testing/stored-events.ts";

/** `ADMISSION_SHARDS` of the tests' configuration. */
const SHARDS = 4;

const queues = new RecordedQueues();
let outside: OutsideWorld;

beforeAll(async () => {
  outside = replaceOutsideWorld();
  await queues.standInForAll();
});

/** Relays what has been sent to the queues. */
async function relaySent(): Promise<void> {
  for (const lane of LANES) {
    const messages = queues.take(lane, 100);
    if (messages.length > 0) await consume(lane, messages, env);
  }
}

/** Another event's id, of the same shard. */
function idAlongside(id: string): string {
  let number = 0;
  while (shardNameOf(`${id}${number}`, SHARDS) !== shardNameOf(id, SHARDS)) number += 1;
  return `${id}${number}`;
}

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request("https://relay.test/webhook/stripe", { method: "POST", headers, body });
}

const valid = JSON.stringify(stripeEvent("payment_intent.succeeded", { id: "evt_refused1" }));

describe("a delivery that is not admitted", () => {
  const cases: readonly {
    readonly name: string;
    readonly request: () => Request | Promise<Request>;
    readonly status: number;
  }[] = [
    { name: "without a signature", request: () => post(valid), status: 401 },
    {
      name: "with an empty signature",
      request: () => post(valid, { "stripe-signature": "" }),
      status: 401,
    },
    {
      name: "with a signature header of another form",
      request: () => post(valid, { "stripe-signature": "Bearer abc" }),
      status: 401,
    },
    {
      name: "signed with another secret",
      request: () => signedRequest(valid, { secret: "whsec_other" }),
      status: 401,
    },
    {
      name: "signed more than five minutes ago",
      request: () => signedRequest(valid, { timestamp: Math.floor(Date.now() / 1000) - 301 }),
      status: 401,
    },
    {
      name: "changed after signing",
      request: async () =>
        post(valid.replace("2000", "1"), { "stripe-signature": await signatureOf(valid) }),
      status: 401,
    },
    { name: "that is not JSON", request: () => signedRequest("{not json"), status: 400 },
    { name: "that is JSON but no object", request: () => signedRequest("[1, 2]"), status: 400 },
    { name: "that is JSON null", request: () => signedRequest("null"), status: 400 },
    {
      name: "that is a thin event",
      request: () =>
        signedRequest({ id: "evt_1", object: "v2.core.event", type: "v1.invoice.paid" }),
      status: 400,
    },
    {
      name: "whose object is not even of the type's kind",
      request: () =>
        signedRequest(
          stripeEvent("payment_intent.succeeded", {
            id: "evt_refused2",
            object: { object: "cat" },
          }),
        ),
      status: 400,
    },
    {
      name: "whose bytes are no UTF-8",
      request: async () => {
        const request = await signedRequest(valid);
        const bytes = new TextEncoder().encode(valid);
        bytes[20] = 0xff;
        return new Request(request, { body: bytes });
      },
      status: 401,
    },
    {
      name: "of 2 MiB",
      request: async () => {
        const body = JSON.stringify({ padding: "x".repeat(2 * 1_048_576) });
        return post(body, { "stripe-signature": await signatureOf(body) });
      },
      status: 413,
    },
    {
      name: "of 2 MiB that hides its length",
      request: () => {
        const chunk = new Uint8Array(65_536);
        let left = 32;
        const endless = new ReadableStream<Uint8Array>({
          pull(controller) {
            if (left === 0) controller.close();
            else controller.enqueue(chunk);
            left -= 1;
          },
        });
        const seconds = Math.floor(Date.now() / 1000);
        return post(endless, { "stripe-signature": `t=${seconds},v1=${"0".repeat(64)}` });
      },
      status: 413,
    },
  ];

  it.each(cases)("$name is answered $status, stores nothing and tells nothing", async (refused) => {
    const before = await storedEvents();
    const request = await refused.request();

    const response = await exports.default.fetch(request);

    expect(response.status).toBe(refused.status);
    const answer = await response.json();
    expect(answer).toEqual({ error: expect.stringMatching(/^[A-Z][a-z ,;]+\.$/) as string });
    expect(await storedEvents()).toBe(before);
  });

  it("makes the secrets be read again at most once in ten seconds, however many bad signatures come", async () => {
    const before = outside.aws.secretReads;

    for (let attempt = 0; attempt < 20; attempt += 1) {
      await exports.default.fetch(await signedRequest(valid, { secret: `whsec_${attempt}` }));
    }

    const ofOneReading = 2;
    expect(outside.aws.secretReads - before).toBeLessThanOrEqual(ofOneReading);
  });
});

describe("the routes around it", () => {
  it("answers other methods on the webhook with 405 and names POST", async () => {
    const response = await exports.default.fetch("https://relay.test/webhook/stripe");

    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
    expect(await response.json()).toEqual({ error: "Only POST is answered here." });
  });

  it("answers anything else with 404", async () => {
    const response = await exports.default.fetch("https://relay.test/webhook");

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "There is nothing here." });
  });
});

describe("a delivery that is admitted", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is answered 200 with its row already in the ledger", async () => {
    const event = stripeEvent("payment_intent.succeeded", { id: "evt_admitted1" });

    const response = await exports.default.fetch(await signedRequest(event));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ received: true });
    expect(await storedEvent("evt_admitted1")).toMatchObject({
      type: "payment_intent.succeeded",
      object_id: event.data.object["id"],
      lane: "standard",
      api_version: "2026-10-28.endive",
      livemode: 0,
      created_s: event.created,
      correlation_id: response.headers.get("x-correlation-id"),
    });
  });

  it("of a connected account carries that account on, and of ours none", async () => {
    const connected = { ...stripeEvent("charge.succeeded", { id: "evt_connected1" }) };
    await exports.default.fetch(await signedRequest({ ...connected, account: "acct_connected1" }));
    await exports.default.fetch(
      await signedRequest(stripeEvent("charge.succeeded", { id: "evt_connected2" })),
    );

    expect(await storedEvent("evt_connected1")).toMatchObject({ account: "acct_connected1" });
    expect(await storedEvent("evt_connected2")).toMatchObject({ account: null });
  });

  it("of an account that cannot be one is refused: it would pass for ours", async () => {
    const event = stripeEvent("charge.succeeded", { id: "evt_connected3" });

    const response = await exports.default.fetch(
      await signedRequest({ ...event, account: "somebody else" }),
    );

    expect(response.status).toBe(400);
    expect(await storedEvent("evt_connected3")).toBeUndefined();
  });

  it.each([SIGNING_SECRET, PREVIOUS_SIGNING_SECRET])("may be signed with %s", async (secret) => {
    const event = stripeEvent("charge.succeeded", { id: `evt_secret_${secret}` });

    const response = await exports.default.fetch(await signedRequest(event, { secret }));

    expect(response.status).toBe(200);
    expect(await storedEvent(event.id)).toBeDefined();
  });

  it("of a type nobody waits for is answered 200, counted, and neither stored nor forwarded", async () => {
    const info = vi.spyOn(console, "info");
    const before = await storedEvents();
    const event = {
      ...stripeEvent("charge.succeeded", { id: "evt_ignored1" }),
      type: "quote.accepted",
    };

    const response = await exports.default.fetch(await signedRequest(event));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ received: true });
    expect(await storedEvents()).toBe(before);
    expect(info.mock.calls.flat().join("\n")).toContain('"event":"webhook.ignored"');
    info.mockRestore();
  });

  it("of a type named like a property of every object is only ignored", async () => {
    const event = { ...stripeEvent("charge.succeeded"), type: "constructor" };

    const response = await exports.default.fetch(await signedRequest(event));

    expect(response.status).toBe(200);
  });

  it("twice and once more later makes one row and is published once", async () => {
    const event = stripeEvent("payment_intent.succeeded", { id: "evt_repeated1" });

    const responses = [
      await exports.default.fetch(await signedRequest(event)),
      await exports.default.fetch(await signedRequest(event)),
    ];
    await vi.waitFor(() => expect(queues.ids()).toContain(event.id), 20_000);
    await relaySent();
    expect(await storedEvent(event.id)).toMatchObject({ state: "published" });
    const later = await exports.default.fetch(await signedRequest(event));
    // What the shard sends after it would come after what that delivery sent.
    const next = idAlongside(event.id);
    await exports.default.fetch(
      await signedRequest(stripeEvent("payment_intent.succeeded", { id: next })),
    );
    await vi.waitFor(() => expect(queues.ids()).toContain(next), 20_000);
    await relaySent();

    expect([...responses, later].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(outside.salesforce.publishedIds().filter((id) => id === event.id)).toHaveLength(1);
  });

  it("is refused with 503 while its shard cannot store it", async () => {
    const event = stripeEvent("payment_intent.succeeded", { id: "evt_unstored1" });
    const getByName = vi.spyOn(env.ADMISSION, "getByName").mockImplementation(() => {
      throw new Error("the shard is overloaded");
    });

    const response = await exports.default.fetch(await signedRequest(event));
    getByName.mockRestore();

    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("overloaded");
  });
});

describe("an event of a shape nobody expected", () => {
  const odd = (id: string, change: (event: ReturnType<typeof stripeEvent>) => void): unknown => {
    const event = stripeEvent("customer.updated", { id });
    change(event);
    return event;
  };

  it.each([
    ["a field of another type", odd("evt_odd1", ({ data }) => (data.object["email"] = 5))],
    [
      "previous attributes of another type",
      odd("evt_odd2", ({ data }) => (data.previous_attributes = { email: 5 })),
    ],
    [
      "an API version that is no text",
      { ...stripeEvent("customer.updated", { id: "evt_odd3" }), api_version: 7 },
    ],
  ])(
    "with %s is admitted by its ids, so that Apex reads the object from Stripe",
    async (_, event) => {
      const { id } = event as { id: string };

      const response = await exports.default.fetch(await signedRequest(event));

      expect(response.status).toBe(200);
      expect(await storedPayload(id)).toEqual({
        object: { id: expect.stringMatching(/^cus_/) as string, object: "customer" },
        truncated: true,
      });
    },
  );

  it("raises an alert by its line in the log", () => {
    expect(LOG_EVENTS["webhook.shape_unknown"].raises).toBe("shapes_unknown");
  });
});

describe("a delivery that cannot be signed", () => {
  it("is refused before a byte of its body is read", async () => {
    let read = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read += 1;
          controller.enqueue(new Uint8Array(1_024));
        },
      },
      { highWaterMark: 0 },
    );

    const response = await exports.default.fetch(
      new Request("https://relay.test/webhook/stripe", { method: "POST", body }),
    );

    expect(response.status).toBe(401);
    expect(read).toBeLessThanOrEqual(1);
  });
});
