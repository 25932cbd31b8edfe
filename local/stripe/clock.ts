import type { ObjectStore } from "./store/object-store.ts";
import { idOf } from "./store/reference.ts";

type Reference = string | { readonly id: string } | null;

/** What can stand under a test clock: a customer, and whatever belongs to one, itself or through its invoice or its payment. */
export interface ClockSubject {
  readonly object?: string;
  readonly test_clock?: Reference;
  readonly customer?: Reference;
  readonly invoice?: Reference;
  readonly payment_intent?: Reference;
  readonly charge?: Reference;
}

/**
 * The test clock a customer, or an object of a customer, lives by.
 * @returns its id, or null for the wall clock
 */
function testClockOf(objects: ObjectStore, subject: ClockSubject): string | null {
  const clock = idOf(subject.test_clock);
  if (clock !== null) return clock;
  const customer = idOf(subject.customer);
  if (customer !== null) return idOf(objects.find("customer", customer)?.test_clock);
  const owner =
    ownerOf(objects, "invoice", subject.invoice) ??
    ownerOf(objects, "payment_intent", subject.payment_intent) ??
    ownerOf(objects, "charge", subject.charge);
  return owner === undefined ? null : testClockOf(objects, owner);
}

/** An invoice payment, a refund and a dispute name no customer; what they are about does. */
function ownerOf(
  objects: ObjectStore,
  kind: "invoice" | "payment_intent" | "charge",
  reference: Reference | undefined,
): ClockSubject | undefined {
  const id = idOf(reference);
  return id === null ? undefined : objects.find(kind, id);
}

/** Seconds since 1970 where a subject lives: its test clock's time, or the wall clock's. */
export function timeOf(objects: ObjectStore, subject: ClockSubject, wallMs: number): number {
  const clock = testClockOf(objects, subject);
  const frozen =
    clock === null ? undefined : objects.find("test_helpers.test_clock", clock)?.frozen_time;
  return frozen ?? Math.floor(wallMs / 1000);
}
