import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import type { StripeApiError } from "../api/stripe-error.ts";
import { afterIntent } from "../billing/after-intent.ts";
import { openPayment } from "../invoice_payments/open-payment.ts";
import { confirmIntent } from "../payment_intents/confirm.ts";
import { declineOf } from "../payment_methods/decline.ts";
import { testCardOf } from "../payment_methods/test-card.ts";
import { attach, cardError } from "../payment_methods/use-payment-method.ts";
import type { SubscribeRequest } from "../subscriptions/subscribe.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import type { Collected, Paying } from "./complete.ts";
import type { UnseenOfSession } from "./parameters.ts";

const DAY = 24 * 60 * 60;

/** Subscription mode: saves the card and starts the subscription with it. A card that is declined starts nothing. */
export function startSubscription(operation: Operation, paying: Paying): Collected {
  const { session, unseen, customer, method } = paying;
  if (customer === null) throw new Error(`${session.id} has no customer to subscribe.`);
  const decline = refusalOf(operation, method, customer);
  if (decline !== undefined) return { outcome: "declined", filled: {}, error: decline };
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
    coupons: unseen.coupons,
    trialEnd,
    announced: "incomplete",
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

/** The page asks the bank first: a card that would be declined is refused before anything is made. */
function refusalOf(
  operation: Operation,
  method: Stripe.PaymentMethod,
  customer: Stripe.Customer,
): StripeApiError | undefined {
  const asked = operation.takeDecline(customer.id);
  if (asked !== undefined) return cardError(declineOf(asked), {});
  const { decline } = testCardOf(method);
  return method.card === undefined || decline === undefined ? undefined : cardError(decline, {});
}

function paymentStatus({ status, total }: Stripe.Invoice): Stripe.Checkout.Session.PaymentStatus {
  if (total === 0) return "no_payment_required";
  return status === "paid" ? "paid" : "unpaid";
}
