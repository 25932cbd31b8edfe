/**
 * What gathers during an outage comes in batches of two hundred, about customers with years behind them: nothing of it is lost, no
 * transaction reads their years, and the totals are right. `OUTAGE_INVOICES=600` gives every customer that many.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { openScaledOrg, type ScaledOrg } from "../../load/org-scale/scaled-org.ts";
import { z } from "zod";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { stripeEventRecord } from "../../../worker/relay/stripe-event-record.ts";
import { invoicesOf, liveYears, type YearsBehind } from "./years-behind.ts";

const NOW = Date.UTC(2026, 10, 2, 12);
const MINUTE_MS = 60_000;
const OUTAGE_SECONDS = 20;
/** Longer than what was left behind waits to be taken up. */
const MINUTES = 8;
const YEARS: YearsBehind = {
  customers: 300,
  invoices: Number(process.env["OUTAGE_INVOICES"] ?? 10),
  // More than a transaction may read: adding up what is stored would end it.
  invoicesOfFirst: 60_000,
};
const MOST_ROWS_READ = 2000;
/** Of one call. Source: REST API Developer Guide, sObject Collections. */
const A_CALL = 200;
const DOLLARS = 20;

let scaled: ScaledOrg;

beforeEach(() => {
  scaled = openScaledOrg(NOW, "test/fixtures/apex/planted-limit");
}, 120_000);

function event(id: string, type: string, object: Record<string, unknown>): AdmittedEvent {
  return {
    id,
    type,
    objectId: String(object["id"]),
    lane: "standard",
    apiVersion: "2026-10-28.endive",
    livemode: false,
    account: null,
    createdAt: NOW / 1000 - OUTAGE_SECONDS,
    receivedAt: NOW,
    correlationId: id,
    payload: JSON.stringify({ object }),
  };
}

function finalized(index: number): AdmittedEvent {
  return event(`evt_${index}`, "invoice.finalized", {
    id: `in_${index}`,
    object: "invoice",
    customer: `cus_${index}`,
    status: "open",
    currency: "usd",
    total: DOLLARS * 100,
    amount_due: DOLLARS * 100,
    amount_paid: 0,
    amount_remaining: DOLLARS * 100,
    subtotal: DOLLARS * 100,
    livemode: false,
  });
}

/** One of each customer. */
function gathered(): AdmittedEvent[] {
  return Array.from({ length: YEARS.customers }, (_, index) => finalized(index));
}

function warning(name: string): AdmittedEvent {
  return event(`evt_${name}`, "radar.early_fraud_warning.created", { id: `issfr_${name}` });
}

function publish(events: readonly AdmittedEvent[]): void {
  for (let start = 0; start < events.length; start += A_CALL) {
    const records = events.slice(start, start + A_CALL).map(stripeEventRecord);
    scaled.call("POST", "/composite/sobjects", { allOrNone: false, records });
  }
  scaled.org.settle();
}

function passMinutes(): void {
  for (let minute = 0; minute < MINUTES; minute += 1) {
    scaled.time.now += MINUTE_MS;
    scaled.org.settle();
  }
}

function statuses(): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { Status__c: status } of scaled.query("SELECT Status__c FROM Stripe_Webhook_Event__c"))
    counted[String(status)] = (counted[String(status)] ?? 0) + 1;
  return counted;
}

const balancesFound = z.object({
  records: z.array(
    z.object({
      Billed__c: z.number(),
      Outstanding__c: z.number(),
      Stripe_Customer__r: z.object({
        Stripe_Customer_ID__c: z.string(),
        Total_Revenue__c: z.number(),
      }),
    }),
  ),
});

/** Customers whose balance, or what they show of it, is not what they were billed. */
function wrongTotals(): string[] {
  const soql =
    "SELECT Billed__c, Outstanding__c, Stripe_Customer__r.Stripe_Customer_ID__c, Stripe_Customer__r.Total_Revenue__c FROM Stripe_Balance__c";
  const { records } = balancesFound.parse(
    scaled.call("GET", `/query?q=${encodeURIComponent(soql)}`),
  );
  expect(records).toHaveLength(YEARS.customers);
  return records.flatMap(({ Billed__c, Outstanding__c, Stripe_Customer__r: customer }) => {
    const id = customer.Stripe_Customer_ID__c;
    const billed = invoicesOf(YEARS, Number(id.replace("cus_", ""))) + DOLLARS;
    const found = [Billed__c, customer.Total_Revenue__c, Outstanding__c].join();
    return found === [billed, billed, DOLLARS].join() ? [] : [`${id}: ${found}`];
  });
}

function mostRowsRead(): number {
  const usages = scaled.takeUsages();
  return Math.max(...usages.map(({ limits }) => limits.used("queryRows")));
}

describe("after an outage", () => {
  beforeEach(() => {
    liveYears(scaled, YEARS);
    scaled.takeUsages();
  }, 600_000);

  it("every event is applied, reads none of the years, and leaves the totals right", () => {
    publish(gathered());

    expect(statuses()).toEqual({ Processed: YEARS.customers });
    expect(mostRowsRead()).toBeLessThanOrEqual(MOST_ROWS_READ);
    expect(wrongTotals()).toEqual([]);
  }, 300_000);

  it("an event that breaks a limit waits and is told, and the others are applied within minutes", () => {
    const others = gathered();
    publish([...others.slice(0, 77), warning("planted"), ...others.slice(77)]);
    expect(statuses()["Waiting"]).toBeGreaterThan(100);

    passMinutes();

    expect(statuses()).toEqual({ Processed: YEARS.customers, Waiting: 1 });
    expect(wrongTotals()).toEqual([]);
    const [left] = scaled.query(
      "SELECT Event_Id__c, Error__c FROM Stripe_Webhook_Event__c WHERE Status__c = 'Waiting'",
    );
    expect(left).toMatchObject({
      Event_Id__c: "evt_planted",
      Error__c: expect.stringContaining("Too many SOQL queries") as string,
    });
    const kinds = scaled
      .query("SELECT Kind__c FROM Stripe_Alert__c")
      .map((alert) => alert["Kind__c"]);
    expect(new Set(kinds)).toEqual(new Set(["events_taken_up", "sync_failed"]));
  }, 300_000);
});

it("an event that breaks no limit by itself is applied with a handler of an admin's own", () => {
  publish([warning("harmless")]);

  expect(statuses()).toEqual({ Processed: 1 });
});
