import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";
import type { StripeApiError } from "../api/stripe-error.ts";
import { enterCharge } from "../balance/enter.ts";
import { newCharge } from "../charges/charge.ts";
import { openDispute } from "../disputes/open-dispute.ts";
import type { Decline } from "../payment_methods/decline.ts";
import { declineOf } from "../payment_methods/decline.ts";
import type { TestCard } from "../payment_methods/test-card.ts";
import { testCardOf } from "../payment_methods/test-card.ts";
import { attach, cardError } from "../payment_methods/use-payment-method.ts";
import type { NewPaymentIntent } from "./payment-intent.ts";
import {
  actionRequired,
  capturable,
  failed,
  newPaymentIntent,
  processing,
  succeeded,
} from "./payment-intent.ts";

/** What came of trying to pay. */
export type Confirmation =
  | {
      readonly outcome: "succeeded" | "requires_capture" | "processing";
      readonly intent: Stripe.PaymentIntent;
      readonly charge: Stripe.Charge;
    }
  | { readonly outcome: "requires_action"; readonly intent: Stripe.PaymentIntent }
  | {
      readonly outcome: "declined";
      readonly intent: Stripe.PaymentIntent;
      /** 402, for a caller who asked for the payment. */
      readonly error: StripeApiError;
    };

export interface ConfirmOptions {
  /** Nobody is there to authenticate: a card that wants it is declined. */
  readonly offSession: boolean;
  /** The owner of the card has just authenticated. */
  readonly authenticated?: boolean;
  /** The owner of the card tried to, and could not. */
  readonly authenticationFailed?: boolean;
}

/** Makes a PaymentIntent and tells so; it is not confirmed. */
export function createIntent(
  operation: Operation,
  asked: Omit<NewPaymentIntent, "created">,
): Stripe.PaymentIntent {
  const created = operation.now({ customer: asked.customer });
  return operation.add("payment_intent.created", newPaymentIntent({ ...asked, created }));
}

/** Tries to pay an intent with a payment method, and tells what happened: the charge first, then the intent. */
export function confirmIntent(
  operation: Operation,
  intent: Stripe.PaymentIntent,
  paymentMethod: Stripe.PaymentMethod,
  options: ConfirmOptions,
): Confirmation {
  const { objects } = operation;
  const card = testCardOf(paymentMethod);
  const customer = customerOf(operation, intent);
  const created = operation.now(intent);
  const decline = declineFor(operation, intent, paymentMethod, card, options);
  if (decline !== undefined) return declineIntent(operation, intent, paymentMethod, decline);
  if (wantsAuthentication(intent, card, paymentMethod, options)) {
    const waiting = actionRequired(intent, paymentMethod.id, authenticationPage(operation, intent));
    objects.save(waiting);
    operation.emit("payment_intent.requires_action", waiting);
    return { outcome: "requires_action", intent: waiting };
  }
  const charging = { intent, paymentMethod, customer, created, pagesAt: operation.pagesAt };
  if (paymentMethod.type === "us_bank_account") {
    const charge = newCharge({ ...charging, outcome: "pending" });
    operation.add("charge.pending", charge);
    const waiting = operation.add("payment_intent.processing", processing(intent, charge));
    return { outcome: "processing", intent: waiting, charge };
  }
  if (intent.setup_future_usage !== null && customer !== null) {
    attach(operation, paymentMethod, customer);
  }
  if (intent.capture_method === "manual") {
    const charge = newCharge({ ...charging, outcome: "authorized" });
    operation.add("charge.succeeded", charge);
    const waiting = capturable(intent, charge);
    operation.add("payment_intent.amount_capturable_updated", waiting);
    return { outcome: "requires_capture", intent: waiting, charge };
  }
  const made = newCharge({ ...charging, outcome: "succeeded" });
  operation.add("charge.succeeded", made);
  const charge = enterCharge(operation, made);
  const paid = operation.add("payment_intent.succeeded", succeeded(intent, charge));
  disputeLater(operation, charge, card);
  return { outcome: "succeeded", intent: paid, charge };
}

/** A bank declines to pay an intent: the failed charge stands, except where nothing was charged because nobody authenticated. */
export function declineIntent(
  operation: Operation,
  intent: Stripe.PaymentIntent,
  paymentMethod: Stripe.PaymentMethod,
  decline: Decline,
): Extract<Confirmation, { readonly outcome: "declined" }> {
  const customer = customerOf(operation, intent);
  const created = operation.now(intent);
  const charge =
    decline.code === "payment_intent_authentication_failure"
      ? null
      : operation.add(
          "charge.failed",
          newCharge({
            intent,
            paymentMethod,
            customer,
            created,
            pagesAt: operation.pagesAt,
            outcome: decline,
          }),
        );
  const waiting = failed(intent, charge, paymentMethod, decline);
  operation.add("payment_intent.payment_failed", waiting);
  const error = cardError(decline, {
    ...(charge === null ? {} : { charge: charge.id }),
    payment_intent: waiting,
  });
  return { outcome: "declined", intent: waiting, error };
}

function declineFor(
  operation: Operation,
  intent: Stripe.PaymentIntent,
  paymentMethod: Stripe.PaymentMethod,
  card: TestCard,
  options: ConfirmOptions,
): Decline | undefined {
  const asked = operation.takeDecline(idOf(intent.customer));
  if (asked !== undefined) return declineOf(asked);
  if (options.authenticationFailed === true)
    return declineOf("payment_intent_authentication_failure");
  if (paymentMethod.card === undefined) return undefined;
  if (options.offSession && wantsAuthentication(intent, card, paymentMethod, options)) {
    return declineOf("authentication_required");
  }
  return card.decline;
}

function wantsAuthentication(
  intent: Stripe.PaymentIntent,
  card: TestCard,
  paymentMethod: Stripe.PaymentMethod,
  options: ConfirmOptions,
): boolean {
  if (paymentMethod.card === undefined || options.authenticated === true) return false;
  if (card.authentication !== "unless_set_up") return card.authentication === "always";
  return paymentMethod.customer === null || intent.setup_future_usage !== null;
}

function disputeLater(operation: Operation, { id }: Stripe.Charge, { dispute }: TestCard): void {
  if (dispute === undefined) return;
  operation.afterwards((later) => {
    openDispute(later, later.objects.get("charge", id), dispute);
  });
}

function customerOf({ objects }: Operation, intent: Stripe.PaymentIntent): Stripe.Customer | null {
  return objects.find("customer", idOf(intent.customer) ?? "") ?? null;
}

function authenticationPage({ pagesAt }: Operation, intent: Stripe.PaymentIntent): string {
  const { id, client_secret: secret } = intent;
  return `${pagesAt}/3d_secure/${id}?payment_intent_client_secret=${secret ?? ""}`;
}
