import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { afterSessionIntent } from "../checkout/after-intent.ts";
import { completeSession } from "../checkout/complete.ts";
import { createSession } from "../checkout/create.ts";
import { expireSession } from "../checkout/expire.ts";
import { settleFailed, settleSucceeded } from "../payment_intents/settle.ts";
import { declineOf } from "../payment_methods/decline.ts";
import { cardInTurn, GOOD_CARDS } from "../payment_methods/test-card.ts";
import { idOf } from "../store/reference.ts";
import type { Scenario, ScenarioRequest } from "./scenario.ts";
import { customerOf } from "./scenario.ts";

/** Checkout's events. A completed session has started a subscription; an asynchronous payment is by bank account. */
export const checkoutScenarios: Readonly<Record<string, Scenario>> = {
  "checkout.session.async_payment_failed": (operation, request) => {
    const intent = payByBank(operation, request);
    const failed = settleFailed(operation, intent, declineOf("insufficient_funds"));
    afterSessionIntent(operation, failed);
  },
  "checkout.session.async_payment_succeeded": (operation, request) => {
    const intent = payByBank(operation, request);
    afterSessionIntent(operation, settleSucceeded(operation, intent));
  },
  "checkout.session.completed": (operation, request) => {
    const { token: paymentMethod } = cardInTurn(GOOD_CARDS, request.turn);
    completeSession(operation, open(operation, request, "subscription"), { paymentMethod });
  },
  "checkout.session.expired": (operation, request) => {
    expireSession(operation, open(operation, request, "subscription"));
  },
};

function payByBank(operation: Operation, request: ScenarioRequest): Stripe.PaymentIntent {
  const { session } = completeSession(operation, open(operation, request, "payment"), {
    paymentMethod: "pm_usBankAccount_success",
  });
  return operation.objects.get("payment_intent", idOf(session.payment_intent) ?? "");
}

function open(
  operation: Operation,
  request: ScenarioRequest,
  mode: "payment" | "subscription",
): Stripe.Checkout.Session {
  const customer = customerOf(operation, request);
  const price_data = {
    currency: request.currency,
    unit_amount: request.amount,
    product_data: { name: "Sold by local Stripe" },
    ...(mode === "subscription" ? { recurring: { interval: "month" as const } } : {}),
  };
  const asked = {
    mode,
    customer: customer.id,
    line_items: [{ price_data, quantity: 1 }],
    success_url: `${operation.pagesAt}/paid`,
  };
  return createSession(operation, asked);
}
