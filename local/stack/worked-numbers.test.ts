/**
 * Worked numbers of finance from what the sync stores to what a report shows: the balances are added up and the customers scored by
 * their own batches, and the reports are run through jsforce's `conn.analytics`.
 */
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Connection } from "jsforce";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CACHE_FOLDER } from "../org/src/cache-folder.ts";
import { compileProject } from "../org/src/compile/compile-project.ts";
import { openLocalOrg } from "../org/src/open-local-org.ts";
import type { OrgRuntime } from "../org/src/org/org-runtime.ts";
import { ApexDatetime } from "../org/src/runtime/datetime.ts";
import { ApexDecimal } from "../org/src/runtime/decimal.ts";
import type { RowValues } from "../org/src/store/row.ts";
import { stripeEventRecord } from "../../worker/relay/stripe-event-record.ts";
import { readEvent } from "../../worker/webhook/admission.ts";
import { listening } from "./testing/served-api.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const CLIENT = { clientId: "finance", clientSecret: "finance" };
const DAY_MS = 86_400_000;

/** Attempts, failed ones, days overdue, months, MRR that stays and MRR that ends; `exhausted` in place of days: Stripe gave up. */
const HEALTH = {
  H1: { attempts: 24, failed: 0, overdue: 0, months: 14, stays: 100, ends: 0 },
  H2: { attempts: 12, failed: 4, overdue: 6, months: 8, stays: 100, ends: 0 },
  H3: { attempts: 10, failed: 5, overdue: "exhausted", months: 3, stays: 100, ends: 0 },
  H4: { attempts: 12, failed: 0, overdue: 0, months: 14, stays: 0, ends: 100 },
  H5: { attempts: 12, failed: 0, overdue: 0, months: 6, stays: 75, ends: 25 },
  H6: { attempts: 1, failed: 0, overdue: 0, months: 0, stays: 100, ends: 0 },
} as const;

let org: OrgRuntime;
let server: Server;
let connection: Connection;
let count = 0;

beforeAll(async () => {
  const project = compileProject({
    paths: [ROOT],
    cacheFolder: CACHE_FOLDER,
  });
  const opened = openLocalOrg(project, {
    clients: ({ administrator }) => [{ ...CLIENT, userId: administrator.id }],
  });
  ({ org } = opened);
  server = await listening(opened.api);
  // A server that listens on a TCP port has such an address.
  const { port } = server.address() as AddressInfo;
  connection = new Connection({
    instanceUrl: `http://127.0.0.1:${port}`,
    accessToken: opened.parts.sessions.issue(CLIENT.clientId, CLIENT.clientSecret)?.token ?? "",
    version: "66.0",
  });
  // All of force-app is compiled, on a machine that may be busy.
}, 300_000);

afterAll(() => {
  server.close();
  org.close();
});

const money = (amount: number): ApexDecimal => ApexDecimal.parse(String(amount));
const at = (days: number): ApexDatetime => new ApexDatetime(Date.now() + days * DAY_MS);

/** Puts a row past DML, as the sync would have left it. */
function keep(object: string, values: RowValues): string {
  count += 1;
  return org.keep(object, null, {
    Name: `Row ${count}`,
    OwnerId: org.administrator.id,
    CreatedDate: at(0),
    LastModifiedDate: at(0),
    SystemModstamp: at(0),
    ...values,
  });
}

async function runs(apex: string): Promise<void> {
  const result = await connection.tooling.executeAnonymous(apex);
  expect(result).toMatchObject({ compiled: true, success: true });
  org.settle();
}

interface Fact {
  readonly aggregates: readonly { readonly value: number | null }[];
  readonly rows?: readonly { readonly dataCells: readonly { readonly label: string }[] }[];
}
interface Result {
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly { readonly label: string }[] };
  readonly reportMetadata: {
    readonly aggregates: readonly string[];
    readonly detailColumns: readonly string[];
  };
}

async function ran(report: string): Promise<Result> {
  const { records } = await connection.query<{ readonly Id: string }>(
    `SELECT Id FROM Report WHERE DeveloperName = '${report}'`,
  );
  // jsforce's types know less of a cell's value than the API gives.
  return (await connection.analytics
    .report(records[0]?.Id ?? "")
    .execute({ details: true })) as unknown as Result;
}

test("four invoices, a refund and a lost dispute: billed 270, net 235, collected 150", async () => {
  const customer = keep("Stripe_Customer__c", { Stripe_Customer_ID__c: "cus_worked" });
  const invoice = (values: RowValues): string =>
    keep("Stripe_Invoice__c", {
      Stripe_Customer__c: customer,
      Stripe_Invoice_ID__c: `in_${count}`,
      Currency__c: "CAD",
      Amount_Remaining__c: money(0),
      ...values,
    });
  invoice({ Status__c: "paid", Total__c: money(120), Tax_Amount__c: money(20) });
  invoice({
    Status__c: "paid",
    Total__c: money(100),
    Credited_Pre__c: money(15),
    Paid_Outside__c: money(85),
  });
  invoice({ Status__c: "uncollectible", Total__c: money(50), Amount_Remaining__c: money(50) });
  invoice({ Status__c: "void", Total__c: money(70) });
  keep("Payment_Transaction__c", {
    Stripe_Customer__c: customer,
    Stripe_Payment_Intent_ID__c: "pi_worked",
    Currency__c: "CAD",
    Status__c: "succeeded",
    Amount__c: money(120),
    Amount_Refunded__c: money(30),
    Amount_Disputed__c: money(25),
  });

  await runs("StripeBalanceRecompute.run();");

  const { factMap, groupingsDown, reportMetadata } = await ran("Stripe_Customer_Balances");
  const group = groupingsDown.groupings.findIndex(({ label }) => label === "CAD");
  const shown = Object.fromEntries(
    reportMetadata.aggregates.map((name, index) => [
      name.replace(/^.*\./u, ""),
      factMap[`${group}!T`]?.aggregates[index]?.value,
    ]),
  );
  expect(shown).toMatchObject({
    Billed__c: 270,
    Tax__c: 20,
    Credited__c: 15,
    Net_Billed__c: 235,
    Written_Off__c: 50,
    Refunded__c: 30,
    Disputed__c: 25,
    Collected__c: 150,
    Outstanding__c: 0,
  });
});

test("H1 to H6 are scored by the weekly batch, and the report has them by risk", async () => {
  const today = new Date();
  for (const [name, life] of Object.entries(HEALTH)) {
    const customer = keep("Stripe_Customer__c", {
      Stripe_Customer_ID__c: `cus_${name}`,
      Customer_Name__c: name,
      Totals_Currency__c: "USD",
    });
    const started = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - life.months, 1);
    for (const [monthly, isEnding] of [
      [life.stays, false],
      [life.ends, true],
    ] as const)
      if (monthly > 0)
        keep("Stripe_Subscription__c", {
          Stripe_Customer__c: customer,
          Stripe_Subscription_ID__c: `sub_${count}`,
          Status__c: "active",
          Currency__c: "USD",
          Counts_As_MRR__c: true,
          MRR__c: money(monthly),
          Started_At__c: new ApexDatetime(started),
          Cancel_At_Period_End__c: isEnding,
          Is_Paused__c: false,
        });
    for (let attempt = 0; attempt < life.attempts; attempt += 1)
      keep("Payment_Attempt__c", {
        Stripe_Customer__c: customer,
        Stripe_Charge_ID__c: `ch_${count}`,
        Attempted_At__c: at(-attempt - 1),
        Outcome__c: attempt < life.failed ? "failed" : "succeeded",
      });
    if (life.overdue !== 0)
      keep("Stripe_Invoice__c", {
        Stripe_Customer__c: customer,
        Stripe_Invoice_ID__c: `in_${count}`,
        Currency__c: "USD",
        Status__c: "open",
        Total__c: money(20),
        Amount_Remaining__c: money(20),
        ...(life.overdue === "exhausted"
          ? { Dunning_Status__c: "exhausted" }
          : { Dunning_Status__c: "trying", Overdue_Since__c: at(-life.overdue) }),
      });
  }

  await runs("StripeHealthScoreBatch.run();");

  const { factMap, reportMetadata } = await ran("Stripe_Customers_By_Health");
  const column = (name: string): number =>
    reportMetadata.detailColumns.indexOf(`Stripe_Customer__c.${name}`);
  const scores = Object.values(factMap)
    .flatMap(({ rows }) => rows ?? [])
    .map(({ dataCells }) => [
      dataCells[column("Customer_Name__c")]?.label,
      Number(dataCells[column("Health_Score__c")]?.label),
    ]);
  expect(Object.fromEntries(scores)).toEqual({ H1: 100, H2: 75, H3: 25, H4: 40, H5: 90, H6: 90 });
  const risks = await connection.query<{ Customer_Name__c: string; Churn_Risk__c: string }>(
    "SELECT Customer_Name__c, Churn_Risk__c FROM Stripe_Customer__c WHERE Churn_Risk__c != NULL ORDER BY Customer_Name__c",
  );
  expect(risks.records.map(({ Churn_Risk__c }) => Churn_Risk__c)).toEqual([
    "Low",
    "Medium",
    "High",
    "High",
    "Low",
    "Low",
  ]);
});

/** An event of an invoice, as Stripe sends it: the recorded one with what is said here. */
function ofInvoice(type: string, daysAgo: number, said: Readonly<Record<string, unknown>>): object {
  const recorded = path.join(ROOT, "test/fixtures/stripe/2026-10-28.endive", `${type}.json`);
  // The tests of the Worker check every recorded event.
  const event = JSON.parse(readFileSync(recorded, "utf8")) as {
    readonly data: { readonly object: Readonly<Record<string, unknown>> };
  };
  count += 1;
  const json = {
    ...event,
    id: `evt_worked_${count}`,
    created: secondsAgo(daysAgo),
    data: {
      object: {
        ...event.data.object,
        customer: "cus_recovered",
        parent: null,
        currency: "usd",
        total_taxes: [],
        total_discount_amounts: [],
        ...said,
      },
    },
  };
  const read = readEvent(json, { atMs: Date.now(), correlationId: "worked" });
  if (!read.ok || read.value.kind !== "wanted") throw new Error(`${type} is not wanted`);
  return stripeEventRecord(read.value.event);
}

const secondsAgo = (days: number): number => Math.floor(Date.now() / 1000) - days * 86_400;

test("310 failed 40 days ago; 80 are paid after 3 days and 160 after 22, which events alone tell: 77.42 %", async () => {
  keep("Stripe_Customer__c", { Stripe_Customer_ID__c: "cus_recovered" });
  const FAILED = 40;
  const invoice = (
    id: string,
    amount: number,
    status: string,
    paidAt: number | null,
  ): Readonly<Record<string, unknown>> => ({
    id,
    number: id,
    status,
    attempted: true,
    attempt_count: paidAt === null ? 1 : 2,
    next_payment_attempt: status === "open" ? secondsAgo(FAILED - 3) : null,
    subtotal: amount,
    total: amount,
    total_excluding_tax: amount,
    amount_due: amount,
    amount_paid: paidAt === null ? 0 : amount,
    amount_remaining: paidAt === null ? amount : 0,
    status_transitions: {
      finalized_at: secondsAgo(FAILED),
      marked_uncollectible_at: status === "uncollectible" ? secondsAgo(10) : null,
      paid_at: paidAt,
      voided_at: null,
    },
  });
  const owed = { in_160: 16_000, in_80: 8000, in_50: 5000, in_20: 2000 };
  const failures = Object.entries(owed).map(([id, amount]) =>
    ofInvoice("invoice.payment_failed", FAILED, invoice(id, amount, "open", null)),
  );
  const after = (days: number, id: string, amount: number): object =>
    ofInvoice(
      "invoice.paid",
      FAILED - days,
      invoice(id, amount, "paid", secondsAgo(FAILED - days)),
    );
  const ends = [
    after(22, "in_160", owed.in_160),
    after(3, "in_80", owed.in_80),
    ofInvoice(
      "invoice.marked_uncollectible",
      10,
      invoice("in_50", owed.in_50, "uncollectible", null),
    ),
  ];
  for (const records of [failures, ends]) {
    await connection.requestPost("/services/data/v66.0/composite/sobjects", {
      allOrNone: false,
      records,
    });
    org.settle();
  }

  const { records } = await connection.query<{ readonly Stripe_Invoice_ID__c: string }>(
    "SELECT Stripe_Invoice_ID__c, First_Failed_At__c, Recovered_At__c, Paid_At__c FROM Stripe_Invoice__c WHERE Stripe_Customer__r.Stripe_Customer_ID__c = 'cus_recovered' AND Recovered_At__c != NULL ORDER BY Stripe_Invoice_ID__c",
  );
  expect(records.map(({ Stripe_Invoice_ID__c }) => Stripe_Invoice_ID__c)).toEqual([
    "in_160",
    "in_80",
  ]);
  const { factMap, groupingsDown } = await ran("Stripe_Recovery");
  const usd = groupingsDown.groupings.findIndex(({ label }) => label === "USD");
  expect(factMap[`${usd}!T`]?.aggregates).toMatchObject([
    { value: 310 },
    { value: 240 },
    { label: "77.42%" },
    { value: 4 },
  ]);
});
