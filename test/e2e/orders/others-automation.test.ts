/**
 * An org that lived before: triggers of its own that throw, refuse, meet locks, break limits and chain jobs, and a duplicate rule.
 * What they do to one record of a batch is that record's alone: every other event is applied, and each that is not says why.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openScaledOrg, type ScaledOrg } from "../../load/org-scale/scaled-org.ts";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { stripeEventRecord } from "../../../worker/relay/stripe-event-record.ts";

const NOW = Date.UTC(2026, 10, 2, 12);
const MINUTE_MS = 60_000;
/** Of one call. Source: REST API Developer Guide, sObject Collections. */
const A_CALL = 200;
const EVERY = 7;
/** Of every seventh of two hundred, from the first on. */
const SEVENTHS = 29;
const OPEN_MS = 120_000;

let scaled: ScaledOrg;

function open(): void {
  scaled = openScaledOrg(NOW, "test/fixtures/apex/others-automation");
}

// The first one compiles.
beforeAll(open, OPEN_MS);
beforeEach(open, OPEN_MS);

function event(type: string, object: { readonly id: string }, second = 0): AdmittedEvent {
  return {
    id: `evt_${type}_${object.id}_${second}`,
    type,
    objectId: object.id,
    lane: "standard",
    apiVersion: "2026-10-28.endive",
    livemode: false,
    account: null,
    createdAt: NOW / 1000 - 60 + second,
    receivedAt: NOW,
    correlationId: object.id,
    payload: JSON.stringify({ object: { livemode: false, ...object } }),
  };
}

const succeeded = (id: string): AdmittedEvent =>
  event("payment_intent.succeeded", {
    id,
    ...{ object: "payment_intent", customer: "cus_1", status: "succeeded", currency: "usd" },
    ...{ amount: 2000, amount_received: 2000, latest_charge: null, metadata: {} },
  });

const created = (id: string, email: string): AdmittedEvent =>
  event("customer.created", { id, ...{ object: "customer", email, name: `Name ${id}` } });

/** So many, of which each seventh is about an object that is called otherwise. */
function seventhsOf(word: string, count = A_CALL): AdmittedEvent[] {
  return Array.from({ length: count }, (_, index) =>
    succeeded(`pi_${index % EVERY === 0 ? word : "good"}_${index}`),
  );
}

function publish(events: readonly AdmittedEvent[]): void {
  scaled.call("POST", "/composite/sobjects", {
    allOrNone: false,
    records: events.map(stripeEventRecord),
  });
  scaled.org.settle();
}

function passMinutes(minutes: number): void {
  for (let minute = 0; minute < minutes; minute += 1) {
    scaled.time.now += MINUTE_MS;
    scaled.org.settle();
  }
}

function counted(soql: string, field: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of scaled.query(soql)) {
    const value = String(row[field]);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const statuses = (): Record<string, number> =>
  counted("SELECT Status__c FROM Stripe_Webhook_Event__c", "Status__c");

const payments = (): number => scaled.query("SELECT Id FROM Payment_Transaction__c").length;

const collected = (): unknown =>
  scaled.query("SELECT Collected__c FROM Stripe_Balance__c")[0]?.["Collected__c"]?.toString();

const reasons = (): readonly string[] => [
  ...new Set(
    scaled
      .query("SELECT Error__c FROM Stripe_Webhook_Event__c WHERE Status__c != 'Processed'")
      .map((row) => String(row["Error__c"])),
  ),
];

describe("a trigger of somebody else", () => {
  it("that throws at some rows leaves the other events alone", () => {
    publish(seventhsOf("unforeseen"));
    passMinutes(1);

    expect(statuses()).toEqual({ Processed: A_CALL - SEVENTHS, Failed: SEVENTHS });
    expect(payments()).toBe(A_CALL - SEVENTHS);
    expect(collected()).toBe("3420");
    expect(reasons()).toEqual([expect.stringContaining("System.NullPointerException")]);
  });

  it("that throws at one row of few takes no more than a handful of statements", () => {
    scaled.takeUsages();
    publish([...seventhsOf("good", 20), succeeded("pi_unforeseen")]);

    expect(statuses()).toEqual({ Processed: 20, Failed: 1 });
    const most = Math.max(...scaled.takeUsages().map(({ limits }) => limits.used("dmlStatements")));
    expect(most).toBeLessThan(40);
  });

  it("that refuses some rows leaves the other events alone", () => {
    publish(seventhsOf("refused"));

    expect(statuses()).toEqual({ Processed: A_CALL - SEVENTHS, Failed: SEVENTHS });
    expect(collected()).toBe("3420");
    expect(reasons()).toEqual([expect.stringContaining("Acme takes no such payment.")]);
  });

  it("that meets a lock has the event wait, which fails only when it meets one every time", () => {
    publish([succeeded("pi_held"), succeeded("pi_good")]);
    expect(statuses()).toEqual({ Processed: 1, Waiting: 1 });

    passMinutes(60);

    expect(statuses()).toEqual({ Processed: 1, Failed: 1 });
    expect(reasons()).toEqual([expect.stringContaining("UNABLE_TO_LOCK_ROW")]);
  });

  it("that never ends leaves its event waiting, though it is the first of many, and the others go through", () => {
    publish([succeeded("pi_endless"), ...seventhsOf("good", 60)]);
    expect(statuses()).toEqual({ Waiting: 61 });

    passMinutes(8);

    expect(statuses()).toEqual({ Processed: 60, Waiting: 1 });
    expect(collected()).toBe("1200");
    expect(reasons()).toEqual([expect.stringContaining("Too many SOQL queries")]);
  });

  it("that never ends at any row leaves each of them waiting with its reason", () => {
    publish(Array.from({ length: 12 }, (_, index) => succeeded(`pi_endless_${index}`)));

    passMinutes(8);

    expect(statuses()).toEqual({ Waiting: 12 });
    expect(reasons()).toEqual([expect.stringContaining("Applying it ended the transaction")]);
  });

  it("that throws at some contacts leaves the events of the others alone", () => {
    scaled.run(`List<Contact> people = new List<Contact>();
      for (Integer i = 0; i < 60; i++) {
        String title = Math.mod(i, 7) == 0 ? 'Unforeseen' : 'Foreseen';
        people.add(new Contact(LastName = 'P', Email = 'p' + i + '@acme.example', Title = title));
      }
      insert people;`);

    publish(
      Array.from({ length: 60 }, (_, index) => created(`cus_${index}`, `p${index}@acme.example`)),
    );
    passMinutes(1);

    expect(statuses()).toEqual({ Processed: 51, Failed: 9 });
    expect(
      counted("SELECT Title FROM Contact WHERE Stripe_Customer_ID__c != null", "Title"),
    ).toEqual({ Foreseen: 51 });
  });
});

describe("a trigger of somebody else that enqueues a job", () => {
  it("takes no place from the jobs that go on with what is left behind", () => {
    // Three slices of events that an earlier transaction left behind, each about a contact of Acme's chain.
    scaled.run(`List<Contact> people = new List<Contact>();
      for (Integer i = 0; i < 120; i++) {
        people.add(new Contact(LastName = 'P', Email = 'p' + i + '@acme.example', Title = 'Chained'));
      }
      insert people;`);
    publish([
      succeeded("pi_endless"),
      ...Array.from({ length: 120 }, (_, index) =>
        created(`cus_${index}`, `p${index}@acme.example`),
      ),
    ]);
    expect(statuses()).toEqual({ Waiting: 121 });

    passMinutes(10);

    expect(statuses()).toEqual({ Processed: 120, Waiting: 1 });
  });
});

it("a duplicate rule that only alerts people keeps no customer out, new or known", () => {
  const namesake = { object: "customer", email: "ada@acme.example", name: "Ada" };
  publish([created("cus_1", "ada@acme.example"), created("cus_3", "eve@acme.example")]);

  publish([
    created("cus_2", "ada@acme.example"),
    event("customer.updated", { id: "cus_3", ...namesake }, 1),
  ]);

  expect(statuses()).toEqual({ Processed: 4 });
  expect(counted("SELECT Email__c FROM Stripe_Customer__c", "Email__c")).toEqual({
    "ada@acme.example": 3,
  });
});
