/** One signed Stripe webhook becomes a Salesforce record: the whole stack, every part real. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { triggerEvents } from "../../scripts/trigger/local-stripe.ts";
import {
  connect,
  eventLogRows,
  paymentTransactions,
  type PaymentTransaction,
} from "../../scripts/trigger/records.ts";
import { stripeClient } from "../../local/stack/api-clients.ts";
import { stripeEvent } from "../fixtures/stripe-event-files.ts";
import {
  eventually,
  removeFolder,
  runStack,
  temporaryFolder,
  type RunningStack,
} from "./running-stack.ts";
import { announce, newId, post, signatureOf, signed } from "./webhook.ts";

let folder: string;
let running: RunningStack;

beforeAll(async () => {
  folder = await temporaryFolder();
  running = await runStack(folder);
});

afterAll(async () => {
  await running.stop();
  await removeFolder(folder);
});

async function trigger(body: object): Promise<string> {
  const events = await triggerEvents(running.stack.state.urls.stripe, body);
  const paymentIntent = events.find((event) => event.payment_intent !== null)?.payment_intent;
  if (typeof paymentIntent !== "string") throw new Error("The trigger made no PaymentIntent");
  return paymentIntent;
}

/** Its charge may be told of first, which leaves the status to the payment's own event. */
const hasStatus = (found: PaymentTransaction): boolean => found.Status__c !== null;

/** The payment once it has what `isComplete` asks for. */
function payment(
  paymentIntent: string,
  isComplete: (payment: PaymentTransaction) => boolean = hasStatus,
): Promise<PaymentTransaction> {
  return eventually(`a payment for ${paymentIntent}`, async () => {
    const [found] = await paymentTransactions(running.connection, [paymentIntent]);
    return found !== undefined && isComplete(found) ? found : null;
  });
}

const isPaidByCard = (found: PaymentTransaction): boolean =>
  found.Status__c === "succeeded" && found.Card_Brand__c !== null;

describe("a payment", () => {
  it("becomes a transaction with amount, currency, status, customer and card", async () => {
    const paymentIntent = await trigger({ type: "payment_intent.succeeded", amount: 4999 });

    expect(await payment(paymentIntent, isPaidByCard)).toMatchObject({
      Name: expect.stringMatching(/^PMT-\d{6}$/) as string,
      Amount__c: 49.99,
      Currency__c: "USD",
      Status__c: "succeeded",
      Card_Brand__c: "visa",
      Card_Last4__c: expect.stringMatching(/^\d{4}$/) as string,
      Stripe_Customer__r: { Stripe_Customer_ID__c: expect.stringMatching(/^cus_/) as string },
    });
  });

  it.each([
    ["jpy", 500, 500],
    ["kwd", 5120, 5.12],
    ["ugx", 50000, 500],
  ])("in %s: %i of the smallest unit is %d", async (currency, amount, expected) => {
    const paymentIntent = await trigger({ type: "payment_intent.succeeded", currency, amount });

    const found = await payment(paymentIntent);

    expect([found.Amount__c, found.Currency__c]).toEqual([expected, currency.toUpperCase()]);
  });

  it("that fails carries Stripe's reason", async () => {
    const paymentIntent = await trigger({ type: "payment_intent.payment_failed" });

    const found = await payment(paymentIntent);

    expect(found).toMatchObject({
      Status__c: "failed",
      Failure_Reason__c: expect.stringMatching(/^Your card/) as string,
      Failure_Code__c: expect.stringMatching(/^[a-z_]+$/) as string,
    });
  });
});

describe("the same event", () => {
  it("five times at once and again later is one record and one published row", async () => {
    const paymentIntent = newId("pi");
    const event = {
      ...stripeEvent("payment_intent.succeeded", {
        object: { id: paymentIntent, latest_charge: newId("ch") },
      }),
      id: newId("evt"),
    };
    const { webhookSecret } = running.stack.credentials;
    const { worker } = running.stack.state.urls;
    const { body, signature } = await signed(event, webhookSecret);

    const atOnce = await Promise.all(
      Array.from({ length: 5 }, () => post(worker, body, signature)),
    );
    await payment(paymentIntent);
    const again = await post(worker, body, await signatureOf(body, webhookSecret));

    // A later event, through the same shards and queue, shows that nothing of the repeat is still under way.
    const after = await trigger({ type: "payment_intent.succeeded" });
    await payment(after);
    const log = await running.connection.query<{ Attempts__c: number }>(
      `SELECT Attempts__c FROM Stripe_Webhook_Event__c WHERE Event_Id__c = '${event.id}'`,
    );
    expect([...atOnce, again].map((response) => response.status)).toEqual([
      200, 200, 200, 200, 200, 200,
    ]);
    expect(await paymentTransactions(running.connection, [paymentIntent])).toHaveLength(1);
    expect(log.records.map((row) => row.Attempts__c)).toEqual([1]);
  });
});

describe("bad input", () => {
  const body = JSON.stringify({ ...stripeEvent("payment_intent.succeeded"), id: newId("evt") });
  const minutesAgo = (minutes: number): number => Math.floor(Date.now() / 1000) - minutes * 60;

  /** Events in the log that Stripe has not made. Its own may still be arriving, so a count would tell nothing. */
  async function strangers(): Promise<string[]> {
    const { stripe } = running.stack.state.urls;
    const logged = await running.connection.query<{ Event_Id__c: string }>(
      "SELECT Event_Id__c FROM Stripe_Webhook_Event__c",
    );
    const made = new Set<string>();
    const client = stripeClient(stripe, running.stack.credentials.stripeKey);
    for await (const event of client.events.list({ limit: 100 })) made.add(event.id);
    return logged.records.map((row) => row.Event_Id__c).filter((id) => !made.has(id));
  }

  it.each<[string, number, (secret: string) => Promise<{ body: string; signature?: string }>]>([
    ["without a signature", 401, () => Promise.resolve({ body })],
    ["with another secret", 401, () => signed(body, "whsec_of_somebody_else")],
    ["with an old timestamp", 401, (secret) => signed(body, secret, { timestamp: minutesAgo(10) })],
    [
      "changed after signing",
      401,
      async (secret) => ({
        body: body.replace("succeeded", "Succeeded"),
        signature: await signatureOf(body, secret),
      }),
    ],
    ["that is not JSON", 400, (secret) => signed("not json", secret)],
    ["that is JSON of another shape", 400, (secret) => signed({ hello: "world" }, secret)],
    [
      "of an unknown type",
      200,
      (secret) =>
        signed(
          {
            ...stripeEvent("payment_intent.succeeded"),
            id: newId("evt"),
            type: "radar.early_fraud_warning.created",
          },
          secret,
        ),
    ],
  ])("%s is answered %i, stores nothing and tells nothing", async (_what, status, make) => {
    const before = await strangers();
    const { body: sent, signature } = await make(running.stack.credentials.webhookSecret);

    const response = await post(running.stack.state.urls.worker, sent, signature);
    const answer = await response.text();

    expect(response.status).toBe(status);
    expect(answer).not.toMatch(/whsec|stack|at \w|Error:|zod|expected/i);
    expect(answer.length).toBeLessThan(200);
    expect(await strangers()).toEqual(before);
  });

  it("of 2 MiB is answered 413 as soon as it is announced, stores nothing and tells nothing", async () => {
    const before = await strangers();
    const event = { ...stripeEvent("payment_intent.succeeded"), padding: "x".repeat(2 ** 21) };
    const { body: sent, signature } = await signed(event, running.stack.credentials.webhookSecret);

    const answer = await announce(running.stack.state.urls.worker, sent.length, signature);

    expect(answer.status).toBe(413);
    expect(answer.text).not.toMatch(/whsec|stack|at \w|Error:|zod|expected/i);
    expect(answer.text.length).toBeLessThan(200);
    expect(await strangers()).toEqual(before);
  });

  it("by GET is answered 405", async () => {
    const response = await fetch(`${running.stack.state.urls.worker}/webhook/stripe`);

    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("an endpoint of API version 2024-06-20", () => {
  it("feeds the same record as a current one", async () => {
    const paymentIntent = newId("pi");
    const event = {
      ...stripeEvent("payment_intent.succeeded", {
        apiVersion: "2024-06-20",
        object: { id: paymentIntent, latest_charge: newId("ch") },
      }),
      id: newId("evt"),
    };
    const { body, signature } = await signed(event, running.stack.credentials.webhookSecret);

    const response = await post(running.stack.state.urls.worker, body, signature);

    expect(response.status).toBe(200);
    expect((await payment(paymentIntent)).Status__c).toBe("succeeded");
  });
});

describe("the relay's user", () => {
  it("can publish the event and do nothing else", async () => {
    const { stack } = running;
    const relay = await connect(stack.state.urls.org, stack.credentials.relay);

    await expect(relay.query("SELECT Id FROM Payment_Transaction__c")).rejects.toThrow(
      /not supported|INVALID_TYPE/,
    );
    await expect(relay.sobject("Payment_Transaction__c").create({})).rejects.toThrow();
    await expect(relay.query("SELECT Id FROM Contact")).rejects.toThrow(
      /not supported|INVALID_TYPE/,
    );
  });
});

describe("500 payments while workerd is killed half-way", () => {
  it("are all in the org, each once", async () => {
    const { stack, connection } = running;
    const events = await triggerEvents(stack.state.urls.stripe, {
      type: "payment_intent.succeeded",
      count: 500,
      customer: "none",
    });
    const paymentIntents = [...new Set(events.flatMap((event) => event.payment_intent ?? []))];
    const forwarded = events
      .filter((event) => event.type !== "payment_intent.created")
      .map((event) => event.id);

    await eventually("the first of them", async () =>
      (await eventLogRows(connection, forwarded)).length > 100 ? true : null,
    );
    const killed = stack.workerdPid();
    process.kill(killed, "SIGKILL");

    const payments = await eventually(
      "500 payments with their card",
      async () => {
        const found = await paymentTransactions(connection, paymentIntents);
        return found.length === paymentIntents.length && found.every(isPaidByCard) ? found : null;
      },
      100,
    );
    // A payment is complete with one of its events; the others may still be arriving.
    const log = await eventually("a row for each event, none under way", async () => {
      const rows = await eventLogRows(connection, forwarded);
      const isDone = rows.every((row) => row.Status__c !== "Waiting");
      return rows.length >= forwarded.length && isDone ? rows : null;
    });
    expect(paymentIntents).toHaveLength(500);
    expect(new Set(payments.map((found) => found.Stripe_Payment_Intent_ID__c)).size).toBe(500);
    expect(log.filter((row) => row.Status__c === "Failed")).toEqual([]);
    expect(new Set(log.map((row) => row.Event_Id__c)).size).toBe(forwarded.length);
    expect(stack.workerdPid()).not.toBe(killed);
  });
});

describe("a restart", () => {
  let paid: PaymentTransaction;
  let scheduled: readonly string[];

  beforeAll(async () => {
    const paymentIntent = await trigger({ type: "payment_intent.succeeded" });
    paid = await payment(paymentIntent, isPaidByCard);
    scheduled = await scheduledJobs();
    await running.stop();
    running = await runStack(folder);
  });

  it("keeps every record", async () => {
    const { Stripe_Payment_Intent_ID__c: paymentIntent } = paid;

    expect(await paymentTransactions(running.connection, [paymentIntent])).toEqual([paid]);
  });

  it("sets the nightly jobs up again, each once", async () => {
    const after = await scheduledJobs();

    expect(scheduled).toContain("Stripe: close the day");
    expect(after).toEqual(scheduled);
    expect(new Set(after).size).toBe(after.length);
  });
});

async function scheduledJobs(): Promise<string[]> {
  const { records } = await running.connection.query<{ CronJobDetail: { Name: string } }>(
    "SELECT CronJobDetail.Name FROM CronTrigger ORDER BY CronJobDetail.Name",
  );
  return records.map(({ CronJobDetail: { Name } }) => Name);
}
