import { expect, it } from "vitest";
import { recordLines, supersededIds } from "./report.ts";

const event = (id: string, type: string, object: string) => ({
  id,
  type,
  object,
  payment_intent: null,
});

it("takes an older update of the bulk lane for coalesced once a newer one of the same object is there", () => {
  const events = [
    event("evt_1", "customer.updated", "cus_1"),
    event("evt_2", "customer.updated", "cus_1"),
    event("evt_3", "customer.updated", "cus_2"),
  ];

  expect(supersededIds(events, (id) => id === "evt_2")).toEqual(new Set(["evt_1"]));
  expect(supersededIds(events, (id) => id === "evt_1")).toEqual(new Set());
});

it("never takes an event of another lane for coalesced", () => {
  const events = [
    event("evt_1", "customer.subscription.updated", "sub_1"),
    event("evt_2", "customer.subscription.updated", "sub_1"),
  ];

  expect(supersededIds(events, (id) => id === "evt_2")).toEqual(new Set());
});

it("shows the first records of an object with what they say", () => {
  const records = Array.from({ length: 12 }, (_, index) => ({
    Name: `INV-${index}`,
    Status__c: index === 0 ? "paid" : null,
  }));

  const [line] = recordLines([{ object: "Stripe_Invoice__c", records }]);

  expect(line).toBe(
    "Stripe_Invoice__c: 12  INV-0 paid, INV-1, INV-2, INV-3, INV-4, INV-5, INV-6, INV-7, INV-8, INV-9, …",
  );
});
