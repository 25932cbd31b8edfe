/**
 * The four events of a paid checkout reach the Worker in every order, repeats among them, each order for a customer of its own: every one
 * ends with the same records, and with one subscription on each side.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type Stripe from "stripe";
import { z } from "zod";
import { eventLogRows } from "../../../scripts/trigger/records.ts";
import { eventually } from "../running-stack.ts";
import { rows, type Fields } from "../stories/records.ts";
import { openStage, type Stage } from "../stories/stage.ts";
import { atStripe } from "../stories/when.ts";
import { post, signed } from "../webhook.ts";
import { permutations } from "./shuffle.ts";

const FOUR = [
  "customer.subscription.created",
  "checkout.session.completed",
  "invoice.paid",
  "payment_intent.succeeded",
] as const;
const ORDERS = permutations(FOUR);

const saved = z.array(z.object({ id: z.string(), success: z.literal(true) }));

/** One order's customer, with the events of the checkout as Stripe made them. */
interface Buyer {
  readonly order: readonly string[];
  readonly contactId: string;
  readonly subscriptionId: string;
  readonly customerId: string;
  readonly events: readonly Stripe.Event[];
}

let stage: Stage;
let buyers: readonly Buyer[];

beforeAll(async () => {
  stage = await openStage();
  buyers = await checkedOut();
});

afterAll(() => stage.close());

/** Every customer has paid, and Stripe has told nobody yet. */
async function checkedOut(): Promise<Buyer[]> {
  const contacts = await insert(
    "Contact",
    ORDERS.map((_order, index) => ({
      LastName: `Buyer ${index}`,
      Email: `buyer.${index}@example.com`,
    })),
  );
  // Stripe is asked at its own pace, however many are sent at once.
  const customers = await eventually("a customer for each", async () => {
    const found = await rows(
      stage.rep,
      "SELECT Id, Contact__c, Stripe_Customer_ID__c FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c != NULL",
    );
    return found.length === contacts.length ? byField(found, "Contact__c") : null;
  });
  const subscriptions = await insert(
    "Stripe_Subscription__c",
    contacts.map((contactId) => ({
      Stripe_Customer__c: customers.get(contactId)?.["Id"],
      PricingPlans__c: "Basic Monthly",
      Quantity__c: 1,
      Sync_Status__c: "Send to Stripe",
    })),
  );
  const drafts = await eventually("a payment link for each", async () => {
    const found = await rows(
      stage.rep,
      "SELECT Id, Stripe_Checkout_Session_ID__c FROM Stripe_Subscription__c WHERE Stripe_Checkout_Session_ID__c != NULL",
    );
    return found.length === subscriptions.length ? byField(found, "Id") : null;
  });
  await atStripe(stage, "/deliveries/pause", {});
  for (const id of subscriptions) {
    const session = String(drafts.get(id)?.["Stripe_Checkout_Session_ID__c"]);
    await atStripe(stage, `/checkout/sessions/${session}/pay`, {});
  }
  const events = await stage.stripe.events
    .list({ types: [...FOUR], limit: 100 })
    .autoPagingToArray({ limit: 1000 });
  return ORDERS.map((order, index) => {
    const contactId = contacts[index] ?? "";
    const customerId = String(customers.get(contactId)?.["Stripe_Customer_ID__c"]);
    return {
      order,
      contactId,
      subscriptionId: subscriptions[index] ?? "",
      customerId,
      events: events.filter(
        ({ data }) => "customer" in data.object && data.object.customer === customerId,
      ),
    };
  });
}

async function insert(
  object: string,
  records: readonly Record<string, unknown>[],
): Promise<string[]> {
  const results = await stage.rep.sobject(object).create([...records], { allOrNone: true });
  return saved.parse(results).map(({ id }) => id);
}

function byField(found: readonly Fields[], name: string): Map<string, Fields> {
  return new Map(found.map((row) => [String(row[name]), row]));
}

/** The events of one place in the orders, all customers' at once; the one before comes again with them. */
async function deliver(place: number): Promise<void> {
  const { worker } = stage.running.stack.state.urls;
  const due = buyers.map((buyer) => eventOf(buyer, place));
  const repeats = place === 0 ? [] : buyers.map((buyer) => eventOf(buyer, place - 1));
  const answers = await Promise.all(
    [...due, ...repeats].map(async (event) => {
      const { body, signature } = await signed(
        event,
        stage.running.stack.credentials.webhookSecret,
      );
      return (await post(worker, body, signature)).status;
    }),
  );
  expect(new Set(answers)).toEqual(new Set([200]));
  const ids = due.map(({ id }) => id);
  await eventually(`the outcome of event ${place + 1} of 4`, async () => {
    const log = await eventLogRows(stage.running.connection, ids);
    return log.length === ids.length && log.every(({ Status__c: status }) => status !== "Waiting")
      ? true
      : null;
  });
}

function eventOf({ order, events, customerId }: Buyer, place: number): Stripe.Event {
  const event = events.find(({ type }) => type === order[place]);
  if (event === undefined) throw new Error(`${customerId} has no ${order[place] ?? "event"}`);
  return event;
}

/** What differs from customer to customer is left out. */
async function outcomes(): Promise<Map<string, unknown>> {
  const subscriptions = byField(
    await rows(
      stage.rep,
      "SELECT Id, Status__c, Sync_Status__c, Error_Message__c, PricingPlans__c, Quantity__c, Amount__c, Currency__c, Billing_Interval__c, Checkout_URL__c, Total_Invoiced__c, Monthly_Amount__c FROM Stripe_Subscription__c",
    ),
    "Id",
  );
  const payments = Map.groupBy(
    await rows(
      stage.rep,
      "SELECT Stripe_Customer__r.Contact__c, Status__c, Amount__c, Currency__c, Transaction_Type__c FROM Payment_Transaction__c",
    ),
    contactOf,
  );
  const invoices = Map.groupBy(
    await rows(
      stage.rep,
      "SELECT Stripe_Customer__r.Contact__c, Stripe_Subscription__c, Status__c, Total__c, Amount_Paid__c, Billing_Reason__c FROM Stripe_Invoice__c",
    ),
    contactOf,
  );
  const contacts = byField(
    await rows(stage.rep, "SELECT Id, Subscription_Status__c FROM Contact"),
    "Id",
  );
  return new Map(
    buyers.map(({ order, contactId, subscriptionId }) => [
      order.join(", "),
      {
        subscription: without(subscriptions.get(subscriptionId), "Id"),
        payments: payments.get(contactId)?.map((row) => without(row, "Stripe_Customer__r")),
        invoices: invoices.get(contactId)?.map((row) => ({
          ...without(row, "Stripe_Customer__r", "Stripe_Subscription__c"),
          isOfThisSubscription: row["Stripe_Subscription__c"] === subscriptionId,
        })),
        contact: contacts.get(contactId)?.["Subscription_Status__c"],
      },
    ]),
  );
}

const customerOf = z.object({ Stripe_Customer__r: z.object({ Contact__c: z.string() }) });

function contactOf(row: Fields): string {
  return customerOf.parse(row).Stripe_Customer__r.Contact__c;
}

function without(row: Fields | undefined, ...names: string[]): Fields {
  return Object.fromEntries(
    Object.entries(row ?? {}).filter(([name]) => !["attributes", ...names].includes(name)),
  );
}

async function expectAllEqual(expected: object): Promise<void> {
  const found = await outcomes();
  expect(found.size).toBe(24);
  const [first] = found.values();
  for (const [order, outcome] of found) {
    expect(outcome, order).toMatchObject(expected);
    expect(outcome, order).toEqual(first);
  }
}

describe("the events of a checkout", () => {
  it("end the same in all 24 orders, repeats included", async () => {
    for (let place = 0; place < FOUR.length; place += 1) await deliver(place);

    await expectAllEqual({
      subscription: {
        Sync_Status__c: "Completed",
        Error_Message__c: null,
        PricingPlans__c: "Basic Monthly",
        Amount__c: 29,
        Checkout_URL__c: null,
        Total_Invoiced__c: 29,
      },
      payments: [{ Status__c: "succeeded", Amount__c: 29 }],
      invoices: [{ Status__c: "paid", Total__c: 29, isOfThisSubscription: true }],
    });
  });

  it("and all the others with them, once more, end with what Stripe says", async () => {
    await atStripe(stage, "/deliveries/resume", {});
    const expected = {
      subscription: { Status__c: "active", Monthly_Amount__c: 29 },
      payments: [{ Status__c: "succeeded", Amount__c: 29, Transaction_Type__c: "initial_payment" }],
      contact: "active",
    };

    await eventually("24 active subscriptions", () =>
      expectAllEqual(expected).then(
        () => true,
        () => null,
      ),
    );
  });

  it("leave one subscription on each side", async () => {
    for (const { customerId, subscriptionId } of buyers) {
      const { data } = await stage.stripe.subscriptions.list({ customer: customerId });
      expect(data.map(({ metadata }) => metadata["salesforce_subscription_id"])).toEqual([
        subscriptionId,
      ]);
    }
    const [counted] = await rows(stage.rep, "SELECT COUNT(Id) n FROM Stripe_Subscription__c");
    expect(counted?.["n"]).toBe(24);
  });
});
