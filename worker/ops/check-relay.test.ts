import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import worker from "../index.ts";
import { anEvent } from "../testing/admitted-event.ts";
import { emptyObjects } from "../testing/emptied-objects.ts";
import { replaceOutsideWorld, type OutsideWorld } from "../testing/outside-world.ts";
import { signedRequest } from "../testing/signed-request.ts";
import { OPERATIONS_SECRET_ID } from "./access/operations-tokens.ts";
import { log } from "../log.ts";
import { checkRelay } from "./check-relay.ts";
import { handOver } from "./metrics/feed.ts";
import { metrics } from "./metrics-route.ts";
import { relayMetricsOf } from "./metrics/relay-metrics.ts";
import { operations } from "./redrive.ts";

const TOKEN = "a-token-of-some-length";
/** After which a hand-over that did not happen is begun again. */
const LATER_MS = 60_000;

let outside: OutsideWorld;
/** An isolate of its own: its secrets are read anew. */
let isolate: Env;

beforeEach(async () => {
  outside = replaceOutsideWorld();
  isolate = { ...env };
  giveTokens({ metrics_token: TOKEN });
  await handOver();
  await emptyObjects();
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function giveTokens(tokens: object): void {
  outside.aws.secrets.set(OPERATIONS_SECRET_ID, { AWSCURRENT: JSON.stringify(tokens) });
}

async function scrape(authorization: string | null = `Bearer ${TOKEN}`): Promise<Response> {
  return metrics.request(
    "/",
    { headers: authorization === null ? {} : { authorization } },
    isolate,
  );
}

function alertsTold(): unknown[] {
  return outside.salesforce.published
    .filter((event) => event["Type__c"] === "relay.alert")
    .map(
      (event) =>
        (JSON.parse(String(event["Payload__c"])) as { object: { id: string; status: string } })
          .object,
    )
    .map(({ id, status }) => [id, status]);
}

describe("/metrics", () => {
  it("shows what was counted and how things stand", async () => {
    await exports.default.fetch(await signedRequest("{}", { secret: "whsec_wrong" }));
    await env.BULK_COLLECTOR.getByName("org").add([
      { event: anEvent("evt_bulk", { lane: "bulk" }), shard: "admission-0" },
    ]);

    const response = await scrape();
    const text = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(text).toContain('stripe_relay_webhooks_total{outcome="refused"} 1\n');
    expect(text).toContain('stripe_relay_webhooks_refused_total{reason="signature_rejected"} 1\n');
    expect(text).toContain('stripe_relay_open_events{lane="urgent",state="received"} 0\n');
    expect(text).toContain('stripe_relay_lag_seconds{lane="bulk"} 0\n');
    expect(text).toContain("stripe_relay_bulk_collected 1\n");
    expect(text).toContain('stripe_relay_api_calls_limit{window="minute"} 1000\n');
    expect(text).toContain('stripe_relay_breaker_open{lane="urgent"} 0\n');
    expect(text).toContain("stripe_relay_dead_letters 0\n");
    expect(text).toContain('stripe_relay_alert_active{alert="lag"} 0\n');
  });

  it("leaves out what nobody could be asked about", async () => {
    outside.aws.sqsDown = true;
    outside.dynamodb.refusal = "InternalServerError";
    const down = { getByName: () => ({ census: () => Promise.reject(new Error("overloaded")) }) };
    const text = await (
      await metrics.request(
        "/",
        { headers: { authorization: `Bearer ${TOKEN}` } },
        Object.assign({ ...isolate }, { ADMISSION: down }),
      )
    ).text();

    expect(text).not.toContain("stripe_relay_dead_letters ");
    expect(text).not.toContain("stripe_relay_api_calls_used");
    expect(text).not.toContain("stripe_relay_open_events{");
    expect(text).toContain("stripe_relay_bulk_collected 0");
  });

  it("is closed when no token is set", async () => {
    outside.aws.secrets.delete(OPERATIONS_SECRET_ID);
    expect((await scrape()).status).toBe(401);
    expect((await scrape(null)).status).toBe(401);

    isolate = { ...env };
    giveTokens({ redrive_token: TOKEN });
    expect((await scrape()).status).toBe(401);
  });

  it("wants the token", async () => {
    expect((await scrape(null)).status).toBe(401);
    expect((await scrape(`Bearer ${TOKEN}x`)).status).toBe(401);
    expect((await scrape(`Basic ${TOKEN}`)).headers.get("www-authenticate")).toBe("Bearer");
    expect((await scrape(`bearer ${TOKEN}`)).status).toBe(200);
  });

  it("answers nobody while the token cannot be read", async () => {
    outside.aws.secretsDown = true;
    expect((await scrape()).status).toBe(503);

    outside.aws.secretsDown = false;
    isolate = { ...env };
    outside.aws.secrets.set(OPERATIONS_SECRET_ID, { AWSCURRENT: "not JSON" });
    expect((await scrape()).status).toBe(503);
  });
});

describe("counting", () => {
  it("is handed over by itself soon after the answer", async () => {
    // What the tests before began to hand over was cut short with them, a while ago.
    vi.useFakeTimers({ now: Date.now() + LATER_MS, toFake: ["Date"] });
    await exports.default.fetch(await signedRequest("{}", { secret: "whsec_wrong" }));

    await vi.waitFor(
      async () => {
        const counted = await relayMetricsOf(env).read();
        expect(counted).toContainEqual({
          metric: "stripe_relay_webhooks_total",
          labels: { outcome: "refused" },
          value: 1,
        });
      },
      { timeout: 30_000, interval: 100 },
    );
  });

  it("keeps what could not be stored", async () => {
    log("operations.refused", { path: "/" });
    const namespace = vi.spyOn(env.RELAY_METRICS, "getByName").mockImplementation(() => {
      throw new Error("overloaded");
    });
    await handOver();
    namespace.mockRestore();

    await handOver();

    expect(await relayMetricsOf(env).read()).toContainEqual(
      expect.objectContaining({ labels: { event: "operations.refused" }, value: 1 }),
    );
  });

  it("leaves out a counter of a version before", async () => {
    await relayMetricsOf(env).add([
      // What another version counted.
      { metric: "stripe_relay_horses_total" as "stripe_relay_errors_total", labels: {}, value: 1 },
    ]);

    expect(await relayMetricsOf(env).read()).toEqual([]);
  });
});

const DEAD = {
  correlationId: "c",
  eventId: "evt_dead",
  type: "charge.failed",
  lane: "urgent",
  reason: "STRING_TOO_LONG",
} as const;

describe("the reading each minute", () => {
  it("is what the cron does, and sends the figures to CloudWatch", async () => {
    const context = createExecutionContext();
    await worker.scheduled(
      createScheduledController({ cron: "* * * * *", scheduledTime: new Date() }),
      env,
    );
    await waitOnExecutionContext(context);

    expect(outside.aws.metricData).toContainEqual(
      expect.objectContaining({ MetricName: "DeadLetters", Value: 0 }),
    );
  });

  it("sends no figures when CloudWatch is off, and to the endpoint that is named", async () => {
    await checkRelay({ ...isolate, AWS_CLOUDWATCH_ENDPOINT: "off" });
    expect(outside.aws.metricData).toEqual([]);

    outside.aws.cloudWatchDown = true;
    await checkRelay({ ...isolate, AWS_CLOUDWATCH_ENDPOINT: "https://monitoring.elsewhere.test" });
    expect(outside.aws.metricData).toEqual([]);
  });

  it("tells Salesforce of an alert once when it begins and once when it ends", async () => {
    await checkRelay(isolate);
    log("ledger.dead_letter", DEAD);
    await checkRelay(isolate);
    await checkRelay(isolate);
    expect(alertsTold()).toEqual([["dead_letters_growing", "active"]]);
    expect(await (await scrape()).text()).toContain(
      'stripe_relay_alert_active{alert="dead_letters_growing"} 1\n',
    );

    for (let minute = 0; minute < 6; minute += 1) await checkRelay(isolate);

    expect(alertsTold()).toEqual([
      ["dead_letters_growing", "active"],
      ["dead_letters_growing", "resolved"],
    ]);
    expect(outside.aws.metricData).toContainEqual(
      expect.objectContaining({
        MetricName: "AlertActive",
        Value: 1,
        Dimensions: [{ Name: "Alert", Value: "dead_letters_growing" }],
      }),
    );
  });

  it("tells of an alert later when Salesforce cannot be told now", async () => {
    outside.salesforce.down = true;
    await checkRelay(isolate);
    log("ledger.dead_letter", DEAD);
    await checkRelay(isolate);
    const session = vi.spyOn(env.SALESFORCE_SESSION, "getByName").mockImplementation(() => {
      throw new Error("overloaded");
    });
    await checkRelay({ ...isolate, SALESFORCE_SESSION: env.SALESFORCE_SESSION });
    session.mockRestore();
    expect(alertsTold()).toEqual([]);

    outside.salesforce.down = false;
    await checkRelay(isolate);

    expect(alertsTold()).toEqual([["dead_letters_growing", "active"]]);
  });
});

function statesTold(): unknown[] {
  return outside.salesforce.published
    .filter((event) => event["Type__c"] === "relay.state")
    .map((event) => (JSON.parse(String(event["Payload__c"])) as { object: unknown }).object);
}

describe("the heartbeat", () => {
  it("is published once in five minutes, by the call that tells of alerts", async () => {
    log("ledger.dead_letter", DEAD);
    await checkRelay(isolate);
    log("ledger.dead_letter", DEAD);
    for (let minute = 0; minute < 3; minute += 1) await checkRelay(isolate);

    expect(statesTold()).toEqual([
      {
        object: "relay.state",
        id: "relay",
        open_events: 0,
        lag_seconds: 0,
        dead_letters: 0,
        budget_used: 0,
        breaker: "closed",
      },
    ]);
    await relayMetricsOf(env).keepHeartbeat(Date.now() - 5 * 60_000);
    const calls = outside.salesforce.collectionCalls;

    await checkRelay(isolate);

    expect(statesTold()).toHaveLength(2);
    expect(outside.salesforce.collectionCalls - calls).toBe(1);
  });

  it("comes a minute later when Salesforce does not take it", async () => {
    outside.salesforce.down = true;
    await checkRelay(isolate);
    outside.salesforce.down = false;

    await checkRelay(isolate);

    expect(statesTold()).toHaveLength(1);
  });
});

describe("taking back a dead letter", () => {
  const letter = {
    version: 1,
    event: anEvent("evt_dead"),
    reason: { at: 1, code: "STRING_TOO_LONG", message: "too long" },
    history: [],
  };

  async function post(
    body: unknown,
    token = TOKEN,
    to = isolate,
  ): Promise<{ status: number; body: unknown }> {
    const response = await operations.request(
      "/dead-letters",
      {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: typeof body === "string" ? body : JSON.stringify(body),
      },
      to,
    );
    return { status: response.status, body: await response.json() };
  }

  it("puts the event into its ledger once", async () => {
    giveTokens({ redrive_token: TOKEN });

    expect(await post(letter)).toEqual({ status: 200, body: { result: "revived" } });
    expect(await post(letter)).toEqual({ status: 200, body: { result: "open" } });
  });

  it("tells where the events of letters stand", async () => {
    giveTokens({ redrive_token: TOKEN });
    await post(letter);
    const asked = {
      letters: [
        { id: "evt_dead", createdAt: 1, refusedMs: 1 },
        { id: "evt_other", createdAt: 1, refusedMs: 1 },
      ],
    };

    const response = await operations.request(
      "/dead-letters/standings",
      {
        method: "POST",
        headers: { authorization: `Bearer ${TOKEN}` },
        body: JSON.stringify(asked),
      },
      isolate,
    );

    expect(await response.json()).toEqual({ standings: ["open", "unknown"] });
  });

  it.each([-1, 1e300, 253_402_300_800])(
    "refuses a letter whose event was created at %d",
    async (createdAt) => {
      giveTokens({ redrive_token: TOKEN });

      expect(await post({ ...letter, event: { ...letter.event, createdAt } })).toMatchObject({
        status: 400,
      });
    },
  );

  it("wants the redrive token, and is closed without one", async () => {
    expect(await post(letter)).toMatchObject({ status: 401 });
    isolate = { ...env };
    giveTokens({ redrive_token: TOKEN, metrics_token: "another-token-here" });
    expect(await post(letter, "another-token-here")).toMatchObject({ status: 401 });
    isolate = { ...env };
    outside.aws.secretsDown = true;
    expect(await post(letter)).toMatchObject({ status: 503 });
  });

  it.each([
    ["{not json", 400],
    [{ ...letter, version: 2 }, 400],
    [{ ...letter, event: { ...letter.event, lane: "fast" } }, 400],
    ["x".repeat(1_048_577), 413],
  ])("refuses %#: what is no dead letter", async (body, status) => {
    giveTokens({ redrive_token: TOKEN });

    expect(await post(body)).toMatchObject({ status });
  });

  it("asks to try again while the shard cannot be reached", async () => {
    giveTokens({ redrive_token: TOKEN });
    const down = { getByName: () => ({ takeBack: () => Promise.reject(new Error("overloaded")) }) };
    const broken = Object.assign({ ...isolate }, { ADMISSION: down });

    expect(await post(letter, TOKEN, broken as unknown as Env)).toMatchObject({ status: 503 });
  });
});
