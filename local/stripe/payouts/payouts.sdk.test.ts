import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { idOf } from "../store/reference.ts";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;
let stripe: Stripe;

beforeEach(async () => {
  harness = await startHarness();
  stripe = harness.sdk();
});

afterEach(async () => {
  await harness.stop();
});

const paidOut = z.object({ payouts: z.array(z.object({ id: z.string() })) });

async function pay(amount: number, currency = "usd"): Promise<string> {
  const intent = await stripe.paymentIntents.create({
    amount,
    currency,
    payment_method: "pm_card_visa",
    confirm: true,
  });
  return idOf(intent.latest_charge) ?? "";
}

/** The payout schedule comes round. */
async function payOut(request: object = {}): Promise<Stripe.Payout[]> {
  const { payouts } = paidOut.parse((await harness.post("/_local/payouts", request)).body);
  return Promise.all(payouts.map(({ id }) => stripe.payouts.retrieve(id)));
}

async function transactionsOf(payout: string): Promise<Stripe.BalanceTransaction[]> {
  const found: Stripe.BalanceTransaction[] = [];
  const pages = stripe.balanceTransactions.list({ payout, limit: 2, expand: ["data.source"] });
  for await (const transaction of pages) found.push(transaction);
  return found;
}

function lines(transactions: readonly Stripe.BalanceTransaction[]): string[] {
  return transactions.map(
    ({ type, reporting_category: category, amount, fee, net }) =>
      `${type} ${category} ${amount} - ${fee} = ${net}`,
  );
}

describe("an automatic payout", () => {
  test("takes along what is on the balance, and is what that adds up to", async () => {
    const refunded = await pay(2000);
    const disputed = await pay(5000);
    await pay(10_000);
    await stripe.refunds.create({ charge: refunded, amount: 500 });
    await harness.post("/_local/disputes", { charge: disputed });

    const [payout] = await payOut();

    const transactions = await transactionsOf(payout?.id ?? "");
    // 2.9 % + 30 of each payment, and 15.00 of the dispute.
    expect(lines(transactions)).toEqual([
      "payout payout -9417 - 0 = -9417",
      "adjustment dispute -5000 - 1500 = -6500",
      "refund refund -500 - 0 = -500",
      "charge charge 10000 - 320 = 9680",
      "charge charge 5000 - 175 = 4825",
      "charge charge 2000 - 88 = 1912",
    ]);
    expect(payout?.amount).toBe(-6500 - 500 + 9680 + 4825 + 1912);
  });

  test("tells of itself, and of what it is made of once that can be listed", async () => {
    await pay(2000);

    const [payout] = await payOut();

    expect(payout).toMatchObject({
      amount: 1912,
      automatic: true,
      reconciliation_status: "completed",
      status: "paid",
    });
    expect((await harness.eventTypes()).slice(-4)).toEqual([
      "payout.created",
      "payout.updated",
      "payout.paid",
      "payout.reconciliation_completed",
    ]);
  });

  test("is one for each currency, and pounds are exchanged", async () => {
    const pounds = await pay(1000, "gbp");
    await pay(3000, "eur");
    await pay(5000, "jpy");

    const payouts = await payOut();

    expect(payouts.map(({ currency, amount }) => `${amount} ${currency}`)).toEqual([
      // 3000 less 2.9 % and 25; ¥5000 less 2.9 %; £10 are $12.57, less 2.9 % and 30.
      "2888 eur",
      "4855 jpy",
      "1191 usd",
    ]);
    const charge = await stripe.charges.retrieve(pounds, { expand: ["balance_transaction"] });
    expect(charge.balance_transaction).toMatchObject({
      amount: 1257,
      currency: "usd",
      exchange_rate: 1.2567,
      source: pounds,
      status: "available",
    });
  });

  test("that fails comes back, for the next to take along", async () => {
    await pay(2000);
    const [failed] = await payOut({ outcome: "failed" });

    const [next] = await payOut();

    expect(failed).toMatchObject({ status: "failed", failure_code: "could_not_process" });
    expect(next?.amount).toBe(1912);
    expect(lines(await transactionsOf(next?.id ?? ""))).toEqual([
      "payout payout -1912 - 0 = -1912",
      "payout_failure payout_reversal 1912 - 0 = 1912",
    ]);
    expect(lines(await transactionsOf(failed?.id ?? ""))[1]).toBe("charge charge 2000 - 88 = 1912");
  });

  test("that seemed to have arrived may still fail", async () => {
    await pay(2000);
    const [paid] = await payOut();

    const answer = { outcome: "failed", code: "account_closed" };
    await harness.post(`/_local/payouts/${paid?.id ?? ""}/settle`, answer);

    const failed = await stripe.payouts.retrieve(paid?.id ?? "");
    expect(failed).toMatchObject({ status: "failed", failure_code: "account_closed" });
  });

  test("is not made where there is nothing to pay out", async () => {
    const charge = await pay(2000);
    await stripe.refunds.create({ charge });

    // The fee stays with Stripe: the balance is below zero.
    expect(await payOut()).toEqual([]);
  });
});

describe("a payout by hand", () => {
  test("takes what is available, and nobody can say what it is made of", async () => {
    await pay(2000);

    await expect(stripe.payouts.create({ amount: 100, currency: "usd" })).rejects.toMatchObject({
      code: "balance_insufficient",
    });
  });

  test("can be called back until it is sent", async () => {
    const [event] = (await harness.trigger({ type: "payout.canceled" })).slice(-1);

    const payout = await stripe.payouts.retrieve(event?.object ?? "");
    expect(payout).toMatchObject({ automatic: false, status: "canceled" });
    await expect(stripe.balanceTransactions.list({ payout: payout.id })).rejects.toThrow(
      "automatic",
    );
    const { available } = await stripe.balance.retrieve();
    expect(available).toMatchObject([{ amount: 0, currency: "usd" }]);
  });
});

test("a refund that fails and a dispute that is won are on the balance again, without the fee", async () => {
  const [failing, disputed] = [await pay(2000), await pay(3000)];
  const refund = await stripe.refunds.create({ charge: failing });
  await harness.post(`/_local/refunds/${refund.id}/settle`, { outcome: "failed" });
  const { body } = await harness.post("/_local/disputes", { charge: disputed });
  const dispute = z.object({ id: z.string() }).parse(body);
  await harness.post(`/_local/disputes/${dispute.id}/close`, { outcome: "won" });

  const { data } = await stripe.balanceTransactions.list({ limit: 100 });

  expect(lines(data)).toEqual([
    "adjustment dispute_reversal 3000 - 0 = 3000",
    "adjustment dispute -3000 - 1500 = -4500",
    "refund_failure refund_failure 2000 - 0 = 2000",
    "refund refund -2000 - 0 = -2000",
    "charge charge 3000 - 117 = 2883",
    "charge charge 2000 - 88 = 1912",
  ]);
});
