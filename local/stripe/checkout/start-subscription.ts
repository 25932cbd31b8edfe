import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import type { StripeApiError } from "../api/stripe-error.ts";
import { afterIntent } from "../billing/after-intent.ts";
import { openPayment } from "../invoice_payments/open-payment.ts";
import { confirmIntent, createIntent, declineIntent } from "../payment_intents/confirm.ts";
import type { Decline } from "../payment_methods/decline.ts";
import { declineOf } from "../payment_methods/decline.ts";
import { testCardOf } from "../payment_methods/test-card.ts";
import { attach, cardError } from "../payment_methods/use-payment-method.ts";
import type { SubscribeRequest } from "../subscriptions/subscribe.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import type { Collected, Paying } from "./complete.ts";
import type { UnseenOfSession } from "./parameters.ts";

const DAY = 24 * 60 * 60;

/**
 * Subscription mode: saves the card and starts the subscription with it. A card that is declined starts nothing, and leaves the
 * failed attempt of a PaymentIntent that names no invoice yet.
 * @see https://docs.stripe.com/changelog/basil/2025-03-31/checkout-legacy-subscription-upgrade
 */
export function startSubscription(operation: Operation, paying: Paying): Collected {
  const { session, unseen, customer, method } = paying;
  if (customer === null) throw new Error(`${session.id} has no customer to subscribe.`);
  const decline = declineFor(operation, paying, customer);
  if (decline !== undefined) {
    return { outcome: "declined", filled: {}, error: attemptFailed(operation, paying, decline) };
  }
  attach(operation, method, customer);
  const { subscription, invoice, collection } = subscribe(
    operation,
    requestOf(operation, { customer, method, unseen }),
  );
  if (collection?.outcome === "requires_action") authenticate(operation, invoice, method);
  const after = operation.objects.get("invoice", invoice.id);
  return {
    outcome: "complete",
    filled: {
      invoice: invoice.id,
      subscription: subscription.id,
      payment_status: paymentStatus(after),
    },
  };
}

function requestOf(
  operation: Operation,
  asked: {
    readonly customer: Stripe.Customer;
    readonly method: Stripe.PaymentMethod;
    readonly unseen: UnseenOfSession;
  },
): SubscribeRequest {
  const { customer, method, unseen } = asked;
  const { objects } = operation;
  const trialEnd =
    unseen.trialDays === null ? unseen.trialEnd : operation.now(customer) + unseen.trialDays * DAY;
  return {
    customer: objects.get("customer", customer.id),
    items: unseen.lineItems.map(({ price, quantity }) => ({
      // A price made for the session alone is inactive; what a session sells was checked when it was created.
      price: { ...objects.get("price", price), active: true },
      quantity,
    })),
    settings: {
      defaultPaymentMethod: method.id,
      description: unseen.description,
      metadata: unseen.metadata,
      missingPaymentMethod: unseen.missingPaymentMethod,
    },
    discounts: unseen.discounts,
    trialEnd,
    announced: "incomplete",
    firstIntent: objects.find("payment_intent", unseen.attempted ?? ""),
  };
}

/** The card's owner, who is there, authenticates. */
function authenticate(
  operation: Operation,
  invoice: Stripe.Invoice,
  method: Stripe.PaymentMethod,
): void {
  const waiting = openPayment(operation, operation.objects.get("invoice", invoice.id));
  if (waiting === undefined) return;
  const { intent } = confirmIntent(operation, waiting.intent, method, {
    offSession: false,
    authenticated: true,
  });
  afterIntent(operation, intent);
}

/** The bank is asked first: a card that would be declined is refused before a subscription is made. */
function declineFor(
  operation: Operation,
  { method, authentication }: Paying,
  customer: Stripe.Customer,
): Decline | undefined {
  const asked = operation.takeDecline(customer.id);
  if (asked !== undefined) return declineOf(asked);
  if ("authenticationFailed" in authentication) {
    return declineOf("payment_intent_authentication_failure");
  }
  return method.card === undefined ? undefined : testCardOf(method).decline;
}

/** Nothing is charged where nothing is due, so only an amount leaves a PaymentIntent. */
function attemptFailed(
  operation: Operation,
  { session, unseen, customer, method }: Paying,
  decline: Decline,
): StripeApiError {
  const { objects } = operation;
  if (!session.amount_total || session.currency === null) return cardError(decline, {});
  const intent =
    objects.find("payment_intent", unseen.attempted ?? "") ??
    createIntent(operation, {
      amount: session.amount_total,
      currency: session.currency,
      customer: customer?.id ?? null,
      description: "Subscription creation",
      setupFutureUsage: "off_session",
    });
  objects.saveUnseen(session.id, { ...unseen, attempted: intent.id });
  return declineIntent(operation, intent, method, decline).error;
}

function paymentStatus({ status, total }: Stripe.Invoice): Stripe.Checkout.Session.PaymentStatus {
  if (total === 0) return "no_payment_required";
  return status === "paid" ? "paid" : "unpaid";
}
