/** Two hundred invoices of a hundred lines in one delivery: more than a transaction may hold in memory, so it applies what it can and leaves the rest to others. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { readEvent } from "../../../worker/webhook/admission.ts";
import { compiledProject, openInProcess, type InProcessOrg } from "./in-process-org.ts";

const RECORDED = path.resolve(
  import.meta.dirname,
  "../../fixtures/stripe/2026-10-28.endive/invoice.paid.json",
);
const INVOICES = 200;
const LINES = 100;
const LINE_CENTS = 150;

interface RecordedInvoice {
  readonly data: {
    readonly object: {
      readonly lines: { readonly data: readonly Readonly<Record<string, unknown>>[] };
    };
  };
}

function paid(number: number): AdmittedEvent {
  // The fixtures are typed by the tests of the Worker, which check every one of them.
  const event = JSON.parse(readFileSync(RECORDED, "utf8")) as RecordedInvoice;
  const [line] = event.data.object.lines.data;
  const total = LINES * LINE_CENTS;
  const object = {
    ...event.data.object,
    id: `in_long_${number}`,
    customer: `cus_long_${number}`,
    total,
    amount_due: total,
    amount_paid: total,
    amount_remaining: 0,
    lines: {
      object: "list",
      has_more: false,
      data: Array.from({ length: LINES }, (_, place) => ({
        ...line,
        id: `il_${String(number).padStart(12, "0")}${String(place).padStart(12, "0")}`,
        amount: LINE_CENTS,
      })),
    },
  };
  const reading = readEvent(
    { ...event, id: `evt_long_${number}`, data: { ...event.data, object } },
    { atMs: Date.now(), correlationId: "long" },
  );
  if (!reading.ok || reading.value.kind !== "wanted") throw new Error("Nobody waits for it.");
  return reading.value.event;
}

/** Customers nobody has heard of are read. */
function customers(): ReadonlyMap<string, unknown> {
  return new Map(
    Array.from({ length: INVOICES }, (_, number) => {
      const id = `cus_long_${number}`;
      return [
        `/v1/customers/${id}`,
        { id, object: "customer", created: 1, name: `Ada ${number}`, metadata: {} },
      ];
    }),
  );
}

let org: InProcessOrg;

beforeAll(() => {
  org = openInProcess(compiledProject(), customers());
  const events = Array.from({ length: INVOICES }, (_, number) => paid(number));
  const characters = events.reduce((sum, { payload }) => sum + payload.length, 0);
  // Bytes of heap a trigger has. Source: Apex Developer Guide, "Execution Governors and Limits".
  expect(characters).toBeGreaterThan(6_000_000);
  org.publish(events);
});

test("each is applied, none is lost, and nobody has to look", () => {
  const counted = org.query(
    "SELECT Status__c status, COUNT(Id) events FROM Stripe_Webhook_Event__c GROUP BY Status__c",
  );
  expect(counted).toEqual([expect.objectContaining({ status: "Processed", events: INVOICES })]);
  expect(org.query("SELECT Id FROM Stripe_Alert__c")).toEqual([]);
});

test("each says what it says alone", () => {
  const rows = org.query(
    "SELECT Total__c, Line_Items_JSON__c, Stripe_Customer__r.Stripe_Customer_ID__c FROM Stripe_Invoice__c WHERE Status__c = 'paid'",
  );
  expect(rows).toHaveLength(INVOICES);
  for (const row of rows) {
    expect(row["Total__c"]).toBe((LINES * LINE_CENTS) / 100);
    const lines = JSON.parse(String(row["Line_Items_JSON__c"])) as { amount?: number }[];
    expect(lines.filter(({ amount }) => amount === LINE_CENTS).length).toBeGreaterThan(40);
  }
  const balances = org.query("SELECT Collected__c, Billed__c FROM Stripe_Balance__c");
  expect(balances).toHaveLength(INVOICES);
  for (const each of balances) expect(each["Billed__c"]).toBe((LINES * LINE_CENTS) / 100);
});
