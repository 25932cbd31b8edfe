/**
 * What gathers during an outage comes in batches of two hundred, about customers with years behind them: nothing of it is
 * lost, whatever limit a transaction meets.
 */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { CompiledProject } from "../../../local/org/src/compile/compile-project.ts";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { compiledProject, openInProcess, type InProcessOrg } from "./in-process-org.ts";

const NOW = Date.UTC(2026, 10, 2, 12);
const MINUTES = 60_000;
const CUSTOMERS = 300;
/** More than a transaction may read: adding up what is stored would end it. */
const OLD_INVOICES = 60_000;
/** Most rows one transaction may write. */
const A_TRANSACTION = 10_000;

let project: CompiledProject;
let org: InProcessOrg;

beforeAll(() => {
  project = compiledProject("test/fixtures/apex/planted-limit");
});

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  org = openInProcess(project, new Map());
});

afterEach(() => {
  vi.useRealTimers();
});

function event(id: string, type: string, object: Record<string, unknown>): AdmittedEvent {
  return {
    id,
    type,
    objectId: String(object["id"]),
    lane: "standard",
    apiVersion: "2026-10-28.endive",
    livemode: false,
    account: null,
    createdAt: NOW / 1000 - 20,
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
    total: 2000,
    amount_due: 2000,
    amount_paid: 0,
    amount_remaining: 2000,
    subtotal: 2000,
    livemode: false,
  });
}

function warning(name: string): AdmittedEvent {
  return event(`evt_${name}`, "radar.early_fraud_warning.created", { id: `issfr_${name}` });
}

function withHistory(): void {
  org.execute(`
    List<Stripe_Customer__c> customers = new List<Stripe_Customer__c>();
    for (Integer i = 0; i < ${CUSTOMERS}; i++) customers.add(new Stripe_Customer__c(Stripe_Customer_ID__c = 'cus_' + i));
    insert customers;`);
  for (let from = 0; from < OLD_INVOICES; from += A_TRANSACTION)
    org.execute(`
      Id customerId = [SELECT Id FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = 'cus_0'].Id;
      List<Stripe_Invoice__c> invoices = new List<Stripe_Invoice__c>();
      for (Integer i = ${from}; i < ${from + A_TRANSACTION}; i++) invoices.add(new Stripe_Invoice__c(
        Stripe_Invoice_ID__c = 'in_old_' + i, Stripe_Customer__c = customerId, Status__c = 'paid', Currency__c = 'USD', Total__c = 1));
      insert invoices;`);
}

function statuses(): Record<string, unknown> {
  const rows = org.query(
    "SELECT Status__c status, COUNT(Id) events FROM Stripe_Webhook_Event__c GROUP BY Status__c",
  );
  return Object.fromEntries(rows.map((row) => [String(row["status"]), row["events"]]));
}

describe("after an outage", () => {
  it("every event is applied, however many invoices a customer has", () => {
    withHistory();

    org.publish(Array.from({ length: CUSTOMERS }, (_, index) => finalized(index)));

    expect(statuses()).toEqual({ Processed: CUSTOMERS });
    const [balance] = org.query(
      "SELECT SUM(Billed__c) billed, COUNT(Id) balances FROM Stripe_Balance__c",
    );
    expect(balance).toMatchObject({ billed: CUSTOMERS * 20, balances: CUSTOMERS });
  }, 300_000);

  it("an event that breaks a limit waits and is told, and the others are applied within minutes", () => {
    const others = Array.from({ length: 199 }, (_, index) => finalized(index));
    org.publish([...others.slice(0, 77), warning("planted"), ...others.slice(77)]);
    expect(statuses()).toEqual({ Waiting: 200 });

    for (let minute = 0; minute < 8; minute += 1) {
      vi.setSystemTime(Date.now() + MINUTES);
      org.runDueJobs();
    }

    expect(statuses()).toEqual({ Processed: 199, Waiting: 1 });
    const [left] = org.query(
      "SELECT Event_Id__c, Error__c FROM Stripe_Webhook_Event__c WHERE Status__c = 'Waiting'",
    );
    expect(left).toMatchObject({
      Event_Id__c: "evt_planted",
      Error__c: expect.stringContaining("Too many SOQL queries") as string,
    });
    const alerts = org.query("SELECT Kind__c FROM Stripe_Alert__c");
    const kinds = alerts.map((alert) => alert["Kind__c"]);
    expect(new Set(kinds)).toEqual(new Set(["events_taken_up", "sync_failed"]));
  }, 120_000);

  it("an event that breaks no limit by itself is applied with a handler of an admin's own", () => {
    org.publish([warning("harmless")]);

    expect(statuses()).toEqual({ Processed: 1 });
  });
});
