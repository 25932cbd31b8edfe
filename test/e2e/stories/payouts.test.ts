/**
 * A line of the bank statement is traced to its payments: what Stripe paid out in two currencies, with a refund and a dispute in it, and
 * once sent back by the bank. The report of finance is compared with what Stripe says and with a sum over the rows.
 */
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { idOf } from "../../../local/stripe/store/reference.ts";
import { connect } from "../../../scripts/trigger/records.ts";
import { allHasArrived } from "../sync/arrived.ts";
import { rows, untilTrue, type Fields } from "./records.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let payouts: readonly Stripe.Payout[];
let charges: Readonly<Record<"plain" | "refunded" | "disputed" | "euros" | "yen", string>>;

const MINOR_UNITS: Readonly<Record<string, number>> = { jpy: 1 };

beforeAll(async () => {
  stage = await openStage();
  const customer = await stage.stripe.customers.create({ email: "buyer@example.com", name: "Ada" });
  charges = {
    plain: await pay(customer, 10_000, "usd"),
    refunded: await pay(customer, 2000, "usd"),
    disputed: await pay(customer, 5000, "usd"),
    euros: await pay(customer, 3333, "eur"),
    yen: await pay(customer, 777, "jpy"),
  };
  await stage.stripe.refunds.create({ charge: charges.refunded, amount: 733 });
  await control("disputes", { charge: charges.disputed });
  const failed = await payOut({ currency: "eur", outcome: "failed" });
  const arrived = await payOut({});
  payouts = await Promise.all(
    [...failed, ...arrived].map((id) => stage.stripe.payouts.retrieve(id)),
  );
  await untilRead(payouts.length);
  await untilArrived();
}, 300_000);

afterAll(() => stage.close());

/** @returns the charge */
async function pay(
  { id: customer }: Stripe.Customer,
  amount: number,
  currency: string,
): Promise<string> {
  const intent = await stage.stripe.paymentIntents.create({
    amount,
    currency,
    customer,
    payment_method: "pm_card_visa",
    confirm: true,
  });
  return idOf(intent.latest_charge) ?? "";
}

const paidOut = z.object({ payouts: z.array(z.object({ id: z.string() })) });

/** @returns the payouts, one in each currency there is something of on the balance */
async function payOut(wish: object): Promise<readonly string[]> {
  return paidOut.parse(await control("payouts", wish)).payouts.map(({ id }) => id);
}

/** Waits until Salesforce knows what as many payouts are made of. */
async function untilRead(count: number): Promise<void> {
  await untilTrue(async () => {
    const read = await rows(
      stage.running.connection,
      "SELECT Id FROM Stripe_Payout__c WHERE Transactions_Read_At__c != NULL",
    );
    expect(read).toHaveLength(count);
  });
}

/** Waits until Salesforce has decided about every webhook that is not held back: a payout's may overtake those of its payments. */
async function untilArrived(): Promise<void> {
  await untilTrue(async () => {
    expect(await allHasArrived(stage.running)).toBe(true);
  });
}

async function control(path: string, body: object, method = "POST"): Promise<unknown> {
  const response = await fetch(`${stage.running.stack.state.urls.stripe}/_local/${path}`, {
    method,
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

/** @returns the run that compared payouts and what they are made of with Stripe, once it is done */
async function compared(): Promise<Fields> {
  const { connection } = stage.running;
  const { id } = await connection.sobject("Stripe_Sync_Run__c").create({
    Kind__c: "Range",
    Is_Dry__c: true,
    Types__c: "payouts",
    To__c: new Date(Date.now() + 1000).toISOString(),
  });
  let run: Fields | undefined;
  await untilTrue(async () => {
    [run] = await rows(
      connection,
      `SELECT Status__c, Listed__c, Different__c, Missing_Here__c FROM Stripe_Sync_Run__c WHERE Id = '${String(id)}'`,
    );
    expect(run).toMatchObject({ Status__c: expect.stringContaining("Done") as unknown });
  });
  return run ?? {};
}

it("is found equal by a run that compares", async () => {
  expect(await compared()).toMatchObject({
    Status__c: "Done",
    Different__c: 0,
    Missing_Here__c: 0,
    // Four payouts, and of each its transactions and itself.
    Listed__c: 4 + (1 + 1) + (1 + 1) + (1 + 1) + (5 + 1),
  });
});

describe("a payout that is read before the webhooks of its refund and its dispute come", () => {
  const HELD_BACK = [
    "charge.dispute.created",
    "charge.dispute.funds_withdrawn",
    "charge.refunded",
    "refund.created",
    "refund.updated",
  ];
  let refund: Stripe.Refund;
  let disputed: string;

  beforeAll(async () => {
    await control("deliveries/disturbance", { types: HELD_BACK, drop: {} }, "PUT");
    const customer = await stage.stripe.customers.create({
      email: "late@example.com",
      name: "Grace",
    });
    refund = await stage.stripe.refunds.create({ charge: await pay(customer, 4000, "usd") });
    disputed = await pay(customer, 6000, "usd");
    await pay(customer, 20_000, "usd");
    // Only what is held back is to be unknown when the payout is read.
    await untilArrived();
    await control("disputes", { charge: disputed });
    await payOut({});
    await untilRead(payouts.length + 1);
  }, 120_000);

  const parts = (): Promise<readonly Fields[]> =>
    rows(
      stage.running.connection,
      `SELECT Stripe_Refund__r.Stripe_Refund_ID__c, Stripe_Refund__r.Payment_Transaction__r.Amount_Refunded__c,
              Stripe_Dispute__r.Amount__c, Stripe_Dispute__r.Payment_Transaction__r.Stripe_Charge_ID__c
       FROM Stripe_Balance_Transaction__c
       WHERE Reporting_Category__c IN ('refund', 'dispute') AND Net__c IN (-40, -75) ORDER BY Net__c DESC`,
    );
  const whole = (): unknown[] => [
    {
      Stripe_Refund__r: {
        Stripe_Refund_ID__c: refund.id,
        Payment_Transaction__r: { Amount_Refunded__c: 40 },
      },
    },
    {
      Stripe_Dispute__r: {
        Amount__c: 60,
        Payment_Transaction__r: { Stripe_Charge_ID__c: disputed },
      },
    },
  ];

  it("has both among its parts", async () => {
    expect(await parts()).toMatchObject(whole());
  });

  it("is the same, and as Stripe says, once they came", async () => {
    await control("deliveries/disturbance", {}, "DELETE");
    const held = await stage.stripe.events.list({ types: HELD_BACK, limit: 100 });
    const late = held.data.filter(({ data: { object } }) =>
      isOf(object, [refund.charge, disputed]),
    );
    expect(late.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["refund.created", "charge.dispute.created"]),
    );
    for (const { id } of late) await control("deliver", { event: id });
    await untilTrue(async () => {
      const decided = await rows(
        stage.running.connection,
        `SELECT Event_Id__c FROM Stripe_Webhook_Event__c
         WHERE Event_Id__c IN (${late.map(({ id }) => `'${id}'`).join(", ")}) AND Status__c IN ('Processed', 'Stale', 'Duplicate')`,
      );
      expect(decided).toHaveLength(late.length);
    });

    expect(await parts()).toMatchObject(whole());
    expect(await compared()).toMatchObject({
      Status__c: "Done",
      Different__c: 0,
      Missing_Here__c: 0,
    });
  });
});

/** Whether it is one of the charges, or a refund or dispute of one. */
function isOf(object: Stripe.Event.Data.Object, wanted: readonly unknown[]): boolean {
  const { id, charge } = z.object({ id: z.string(), charge: z.string().optional() }).parse(object);
  return wanted.includes(charge ?? id);
}
