import type { Operation } from "../api/operation.ts";
import { confirmIntent, createIntent } from "../payment_intents/confirm.ts";
import { idOf } from "../store/reference.ts";
import type { Collected, Paying } from "./complete.ts";

/** Payment mode: one PaymentIntent, tried until it is paid. */
export function payOnce(operation: Operation, paying: Paying): Collected {
  const { session, unseen, customer, method, authentication } = paying;
  if (session.amount_total === 0) return { outcome: "complete", filled: {} };
  const held = operation.objects.find("payment_intent", idOf(session.payment_intent) ?? "");
  const intent =
    held ??
    createIntent(operation, {
      amount: session.amount_total ?? 0,
      currency: session.currency ?? "usd",
      customer: customer?.id ?? null,
      description: unseen.description,
      metadata: unseen.metadata,
      captureMethod: unseen.captureMethod,
      setupFutureUsage: unseen.setupFutureUsage,
      receiptEmail: unseen.receiptEmail,
    });
  const confirmed = confirmIntent(operation, intent, method, {
    offSession: false,
    ...authentication,
  });
  const filled = { payment_intent: intent.id };
  switch (confirmed.outcome) {
    case "declined":
      return { outcome: "declined", filled, error: confirmed.error };
    case "succeeded":
      return { outcome: "complete", filled: { ...filled, payment_status: "paid" } };
    case "processing":
    case "requires_action":
    case "requires_capture":
      return { outcome: "complete", filled };
  }
}
