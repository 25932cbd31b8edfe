/**
 * A line of the bank statement is traced to its payments: what Stripe paid out in two currencies, with a refund and a dispute in it, and
 * once sent back by the bank. The report of finance is compared with what Stripe says and with a sum over the rows.
 */
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { idOf } from "../../../local/stripe/store/reference.ts";
import { connect } from "../../../scripts/trigger/records.ts";
import { rows, untilTrue } from "./records.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let payouts: readonly Stripe.Payout[];
let charges: Readonly<Record<"plain" | "refunded" | "disputed" | "euros" | "yen", string>>;

const MINOR_UNITS: Readonly<Record<string, number>> = { jpy: 1 };

beforeAll(async () => {
  stage = await openStage();
  const customer = await stage.stripe.customers.create({ email: "buyer@example.com", name: "Ada" });
  const pay = async (amount: number, currency: string): Promise<string> => {
    const intent = await stage.stripe.paymentIntents.create({
      amount,
      currency,
      customer: customer.id,
      payment_method: "pm_card_visa",
      confirm: true,
    });
    return idOf(intent.latest_charge) ?? "";
  };
  charges = {
    plain: await pay(10_000, "usd"),
    refunded: await pay(2000, "usd"),
    disputed: await pay(5000, "usd"),
    euros: await pay(3333, "eur"),
    yen: await pay(777, "jpy"),
  };
  await stage.stripe.refunds.create({ charge: charges.refunded, amount: 733 });
  await control("disputes", { charge: charges.disputed });
  const failed = await control("payouts", { currency: "eur", outcome: "failed" });
  const arrived = await control("payouts", {});
  const ids = z.object({ payouts: z.array(z.object({ id: z.string() })) });
  payouts = await Promise.all(
    [failed, arrived]
      .flatMap((answer) => ids.parse(answer).payouts)
      .map(({ id }) => stage.stripe.payouts.retrieve(id)),
  );
  await untilTrue(async () => {
    const read = await rows(
      stage.running.connection,
      "SELECT Id FROM Stripe_Payout__c WHERE Transactions_Read_At__c != NULL",
    );
    expect(read).toHaveLength(payouts.length);
  });
}, 300_000);

afterAll(() => stage.close());

async function control(path: string, body: object): Promise<unknown> {
  const response = await fetch(`${stage.running.stack.state.urls.stripe}/_local/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
}

function amountOf({ amount, currency }: Stripe.Payout): number {
  return amount / (MINOR_UNITS[currency] ?? 100);
}

describe("what Stripe paid out", () => {
  it("is a payout in each currency, and one more that came back", () => {
    expect(payouts.map(({ currency, status }) => `${currency} ${status}`)).toEqual([
      "eur failed",
      "eur paid",
      "jpy paid",
      "usd paid",
    ]);
  });

  it("is explained to the cent by what each payout is made of", async () => {
    const stored = await rows(
      stage.running.connection,
      "SELECT Stripe_Payout_ID__c, Amount__c, Transactions_Total__c, Unexplained__c, Status__c FROM Stripe_Payout__c",
    );

    expect(new Map(stored.map((row) => [row["Stripe_Payout_ID__c"], row]))).toEqual(
      new Map(
        payouts.map((payout) => [
          payout.id,
          expect.objectContaining({
            Amount__c: amountOf(payout),
            Transactions_Total__c: amountOf(payout),
            Unexplained__c: 0,
            Status__c: payout.status,
          }) as unknown,
        ]),
      ),
    );
  });

  it("leads from a payment to its payout, with the fee Stripe says", async () => {
    for (const charge of Object.values(charges)) {
      const { balance_transaction: said } = await stage.stripe.charges.retrieve(charge, {
        expand: ["balance_transaction"],
      });
      if (typeof said !== "object" || said === null) throw new Error("It was expanded.");
      const units = MINOR_UNITS[said.currency] ?? 100;
      const [payment] = await rows(
        stage.running.connection,
        `SELECT Fee__c, Net__c, Settlement_Currency__c, Stripe_Payout__r.Status__c FROM Payment_Transaction__c WHERE Stripe_Charge_ID__c = '${charge}'`,
      );
      expect(payment).toMatchObject({
        Fee__c: said.fee / units,
        Net__c: said.net / units,
        Settlement_Currency__c: said.currency.toUpperCase(),
        // Who was paid out in euros was so first by the payout that came back.
        Stripe_Payout__r: { Status__c: charge === charges.euros ? "failed" : "paid" },
      });
    }
  });

  it("has the refund, the dispute and the payout that came back among its parts", async () => {
    const parts = await rows(
      stage.running.connection,
      `SELECT Reporting_Category__c, Net__c, Stripe_Refund__c, Stripe_Dispute__c, Source_Payout__c
       FROM Stripe_Balance_Transaction__c
       WHERE Stripe_Payout__c != NULL AND Reporting_Category__c != 'charge' ORDER BY Net__c`,
    );

    const some = expect.any(String) as unknown;
    expect(parts).toMatchObject([
      { Reporting_Category__c: "dispute", Net__c: -65, Stripe_Dispute__c: some },
      { Reporting_Category__c: "refund", Net__c: -7.33, Stripe_Refund__c: some },
      { Reporting_Category__c: "payout_reversal", Source_Payout__c: some },
    ]);
  });
});

const report = z.object({
  groupingsDown: z.object({
    groupings: z.array(
      z.object({ groupings: z.array(z.object({ label: z.string(), key: z.string() })) }),
    ),
  }),
  reportMetadata: z.object({ aggregates: z.array(z.string()) }),
  factMap: z.record(
    z.string(),
    z.object({ aggregates: z.array(z.object({ value: z.number().nullable() })) }),
  ),
});

it("is what finance's report adds up to, payout by payout", async () => {
  const { state, credentials } = stage.running.stack;
  const finance = await connect(state.urls.org, credentials.finance);
  const [found] = await rows(
    finance,
    "SELECT Id FROM Report WHERE DeveloperName = 'Stripe_Payouts'",
  );

  const shown = report.parse(
    await finance.analytics.report(String(found?.["Id"])).execute({ details: true }),
  );

  const net = shown.reportMetadata.aggregates.findIndex((name) => name.endsWith("$Net__c"));
  const totals = shown.groupingsDown.groupings.flatMap(({ groupings }) =>
    groupings.map(({ label, key }) => [label, shown.factMap[`${key}!T`]?.aggregates[net]?.value]),
  );
  expect(new Map(totals as [string, number][])).toEqual(
    new Map(payouts.map((payout) => [payout.id, amountOf(payout)])),
  );
});

it("is found equal by a run that compares", async () => {
  const { connection } = stage.running;
  const { id } = await connection.sobject("Stripe_Sync_Run__c").create({
    Kind__c: "Range",
    Is_Dry__c: true,
    Types__c: "payouts",
    To__c: new Date(Date.now() + 1000).toISOString(),
  });

  await untilTrue(async () => {
    const [run] = await rows(
      connection,
      `SELECT Status__c, Listed__c, Different__c, Missing_Here__c FROM Stripe_Sync_Run__c WHERE Id = '${String(id)}'`,
    );
    // Four payouts, and of each its transactions and itself.
    expect(run).toMatchObject({ Status__c: "Done", Different__c: 0, Missing_Here__c: 0 });
    expect(run?.["Listed__c"]).toBe(4 + (1 + 1) + (1 + 1) + (1 + 1) + (5 + 1));
  });
});
