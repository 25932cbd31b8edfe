import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import type { StripeApiError } from "../api/stripe-error.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { newCustomer } from "../customers/customer.ts";
import { declineOf } from "../payment_methods/decline.ts";
import { usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { createSetupIntent, setUp } from "../setup_intents/set-up.ts";
import { idOf } from "../store/reference.ts";
import type { UnseenOfSession } from "./parameters.ts";
import { unseenOfSession } from "./parameters.ts";
import { payOnce } from "./pay-once.ts";
import { withPromotionCode } from "./with-promotion-code.ts";
import { NO_DETAILS } from "./session.ts";
import { startSubscription } from "./start-subscription.ts";

/** What a customer enters on the payment page. */
export interface Entered {
  /** A test token or card number. */
  readonly paymentMethod: string;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly promotionCode?: string | undefined;
  /** What they answered their bank where it asked; whoever was not asked to authenticate, did. */
  readonly authentication?: "complete" | "fail" | undefined;
}

/** What came of the attempt, and how the session stands now. */
export type Completion =
  | { readonly outcome: "complete"; readonly session: Stripe.Checkout.Session }
  | {
      readonly outcome: "declined";
      readonly session: Stripe.Checkout.Session;
      /** 402: what the page tells the customer, who may try again. */
      readonly error: StripeApiError;
    };

/** What a mode did: the properties of the session it fills. */
export type Collected =
  | { readonly outcome: "complete"; readonly filled: Partial<Stripe.Checkout.Session> }
  | {
      readonly outcome: "declined";
      readonly filled: Partial<Stripe.Checkout.Session>;
      readonly error: StripeApiError;
    };

/** A session being paid. */
export interface Paying {
  readonly session: Stripe.Checkout.Session;
  readonly unseen: UnseenOfSession;
  readonly customer: Stripe.Customer | null;
  readonly method: Stripe.PaymentMethod;
  readonly authentication:
    { readonly authenticated: true } | { readonly authenticationFailed: true };
}

/**
 * The customer submits the payment page: pays, subscribes or saves a card, and the session is complete.
 * `checkout.session.completed` comes last.
 * @throws StripeApiError 400 for a session that is not open, or a promotion code that is none
 */
export function completeSession(
  operation: Operation,
  opened: Stripe.Checkout.Session,
  entered: Entered,
): Completion {
  const kept = operation.objects.unseen(opened.id, unseenOfSession);
  if (opened.status !== "open" || kept === undefined) {
    throw invalidRequest(`This Checkout Session is not open: it is ${opened.status ?? "unknown"}.`);
  }
  const { session, unseen } = withPromotionCode(operation.objects, opened, kept, entered);
  const method = usePaymentMethod(operation, entered.paymentMethod, "payment_method");
  const customer = customerOf(operation, session, entered);
  const collected = collect(operation, {
    session,
    unseen,
    customer,
    method,
    authentication:
      entered.authentication === "fail" ? { authenticationFailed: true } : { authenticated: true },
  });
  const filled = { ...session, ...collected.filled, customer: customer?.id ?? null };
  if (collected.outcome === "declined") {
    // A customer made for an attempt that failed is used again by the next.
    operation.objects.save(filled);
    return { outcome: "declined", session: filled, error: collected.error };
  }
  const complete: Stripe.Checkout.Session = {
    ...filled,
    collected_information: { business_name: null, individual_name: null, shipping_details: null },
    customer_details: {
      ...NO_DETAILS,
      email: entered.email ?? customer?.email ?? session.customer_email,
      name: entered.name ?? customer?.name ?? null,
    },
    status: "complete",
    url: null,
  };
  operation.objects.save(complete);
  operation.emit("checkout.session.completed", complete);
  return { outcome: "complete", session: complete };
}

function collect(operation: Operation, paying: Paying): Collected {
  switch (paying.session.mode) {
    case "subscription":
      return startSubscription(operation, paying);
    case "payment":
      return payOnce(operation, paying);
    default:
      return saveCard(operation, paying);
  }
}

function saveCard(operation: Operation, paying: Paying): Collected {
  const { session, unseen, customer, method, authentication } = paying;
  const { objects } = operation;
  const held = objects.find("setup_intent", idOf(session.setup_intent) ?? "");
  const { description, metadata } = unseen;
  const intent =
    held ?? createSetupIntent(operation, { customer: customer?.id ?? null, description, metadata });
  const isRefused = "authenticationFailed" in authentication;
  const done = setUp(
    operation,
    intent,
    method,
    isRefused ? declineOf("setup_intent_authentication_failure") : undefined,
  );
  const filled = { setup_intent: intent.id };
  return done.outcome === "declined"
    ? { outcome: "declined", filled, error: done.error }
    : { outcome: "complete", filled };
}

/** The session's customer; a new one where the session is to make one. */
function customerOf(
  operation: Operation,
  session: Stripe.Checkout.Session,
  entered: Entered,
): Stripe.Customer | null {
  const { objects } = operation;
  const known = idOf(session.customer);
  if (known !== null) return objects.get("customer", known);
  if (session.customer_creation !== "always") return null;
  const email = entered.email ?? session.customer_email;
  return operation.add(
    "customer.created",
    newCustomer(operation.now(), { email, name: entered.name ?? null }),
  );
}
