import type Stripe from "stripe";
import type { ClockSubject } from "../clock.ts";
import type { EventType } from "../events/event.ts";
import type { ObjectStore } from "../store/object-store.ts";
import type { StripeObject } from "../store/stripe-objects.ts";

/** What an event carries: an object the account keeps, or one that is only told of. */
export type EventObject = StripeObject | { readonly id?: string; readonly object: string };

/**
 * One thing done to the account: an API request, a trigger, a step of a test clock. It is one transaction: when it throws,
 * nothing happened, except for an error made with `keepingEffects`. Its events are delivered once it has ended.
 */
export interface Operation {
  readonly objects: ObjectStore;
  /** Where the pages are that payers meet: `http://host:port`. */
  readonly pagesAt: string;
  /** How its events name their cause. */
  readonly request: Stripe.Event.Request;
  /** Seconds since 1970: by the test clock of the subject's customer if it has one, else by the wall clock. */
  now(subject?: ClockSubject): number;
  /** Makes an event of an object as it stands, dated by the object's clock. */
  emit(type: EventType, object: EventObject, previous?: object): void;
  /**
   * Saves an object's new state and, when something changed, emits the event with `previous_attributes`.
   * @returns `after`
   */
  change<T extends StripeObject>(type: EventType, before: T, after: T): T;
  /** Saves a new object and emits its event. @returns the object */
  add<T extends StripeObject>(type: EventType, object: T): T;
  /** Something that happens by itself once this has ended, as an operation of its own; its events name no request. */
  afterwards(work: (operation: Operation) => void): void;
  /** The same operation, its events naming no request: for what time, not a caller, caused. */
  automatically(): Operation;
  /** A fault asked for under /_local: the decline that this customer's next payment meets, used up by asking. */
  takeDecline(customer: string | null): string | undefined;
}
