import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest, keepingEffects } from "../api/stripe-error.ts";
import { newId } from "../ids.ts";
import { enterCharge } from "../balance/enter.ts";
import { declineOf } from "../payment_methods/decline.ts";
import { testCardOf } from "../payment_methods/test-card.ts";
import { cardError, paymentMethodFor } from "../payment_methods/use-payment-method.ts";
import { idOf } from "../store/reference.ts";
import type { ChargedFor } from "./charge.ts";
import { captured, newCharge } from "./charge.ts";

export interface DirectCharge extends Omit<ChargedFor, "id"> {
  readonly customer: Stripe.Customer | null;
  /** A token of a test card. */
  readonly source: string;
  /** False to authorize only. */
  readonly captures: boolean;
}

/**
 * Charges a card as before PaymentIntents: nothing stands behind the charge.
 * @throws StripeApiError 402 for a declined card, the failed charge kept; 400 for what is no card's token
 * @see https://docs.stripe.com/api/charges/create
 */
export function chargeDirectly(operation: Operation, asked: DirectCharge): Stripe.Charge {
  const { customer, source, captures, ...money } = asked;
  const made = paymentMethodFor(operation, source);
  if (made?.card === undefined)
    throw invalidRequest(`No such token: '${source}'`, "source", "resource_missing");
  // A card that was never a PaymentMethod is called one by its own id.
  const paymentMethod = { ...made, id: newId("card_1") };
  operation.objects.save(paymentMethod);
  const asksBank = operation.takeDecline(customer?.id ?? null);
  const decline = asksBank === undefined ? testCardOf(paymentMethod).decline : declineOf(asksBank);
  const charge = newCharge({
    intent: { ...money, id: null },
    paymentMethod,
    customer,
    created: operation.now(customer ?? {}),
    pagesAt: operation.pagesAt,
    outcome: decline ?? (captures ? "succeeded" : "authorized"),
  });
  if (decline === undefined) {
    operation.add("charge.succeeded", charge);
    return captures ? enterCharge(operation, charge) : charge;
  }
  operation.add("charge.failed", charge);
  throw keepingEffects(cardError(decline, { charge: charge.id }));
}

/**
 * Takes the money of a charge that was only authorized; what is not taken is let go.
 * @throws StripeApiError 400 for one that was captured, failed, or belongs to a PaymentIntent
 */
export function captureCharge(
  operation: Operation,
  charge: Stripe.Charge,
  amount = charge.amount,
): Stripe.Charge {
  if (idOf(charge.payment_intent) !== null) {
    throw invalidRequest("This charge was created by a PaymentIntent, and is captured by it.");
  }
  if (charge.captured) {
    throw invalidRequest(
      `Charge ${charge.id} has already been captured.`,
      undefined,
      "charge_already_captured",
    );
  }
  if (charge.status !== "succeeded" || charge.refunded) {
    throw invalidRequest(`Charge ${charge.id} cannot be captured.`);
  }
  if (amount > charge.amount) {
    throw invalidRequest("The amount is greater than what was authorized.", "amount");
  }
  return enterCharge(
    operation,
    operation.change("charge.captured", charge, {
      ...captured(charge, amount, operation.pagesAt),
      amount_refunded: charge.amount - amount,
    }),
  );
}
