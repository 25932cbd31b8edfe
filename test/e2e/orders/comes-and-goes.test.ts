/**
 * What changes and changes back within one second, told in every order, one event at a time: each is read for before the next one
 * comes, in that very second. Salesforce ends with what was before, as Stripe does.
 */
import type Stripe from "stripe";
import { beforeAll, describe, expect, it } from "vitest";
import type { CompiledProject } from "../../../local/org/src/compile/compile-project.ts";
import { compiledProject, openInProcess } from "./in-process-org.ts";
import { lived, type Life } from "./life.ts";
import { permutations } from "./shuffle.ts";

const DAY_SECONDS = 86_400;
/** A clock ahead of ours stands still for whoever reads: no reading is of a later second. */
const AHEAD = Math.floor(Date.now() / 1000) + 30 * DAY_SECONDS;
const MONTHLY = { currency: "usd", recurring: { interval: "month" } } as const;

interface Subject {
  readonly stripe: Stripe;
  readonly customer: string;
  readonly subscription: string;
}

interface Kind {
  readonly of: string;
  readonly soql: string;
  readonly before: readonly Record<string, unknown>[];
  /** Type of the events that tell of it. */
  readonly told: string;
  readonly there: (subject: Subject) => Promise<unknown>;
  readonly back: (subject: Subject, made: unknown) => Promise<unknown>;
}

const KINDS: readonly Kind[] = [
  {
    of: "an item",
    soql: "SELECT Quantity__c, MRR__c FROM Stripe_Subscription_Item__c WHERE MRR__c > 0",
    before: [{ Quantity__c: 1, MRR__c: 20 }],
    told: "customer.subscription.updated",
    there: async ({ stripe, subscription }) => {
      const { id: price } = await stripe.prices.create({
        ...MONTHLY,
        unit_amount: 900,
        product_data: { name: "Add-on" },
      });
      return (await stripe.subscriptionItems.create({ subscription, price })).id;
    },
    back: ({ stripe }, item) => stripe.subscriptionItems.del(String(item)),
  },
  {
    of: "a pause",
    soql: "SELECT Pause_Behavior__c, MRR__c FROM Stripe_Subscription__c",
    before: [{ Pause_Behavior__c: null, MRR__c: 20 }],
    told: "customer.subscription.updated",
    there: ({ stripe, subscription }) =>
      stripe.subscriptions.update(subscription, { pause_collection: { behavior: "void" } }),
    back: ({ stripe, subscription }) =>
      stripe.subscriptions.update(subscription, { pause_collection: "" }),
  },
  {
    of: "a name",
    soql: "SELECT Customer_Name__c FROM Stripe_Customer__c",
    before: [{ Customer_Name__c: "Ada King" }],
    told: "customer.updated",
    there: ({ stripe, customer }) => stripe.customers.update(customer, { name: "Ada Lovelace" }),
    back: ({ stripe, customer }) => stripe.customers.update(customer, { name: "Ada King" }),
  },
];

let project: CompiledProject;

beforeAll(() => {
  project = compiledProject();
});

describe.each(KINDS)("$of that comes and goes within a second", (kind) => {
  let life: Life;

  beforeAll(async () => {
    life = await lived(async (stripe) => {
      const subject = await subscribed(stripe);
      await kind.back(subject, await kind.there(subject));
      return subject;
    });
  });

  it("is gone, whatever order its events come in", () => {
    const [there, back] = life.events.filter(({ type }) => type === kind.told).slice(-2);
    const first = life.events.find(({ objectId }) => objectId === there?.objectId);
    const told = Object.entries({ first, there, back });
    const others = life.events.filter((event) => told.every(([, each]) => event !== each));

    for (const order of permutations(told)) {
      const org = openInProcess(project, life.objects);
      org.publish(others);
      for (const [, event] of order) if (event !== undefined) org.publish([event]);

      const inOrder = order.map(([name]) => name).join(", ");
      expect(org.query(kind.soql).map(withoutAttributes), inOrder).toEqual(kind.before);
    }
  });
});

async function subscribed(stripe: Stripe): Promise<Subject> {
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: AHEAD });
  const { id: customer } = await stripe.customers.create({ name: "Ada King", test_clock: clock });
  const { id: method } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  const { id: price } = await stripe.prices.create({
    ...MONTHLY,
    unit_amount: 2000,
    product_data: { name: "Basic" },
  });
  const { id: subscription } = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    default_payment_method: method,
  });
  return { stripe, customer, subscription };
}

function withoutAttributes(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== "attributes"));
}
