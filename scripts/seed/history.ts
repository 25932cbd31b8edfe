/**
 * A business with months of history: customers who subscribe, change, pay late, leave and come back, each event a real one on
 * a test clock, and the books closed at the end of each month. The same number of months is the same business each time.
 */
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { offerPlans } from "../../local/stack/catalog.ts";
import { lifeOf, type Life, type Turn } from "./history-lives.ts";
import type { Place } from "./place.ts";

const CUSTOMERS = 12;
/** Monthly plans for sale, the cheapest first. */
const PRICES = ["basic_monthly", "business_monthly", "enterprise_monthly"];
const NAME = "History";
const POLL_MS = 500;
/** Two looks that find the same: nothing is on its way any more. */
const QUIET_MS = 3_000;
const CHARGEABLE = "pm_card_visa";
const DECLINING = "pm_card_chargeCustomerFail";

interface Account {
  readonly life: Life;
  readonly clockId: string;
  readonly customerId: string;
  subscriptionId: string | null;
  /** What was chosen last: who comes back takes it again. */
  chosen: { readonly price: string; readonly quantity: number } | null;
}

const counted = z.object({ totalSize: z.number() });

/** @returns the exit code */
export async function runHistory(
  place: Place,
  months: number,
  timeoutMs: number,
  print: (line: string) => void,
): Promise<number> {
  if (!place.isLocal) {
    print("A history closes the books of its months: it is for the local stack alone.");
    return 1;
  }
  if ((await count(place, "SELECT COUNT() FROM Stripe_MRR_Movement__c")) > 0) {
    print(
      "The books have movements already. To begin anew, stop the stack, delete its data folder, and start it again.",
    );
    return 1;
  }
  const began = Date.now();
  print("Plans for sale: products and prices in Stripe");
  await offerPlans(place.connection, place.stripe);
  const ends = monthEnds(new Date(), months);
  const first = ends[0];
  if (first === undefined) return 1;
  await apex(place, `StripeCloseState.advanceTo(Date.valueOf('${dayBefore(first)}'));`);
  const accounts: Account[] = [];
  for (let index = 0; index < CUSTOMERS; index += 1)
    accounts.push(await enter(place, lifeOf(index, months, PRICES), first));
  for (const [month, end] of ends.entries()) {
    for (const account of accounts) await play(place, account, month, end);
    await settle(place, timeoutMs);
    await close(place, end, timeoutMs);
    const [figure] = await rowsOf(
      place,
      `SELECT Closing_MRR__c, Customers_At_End__c FROM Stripe_Revenue_Month__c WHERE Currency__c = 'USD' AND Month__c = ${end.slice(0, 7)}-01`,
    );
    print(
      `✓ ${String(month + 1).padStart(2)}/${months}  ${end.slice(0, 7)}  MRR ${Number(figure?.["Closing_MRR__c"] ?? 0)} USD of ${Number(figure?.["Customers_At_End__c"] ?? 0)} customers`,
    );
  }
  print(
    `\n${months} months of ${CUSTOMERS} customers in ${Math.round((Date.now() - began) / 1000)} s.`,
  );
  return 0;
}

async function enter(place: Place, life: Life, firstEnd: string): Promise<Account> {
  const clock = await place.stripe.testHelpers.testClocks.create({
    name: `${NAME}: ${life.name}`,
    frozen_time: seconds(`${firstEnd.slice(0, 7)}-01T06:00:00Z`),
  });
  const customer = await place.stripe.customers.create({
    name: life.name,
    email: `${life.name.toLowerCase().replaceAll(" ", ".")}@example.com`,
    test_clock: clock.id,
  });
  await useCard(place, customer.id, CHARGEABLE);
  return { life, clockId: clock.id, customerId: customer.id, subscriptionId: null, chosen: null };
}

/** What the customer does in the month, and then the time until its end. */
async function play(place: Place, account: Account, month: number, end: string): Promise<void> {
  const turn = account.life.turns[month];
  if (turn !== undefined) await take(place, account, turn);
  await place.stripe.testHelpers.testClocks.advance(account.clockId, {
    frozen_time: seconds(`${end}T22:00:00Z`),
  });
}

async function take(place: Place, account: Account, turn: Turn): Promise<void> {
  const { stripe } = place;
  await forgetEnded(place, account);
  const { subscriptionId, customerId } = account;
  switch (turn.kind) {
    case "subscribe":
      account.chosen = turn;
      await subscribe(place, account);
      return;
    case "quantity": {
      if (subscriptionId === null) {
        await subscribe(place, account);
        return;
      }
      const { items } = await stripe.subscriptions.retrieve(subscriptionId);
      await stripe.subscriptions.update(subscriptionId, {
        items: [{ id: items.data[0]?.id ?? "", quantity: turn.quantity }],
        proration_behavior: "none",
      });
      return;
    }
    case "decline":
    case "mend": {
      await useCard(place, customerId, turn.kind === "decline" ? DECLINING : CHARGEABLE);
      for (const invoice of (await stripe.invoices.list({ customer: customerId, status: "open" }))
        .data)
        if (turn.kind === "mend") await stripe.invoices.pay(invoice.id);
      return;
    }
    case "cancel":
      if (subscriptionId !== null) await stripe.subscriptions.cancel(subscriptionId);
      account.subscriptionId = null;
      return;
    case "refund": {
      const [charge] = (await stripe.charges.list({ customer: customerId, limit: 1 })).data;
      if (charge?.paid === true) await stripe.refunds.create({ charge: charge.id, amount: 500 });
    }
  }
}

async function subscribe({ stripe }: Place, account: Account): Promise<void> {
  if (account.chosen === null) return;
  const [price] = (await stripe.prices.list({ lookup_keys: [account.chosen.price] })).data;
  const { id } = await stripe.subscriptions.create({
    customer: account.customerId,
    items: [{ price: price?.id ?? "", quantity: account.chosen.quantity }],
  });
  account.subscriptionId = id;
}

/** Stripe ends what could not be collected. */
async function forgetEnded({ stripe }: Place, account: Account): Promise<void> {
  if (account.subscriptionId === null) return;
  const { ended_at: endedAt } = await stripe.subscriptions.retrieve(account.subscriptionId);
  if (endedAt !== null) account.subscriptionId = null;
}

async function useCard({ stripe }: Place, customer: string, card: string): Promise<void> {
  const { id } = await stripe.paymentMethods.attach(card, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
}

/** Until nothing is on its way from Stripe to Salesforce any more. */
async function settle(place: Place, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let seen = -1;
  let since = Date.now();
  while (Date.now() < deadline) {
    const now = await count(place, "SELECT COUNT() FROM Stripe_Webhook_Event__c");
    if (now !== seen) {
      seen = now;
      since = Date.now();
    } else if (Date.now() - since >= QUIET_MS) {
      return;
    }
    await wait(POLL_MS);
  }
  throw new Error("Events are still arriving; --timeout gives them longer.");
}

async function close(place: Place, day: string, timeoutMs: number): Promise<void> {
  await apex(place, `Database.executeBatch(new StripeCloseDayBatch(Date.valueOf('${day}')), 200);`);
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const done = await count(
      place,
      `SELECT COUNT() FROM Stripe_Revenue_Month__c WHERE Closed_Through__c = ${day}`,
    );
    const running = await count(
      place,
      "SELECT COUNT() FROM AsyncApexJob WHERE JobType = 'BatchApex' AND Status IN ('Holding', 'Queued', 'Preparing', 'Processing')",
    );
    if (done > 0 && running === 0) return;
    await wait(POLL_MS);
  }
  throw new Error(`${day} is not closed after ${timeoutMs / 1000} s.`);
}

async function count({ connection }: Place, soql: string): Promise<number> {
  return counted.parse(await connection.query(soql)).totalSize;
}

async function rowsOf(
  { connection }: Place,
  soql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await connection.query(soql)).records;
}

/** @throws Error with what Apex said, when it refuses */
async function apex({ connection }: Place, source: string): Promise<void> {
  const result = await connection.tooling.executeAnonymous(source);
  if (!result.success)
    throw new Error(result.compileProblem ?? result.exceptionMessage ?? "Apex refused.");
}

/** The last days, as 2026-01-31, of the months before the present one, the oldest first. */
export function monthEnds(now: Date, months: number): string[] {
  return Array.from({ length: months }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + index + 1, 0))
      .toISOString()
      .slice(0, "2026-01-31".length),
  );
}

/** The last day before the month of a day. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day.slice(0, 7)}-01T00:00:00Z`) - 86_400_000)
    .toISOString()
    .slice(0, "2026-01-31".length);
}

function seconds(moment: string): number {
  return Date.parse(moment) / 1000;
}
