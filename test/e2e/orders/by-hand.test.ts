/** Lives that companies' customers have, through local Stripe, the Worker and Apex: what each comes to is calculated by hand. */
import { beforeAll, expect, test } from "vitest";
import { compiledProject, openInProcess, type InProcessOrg } from "./in-process-org.ts";
import { objectsOf, openQuietStripe } from "./life.ts";
import { LIVES, type Figures } from "./lives/lives.ts";
import { SmallLife } from "./lives/small-life.ts";

const NOTHING = {
  Billed__c: 0,
  Credited__c: 0,
  Written_Off__c: 0,
  Paid__c: 0,
  Paid_Outside__c: 0,
  Refunded__c: 0,
  Disputed__c: 0,
  Outstanding__c: 0,
  MRR__c: 0,
} as const satisfies Required<Figures>;
const FIGURES = Object.keys(NOTHING).join(", ");

let org: InProcessOrg;
const customers = new Map<string, string>();

beforeAll(async () => {
  const account = await openQuietStripe();
  try {
    for (const { called, live } of LIVES) {
      const life = await SmallLife.begin(account.stripe, account.url);
      await live(life);
      customers.set(called, life.customer);
    }
    const events = await account.news();
    org = openInProcess(compiledProject(), await objectsOf(account.url, events));
    org.publish(events);
  } finally {
    await account.close();
  }
});

function storedOf(soql: string): Record<string, unknown> {
  const [row = {}] = org.query(soql);
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== "attributes"));
}

test.each(LIVES)("$called", ({ called, byHand }) => {
  const { currency = "USD", status, dunning, ...figures } = byHand;
  const customer = `'${customers.get(called) ?? ""}'`;

  const balance = storedOf(
    `SELECT ${FIGURES} FROM Stripe_Balance__c WHERE Stripe_Customer__r.Stripe_Customer_ID__c = ${customer} AND Currency__c = '${currency}'`,
  );
  const subscription = storedOf(
    `SELECT Status__c, Dunning_Status__c FROM Stripe_Subscription__c WHERE Stripe_Customer__r.Stripe_Customer_ID__c = ${customer}`,
  );

  expect({ ...NOTHING, ...balance }).toEqual({ ...NOTHING, ...figures });
  expect(subscription["Status__c"]).toBe(status);
  if (dunning !== undefined) expect(subscription["Dunning_Status__c"]).toBe(dunning);
});

test("every event was applied", () => {
  expect(
    org.query(
      "SELECT Type__c, Status__c, Error__c FROM Stripe_Webhook_Event__c WHERE Status__c IN ('Failed', 'Waiting')",
    ),
  ).toEqual([]);
});
