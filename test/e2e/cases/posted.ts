/**
 * Events as Stripe sent them to accounts in the field, signed and posted in order to a running stack: what was read wrongly once. The
 * objects are no objects of local Stripe, so what an event cannot say stays unknown, and must not be shown as if it were known.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { rows, untilTrue, type Fields } from "../stories/records.ts";
import type { RunningStack } from "../running-stack.ts";
import { post, signed } from "../webhook.ts";

const CASES = path.resolve(import.meta.dirname, "../../fixtures/cases");

const fieldEvent = z.looseObject({
  id: z.string(),
  type: z.string(),
  data: z.looseObject({ object: z.looseObject({}) }),
});
const fieldCase = z.object({ events: z.array(fieldEvent) });

type FieldEvent = z.output<typeof fieldEvent>;

let running: RunningStack;

async function eventsOf(name: string): Promise<readonly FieldEvent[]> {
  return fieldCase.parse(JSON.parse(await readFile(path.join(CASES, `${name}.json`), "utf8")))
    .events;
}

/** The same events about other objects: of all there is in them the ids are others. */
async function elsewhere(name: string, word: string): Promise<readonly FieldEvent[]> {
  const text = JSON.stringify(await eventsOf(name)).replaceAll("FieldTest", word);
  return z.array(fieldEvent).parse(JSON.parse(text));
}

/** Posts the events of a case one after the other, and waits until Salesforce has decided about each. */
async function play(name: string): Promise<void> {
  await playAll(await eventsOf(name));
}

async function playAll(events: readonly FieldEvent[]): Promise<void> {
  for (const event of events) {
    const { body, signature } = await signed(event, running.stack.credentials.webhookSecret);
    const answer = await post(running.stack.state.urls.worker, body, signature);
    expect(answer.status, `${event.type} is answered`).toBe(200);
    await untilTrue(async () => {
      expect(await outcome(event.id), event.id).toMatch(/^(Processed|Ignored|Waiting|Failed)$/);
    });
  }
}

async function outcome(event: string): Promise<unknown> {
  const [row] = await select(
    `SELECT Status__c FROM Stripe_Webhook_Event__c WHERE Event_Id__c = '${event}'`,
  );
  return row?.["Status__c"];
}

function select(soql: string): Promise<readonly Fields[]> {
  return rows(running.connection, soql);
}

/** Waits until the one row of a query is like this. */
async function finds(soql: string, expected: Fields): Promise<void> {
  await untilTrue(async () => {
    const found = await select(soql);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });
}

/** A customer nothing of whose is known to count has no amount, or none yet. */
async function earnsNothing(id: string): Promise<void> {
  await untilTrue(async () => {
    const found = await select(customer(id));
    expect(found.map((row) => row["MRR__c"] ?? 0)).toEqual([0]);
  });
}

const subscription = (id: string): string =>
  `SELECT Status__c, Amount__c, Monthly_Amount__c, Currency__c, Quantity__c, PricingPlans__c, Stripe_Price_ID__c, Discount_Percent__c, Pause_Behavior__c, MRR__c
   FROM Stripe_Subscription__c WHERE Stripe_Subscription_ID__c = '${id}'`;
const customer = (id: string): string =>
  `SELECT MRR__c, Total_Collected__c FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${id}'`;
const invoice = (id: string): string =>
  `SELECT Status__c, Dunning_Status__c, Next_Payment_Attempt__c, Amount_Paid__c, Amount_Remaining__c
   FROM Stripe_Invoice__c WHERE Stripe_Invoice_ID__c = '${id}'`;
const payment = (id: string): string =>
  `SELECT Status__c, Amount__c, Amount_Refunded__c, Dispute_Status__c
   FROM Payment_Transaction__c WHERE Stripe_Payment_Intent_ID__c = '${id}'`;
const alerts = (where: string): string =>
  `SELECT Kind__c, Message__c, Status__c FROM Stripe_Alert__c WHERE ${where}`;

export function postedCases(open: () => RunningStack): void {
  beforeAll(() => {
    running = open();
  });

  describe("an event that names a discount by its id", () => {
    test("shows no amount as if there were no discount", async () => {
      await play("discount-named-by-id");

      await finds(subscription("sub_1FieldTest0007"), {
        Status__c: "active",
        Monthly_Amount__c: null,
        Discount_Percent__c: null,
      });
      await earnsNothing("cus_1FieldTest0008");
    });
  });

  describe("changes of one second", () => {
    test("an item added in the second the subscription began counts", async () => {
      await play("item-added-in-the-same-second");

      await finds(subscription("sub_1FieldTest0022"), { Amount__c: 47, Monthly_Amount__c: 47 });
    });
  });

  describe("an e-mailed invoice whose first try is declined", () => {
    test("is not given up, and no alert says so", async () => {
      await play("sent-invoice-first-try-declined");

      await finds(invoice("in_1FieldTest0030"), { Status__c: "open", Dunning_Status__c: "none" });
      const told = await select(
        alerts("Stripe_Invoice__r.Stripe_Invoice_ID__c = 'in_1FieldTest0030'"),
      );
      expect(JSON.stringify(told)).not.toMatch(/given up|cancel/i);
    });
  });

  describe("money", () => {
    test("let go of after a partial capture is no refund", async () => {
      await play("refund-after-partial-capture");

      await finds(payment("pi_1FieldTest0039"), { Amount__c: 12, Amount_Refunded__c: 2 });
      await finds(customer("cus_1FieldTest0040"), { Total_Collected__c: 10 });
    });

    test("that pays part of an invoice is shown while it is open", async () => {
      await play("part-of-an-invoice-paid");

      await finds(invoice("in_1FieldTest0181"), {
        Status__c: "open",
        Amount_Paid__c: 10,
        Amount_Remaining__c: 20,
      });
    });

    test("paid outside Stripe is collected", async () => {
      await play("paid-outside-stripe");

      await finds(invoice("in_1FieldTest0206"), { Status__c: "paid", Amount_Paid__c: 20 });
      await finds(customer("cus_1FieldTest0207"), { Total_Collected__c: 20 });
    });
  });

  describe("terms of a price", () => {
    test("in another currency are not the default's", async () => {
      await play("price-in-another-currency");

      await finds(subscription("sub_1FieldTest0054"), { Currency__c: "EUR", Amount__c: null });
      await earnsNothing("cus_1FieldTest0055");
    });

    test("below a cent count exactly", async () => {
      await play("price-below-a-cent");

      await finds(subscription("sub_1FieldTest0100"), { Amount__c: 1250, Monthly_Amount__c: 1250 });
    });

    test("by usage cost nothing by themselves", async () => {
      await play("metered-price-as-fixed");

      await finds(subscription("sub_1FieldTest0088"), { Amount__c: 20, Monthly_Amount__c: 20 });
    });
  });

  describe("items of a subscription", () => {
    test("the plan is the item whose price is in the catalog, wherever it stands", async () => {
      await play("plan-is-not-the-first-item");

      await finds(subscription("sub_1FieldTest0072"), {
        PricingPlans__c: "Business Monthly",
        Quantity__c: 7,
        Stripe_Price_ID__c: "price_1FieldTest0061",
      });
    });

    test("the ten that travel are not the amount of twelve", async () => {
      await play("twelve-items-ten-in-the-event");

      await finds(subscription("sub_1FieldTest0157"), { Amount__c: null, Monthly_Amount__c: null });
    });
  });

  describe("what one type of event alone tells", () => {
    test("evidence sent for a dispute: it is under review, and nobody is asked for evidence", async () => {
      await play("dispute-answered");

      await finds(payment("pi_1FieldTest0164"), { Dispute_Status__c: "under_review" });
      const open = await select(
        alerts(
          "Payment_Transaction__r.Stripe_Payment_Intent_ID__c = 'pi_1FieldTest0164' AND Resolved_At__c = null",
        ),
      );
      expect(JSON.stringify(open)).not.toMatch(/evidence/i);
    });

    test("retries stopped by hand: nothing more is tried", async () => {
      await play("retries-stopped-by-hand");

      await finds(invoice("in_1FieldTest0172"), {
        Next_Payment_Attempt__c: null,
        Dunning_Status__c: "exhausted",
      });
    });

    test("a draft that was deleted is no draft any more", async () => {
      await play("draft-deleted");

      await untilTrue(async () => {
        const [left] = await select(invoice("in_1FieldTest0197"));
        expect(left?.["Status__c"]).not.toBe("draft");
      });
    });

    test("collection paused: the pause shows and nothing counts as recurring", async () => {
      await play("collection-paused");

      await finds(subscription("sub_1FieldTest0217"), {
        Status__c: "active",
        Pause_Behavior__c: "void",
        MRR__c: 0,
      });
      await earnsNothing("cus_1FieldTest0218");
    });
  });

  describe("an event", () => {
    test("of a connected account is ignored, and makes nothing of ours", async () => {
      await play("event-of-a-connected-account");

      expect(await select(customer("cus_1FieldTest0224"))).toEqual([]);
      expect(await select(payment("pi_1FieldTest0226"))).toEqual([]);
      expect(await outcome("evt_1FieldTest0225")).toBe("Ignored");
    });

    test("with one field of a type nobody expected is admitted", async () => {
      await play("unknown-type-of-one-field");

      expect(await outcome("evt_1FieldTest0238")).toMatch(/^(Processed|Waiting|Failed)$/);
    });

    test.each([
      ["paid-outside-stripe", invoice("in_1Connected0206")],
      ["dispute-answered", payment("pi_1Connected0164")],
      ["collection-paused", subscription("sub_1Connected0217")],
    ])("of a connected account is ignored, as in %s", async (name, query) => {
      const events = await elsewhere(name, "Connected");
      await playAll(events.map((event) => ({ ...event, account: "acct_1Connected" })));

      for (const { id } of events) expect(await outcome(id), id).toBe("Ignored");
      expect(await select(query)).toEqual([]);
    });

    test.each([
      ["part-of-an-invoice-paid", { due_date: "soon" }],
      ["dispute-answered", { evidence_details: "none" }],
      ["draft-deleted", { status_transitions: ["paid"] }],
      ["refund-after-partial-capture", { amount_refunded: "200" }],
    ])("in which %s has a type nobody expected is admitted", async (name, changed) => {
      const events = await elsewhere(name, "Unexpected");
      const last = events.at(-1);
      if (last === undefined) throw new Error(`${name} has no event.`);
      const object = { ...last.data.object, ...changed };
      await playAll([...events.slice(0, -1), { ...last, data: { ...last.data, object } }]);

      expect(await outcome(last.id)).toMatch(/^(Processed|Waiting|Failed)$/);
    });
  });
}
