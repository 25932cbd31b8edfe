import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { finalizeAndCollect } from "../billing/bill-now.ts";
import { collect } from "../billing/collect.ts";
import { subscriptionOf } from "../invoices/invoice.ts";
import { upcomingInvoice } from "../invoices/preview.ts";
import { endAsAsked, expireIncomplete, renew } from "../subscriptions/renew.ts";
import { changeSubscription } from "../subscriptions/save.ts";
import { withStatus } from "../subscriptions/subscription.ts";
import type { Due } from "./due.ts";
import { dueIn, isTraceless } from "./due.ts";

/** Lets everything under a clock happen up to a moment, each thing at its own time. */
export function passTime(operation: Operation, clock: string, until: number): void {
  const { objects } = operation;
  const { frozen_time: after } = objects.get("test_helpers.test_clock", clock);
  const told = new Set<string>();
  for (let now = after; ;) {
    const due = dueIn(livingUnder(operation, clock), { after, until }).find(
      (each) => !told.has(nameOf(each)),
    );
    if (due === undefined) break;
    if (isTraceless(due)) told.add(nameOf(due));
    now = Math.max(due.at, now);
    setTime(operation, clock, now);
    happen(operation, due);
  }
  setTime(operation, clock, until);
}

function nameOf(due: Due): string {
  return `${due.what} ${"invoice" in due ? due.invoice : due.subscription} ${due.at}`;
}

function setTime({ objects }: Operation, clock: string, time: number): void {
  objects.save({ ...objects.get("test_helpers.test_clock", clock), frozen_time: time });
}

export function livingUnder(
  { objects }: Operation,
  clock: string,
): { subscriptions: Stripe.Subscription[]; invoices: Stripe.Invoice[] } {
  return {
    subscriptions: objects.all("subscription", { test_clock: clock }).reverse(),
    invoices: objects.all("invoice", { test_clock: clock, auto_advance: true }).reverse(),
  };
}

function happen(operation: Operation, due: Due): void {
  const { objects } = operation;
  switch (due.what) {
    case "finalize":
      finalizeAndCollect(operation, objects.get("invoice", due.invoice), true);
      return;
    case "collect":
      collect(operation, objects.get("invoice", due.invoice), { automatic: true });
      return;
    case "overdue":
      becomeOverdue(operation, objects.get("invoice", due.invoice));
      return;
    case "notify_renewal":
      operation.emit(
        "invoice.upcoming",
        upcomingInvoice(operation, objects.get("subscription", due.subscription)),
      );
      return;
    case "notify_trial_end":
      operation.emit(
        "customer.subscription.trial_will_end",
        objects.get("subscription", due.subscription),
      );
      return;
    case "expire":
      expireIncomplete(operation, objects.get("subscription", due.subscription));
      return;
    case "cancel":
      endAsAsked(operation, objects.get("subscription", due.subscription));
      return;
    case "renew":
      renew(operation, objects.get("subscription", due.subscription));
      return;
    case "resume_collection": {
      const paused = objects.get("subscription", due.subscription);
      changeSubscription(operation, paused, { ...paused, pause_collection: null });
    }
  }
}

/** A sent invoice was not paid by its due date. */
function becomeOverdue(operation: Operation, invoice: Stripe.Invoice): void {
  operation.emit("invoice.overdue", invoice);
  const subscription = operation.objects.find("subscription", subscriptionOf(invoice) ?? "");
  if (subscription?.status !== "active") return;
  changeSubscription(operation, subscription, withStatus(subscription, "past_due"));
}
