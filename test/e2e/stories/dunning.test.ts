/**
 * What is owed, day by day: a renewal that is declined until Stripe gives up, and an invoice by e-mail that nobody pays. The customer's
 * test clock and the org's time pass together; the daily look comes twice each morning, as if its job had been started by hand as well.
 */
import type Stripe from "stripe";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { CompiledProject } from "../../../local/org/src/compile/compile-project.ts";
import { compiledProject } from "../orders/in-process-org.ts";
import { MINUTE_MS, openTestClock, type TestClock } from "./test-clock.ts";

/** Longer than people are told after the commit. */
const A_WHILE = 5;

let project: CompiledProject;
let clock: TestClock;

beforeAll(() => {
  project = compiledProject();
  // All of force-app is compiled, on a machine that may be busy.
}, 300_000);

beforeEach(async () => {
  clock = await openTestClock(project, A_WHILE);
});

afterEach(() => clock.close());

/** A customer with a card that pays, in the care of the administrator. */
async function customer(): Promise<string> {
  const id = await clock.customer();
  clock.org.execute(`
    Stripe_Customer__c ada = [SELECT Id FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${id}'];
    ada.OwnerId = UserInfo.getUserId();
    update ada;`);
  return id;
}

/** From the morning, at which one looks twice, until noon. */
async function passDay(day: string): Promise<void> {
  await clock.passTo(`${day}T06:15:00Z`);
  for (let look = 0; look < 2; look += 1) {
    clock.org.execute("StripeDunningBatch.run();");
    clock.org.runDueJobs();
    vi.setSystemTime(Date.now() + MINUTE_MS);
    clock.org.runDueJobs();
  }
  await clock.passTo(`${day}T12:00:00Z`);
}

function daysBetween(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 1440 * MINUTE_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

function invoice(stripeId: string): Record<string, unknown> {
  const [row] = clock.org.query(`
    SELECT Dunning_Stage__c, Dunning_Stage_At__c, First_Failed_At__c, Recovered_By__c, Owner.Name
    FROM Stripe_Invoice__c WHERE Stripe_Invoice_ID__c = '${stripeId}'`);
  return row ?? {};
}

/** Day → the stage the invoice came to on it. */
async function stagesUntil(
  stripeId: string,
  first: string,
  last: string,
): Promise<Record<string, unknown>> {
  const stages: Record<string, unknown> = {};
  let before: unknown = null;
  for (const day of daysBetween(first, last)) {
    await passDay(day);
    const { Dunning_Stage__c: stage } = invoice(stripeId);
    if (stage !== before) stages[day] = stage;
    before = stage;
  }
  return stages;
}

/** Kind → how many alerts, of them how many open, and how many were told. */
function alerts(): Record<string, readonly number[]> {
  const found: Record<string, [number, number, number]> = {};
  for (const row of clock.org.query("SELECT Kind__c, Status__c, Told_At__c FROM Stripe_Alert__c")) {
    const count = (found[String(row["Kind__c"])] ??= [0, 0, 0]);
    count[0] += 1;
    if (row["Status__c"] === "Open") count[1] += 1;
    if (row["Told_At__c"] !== null) count[2] += 1;
  }
  return found;
}

const openTasks = (): number =>
  clock.org.query("SELECT Id FROM Task WHERE IsClosed = FALSE").length;
const tasks = (): number => clock.org.query("SELECT Id FROM Task").length;

async function onlyInvoice(subscription: string, status: Stripe.Invoice.Status): Promise<string> {
  const { data } = await clock.account.stripe.invoices.list({ subscription, status });
  expect(data).toHaveLength(1);
  return data[0]?.id ?? "";
}

/** The bank answers to the debit that is under way. */
async function answerOfBank(payer: string, outcome: "failed" | "succeeded"): Promise<void> {
  const { data } = await clock.account.stripe.paymentIntents.list({ customer: payer });
  const asked = data.find(({ status }) => status === "processing");
  const response = await fetch(
    `${clock.account.url}/_local/payment_intents/${asked?.id ?? "none"}/settle`,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ outcome }),
    },
  );
  expect(response.status).toBe(200);
  await clock.hear();
}

describe("what is owed", () => {
  test("a declined renewal goes from retrying to collections, each told once, and a payment ends it all", async () => {
    await fetch(`${clock.account.url}/v1/test_helpers/retry_settings`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_local_life" },
      body: new URLSearchParams({ when_exhausted: "unpaid" }),
    });
    const ada = await customer();
    const { id: subscription } = await clock.account.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: await clock.price("month") }],
    });
    await clock.passTo("2026-02-20T12:00:00Z");
    await clock.useCard(ada, "pm_card_chargeCustomerFail");
    await clock.passTo("2026-03-01T12:00:00Z");
    const owed = await onlyInvoice(subscription, "open");

    const stages = await stagesUntil(owed, "2026-03-02", "2026-03-17");

    // Attempts on 1, 4, 9 and 16 March; a window of 14 days.
    expect(stages).toEqual({
      "2026-03-02": "retrying",
      "2026-03-08": "at_risk",
      "2026-03-12": "final",
      "2026-03-16": "collections",
    });
    expect(invoice(owed)).toMatchObject({
      First_Failed_At__c: "2026-03-01T10:00:00.000+0000",
      Owner: { Name: "Stripe Collections" },
    });
    expect(alerts()).toEqual({
      payment_failed: [1, 1, 1],
      dunning_at_risk: [1, 1, 1],
      dunning_final: [1, 1, 1],
      dunning_exhausted: [1, 1, 1],
    });
    expect([tasks(), openTasks()]).toEqual([4, 4]);

    await clock.useCard(ada, "pm_card_visa");
    await clock.passTo("2026-03-18T10:00:00Z");
    await clock.account.stripe.invoices.pay(owed);
    await clock.hear();
    await passDay("2026-03-19");

    expect(invoice(owed)).toMatchObject({
      Dunning_Stage__c: "recovered",
      Recovered_By__c: "New payment method",
    });
    expect(Object.values(alerts()).map(([count, open]) => [count, open])).toEqual(
      Array.from({ length: 4 }, () => [1, 0]),
    );
    expect([tasks(), openTasks()]).toEqual([4, 0]);
  }, 300_000);

  test("a renewal debited from a bank account is owed once the bank says no, and not while it is asked", async () => {
    const ada = await customer();
    const { id: subscription } = await clock.account.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: await clock.price("month") }],
    });
    await clock.passTo("2026-02-20T12:00:00Z");
    await clock.useCard(ada, "pm_usBankAccount_success");
    await clock.passTo("2026-03-01T12:00:00Z");
    const owed = await onlyInvoice(subscription, "open");

    expect(await stagesUntil(owed, "2026-03-02", "2026-03-04")).toEqual({ "2026-03-02": "none" });
    expect(alerts()).toEqual({});

    await answerOfBank(ada, "failed");
    // Another attempt follows within days, and waits for the bank again: no end of the attempts.
    expect(await stagesUntil(owed, "2026-03-05", "2026-03-09")).toEqual({
      "2026-03-05": "retrying",
      "2026-03-08": "at_risk",
    });
    expect(alerts()).toEqual({ payment_failed: [1, 1, 1], dunning_at_risk: [1, 1, 1] });

    await answerOfBank(ada, "succeeded");
    await passDay("2026-03-10");

    expect(invoice(owed)).toMatchObject({
      Dunning_Stage__c: "recovered",
      Recovered_By__c: "Automatic retry",
    });
    expect(alerts()).toEqual({ payment_failed: [1, 0, 1], dunning_at_risk: [1, 0, 1] });
    expect([tasks(), openTasks()]).toEqual([2, 0]);
  }, 300_000);

  test("an invoice by e-mail goes by its days, and is recovered when it is paid late", async () => {
    const ada = await customer();
    const { id: subscription } = await clock.account.stripe.subscriptions.create({
      customer: ada,
      items: [{ price: await clock.price("year") }],
      collection_method: "send_invoice",
      days_until_due: 10,
    });
    await clock.passTo("2026-02-02T12:00:00Z");
    const owed = await onlyInvoice(subscription, "open");

    const stages = await stagesUntil(owed, "2026-02-03", "2026-03-16");

    // Due on the 11th at 10:00.
    expect(stages).toEqual({
      "2026-02-03": "none",
      "2026-02-08": "reminder",
      "2026-02-11": "retrying",
      "2026-02-19": "at_risk",
      "2026-03-05": "final",
      "2026-03-14": "collections",
    });
    expect(invoice(owed)).toMatchObject({ Owner: { Name: "Stripe Collections" } });
    expect([tasks(), openTasks()]).toEqual([4, 4]);

    await clock.account.stripe.invoices.pay(owed);
    await clock.hear();
    await passDay("2026-03-17");

    expect(invoice(owed)).toMatchObject({
      Dunning_Stage__c: "recovered",
      Recovered_By__c: "By hand or link",
    });
    expect(Object.values(alerts()).every(([count, open]) => count === 1 && open === 0)).toBe(true);
    expect(openTasks()).toBe(0);
  }, 300_000);
});
