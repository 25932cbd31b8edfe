import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import type { ObjectStore } from "../store/object-store.ts";
import { idOf } from "../store/reference.ts";

/** A payment a completed session was still waiting for came to its end: the session says so. */
export function afterSessionIntent(operation: Operation, intent: Stripe.PaymentIntent): void {
  const session = sessionOf(operation.objects, intent);
  if (session?.status !== "complete" || session.payment_status !== "unpaid") return;
  if (intent.status === "succeeded") {
    const paid: Stripe.Checkout.Session = { ...session, payment_status: "paid" };
    operation.objects.save(paid);
    operation.emit("checkout.session.async_payment_succeeded", paid);
  } else if (intent.status === "requires_payment_method") {
    operation.emit("checkout.session.async_payment_failed", session);
  }
}

function sessionOf(
  objects: ObjectStore,
  { id }: Stripe.PaymentIntent,
): Stripe.Checkout.Session | undefined {
  const [direct] = objects.all("checkout.session", { payment_intent: id });
  if (direct !== undefined) return direct;
  const [payment] = objects.all("invoice_payment", { "payment.payment_intent": id });
  const invoice = idOf(payment?.invoice);
  return invoice === null ? undefined : objects.all("checkout.session", { invoice })[0];
}
