import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { closeDispute, openDispute } from "../disputes/open-dispute.ts";
import type { Confirmation } from "../payment_intents/confirm.ts";
import { confirmIntent, createIntent } from "../payment_intents/confirm.ts";
import { cancel } from "../payment_intents/settle.ts";
import { newPaymentMethod } from "../payment_methods/payment-method.ts";
import type { TestCard } from "../payment_methods/test-card.ts";
import {
  cardInTurn,
  DECLINED_CARDS,
  GOOD_CARDS,
  testCardNamed,
} from "../payment_methods/test-card.ts";
import { usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { failRefund, giveBack } from "../refunds/give-back.ts";
import type { Scenario, ScenarioRequest } from "./scenario.ts";
import { payerOf } from "./scenario.ts";

const paid: Scenario = (operation, request) => {
  pay(operation, request);
};

const declined: Scenario = (operation, request) => {
  payWith(operation, request, cardInTurn(DECLINED_CARDS, request.turn));
};

const refunded: Scenario = (operation, request) => {
  giveBack(operation, pay(operation, request), {});
};

/** Plays the requests the Stripe CLI's fixture for a type makes. */
export const paymentScenarios: Readonly<Record<string, Scenario>> = {
  "charge.dispute.closed": (operation, request) => {
    const dispute = openDispute(operation, pay(operation, request), FRAUD);
    closeDispute(operation, dispute, request.turn % 2 === 0 ? "won" : "lost");
  },
  "charge.dispute.created": (operation, request) => {
    openDispute(operation, pay(operation, request), FRAUD);
  },
  "charge.failed": declined,
  "charge.refunded": refunded,
  "charge.succeeded": paid,
  "payment_intent.canceled": (operation, request) => {
    cancel(operation, ask(operation, request).intent, "requested_by_customer");
  },
  "payment_intent.created": (operation, request) => {
    ask(operation, request);
  },
  "payment_intent.payment_failed": declined,
  "payment_intent.processing": (operation, request) => {
    const { intent } = ask(operation, request);
    const account = usePaymentMethod(operation, "pm_usBankAccount_success", "payment_method");
    confirmIntent(operation, intent, account, { offSession: false });
  },
  "payment_intent.requires_action": (operation, request) => {
    payWith(operation, request, testCardNamed("pm_card_authenticationRequired") ?? GOOD_CARDS[0]);
  },
  "payment_intent.succeeded": paid,
  "refund.created": refunded,
  "refund.failed": (operation, request) => {
    const refund = giveBack(operation, pay(operation, request), {});
    operation.afterwards((later) => {
      failRefund(later, later.objects.get("refund", refund.id), "lost_or_stolen_card");
    });
  },
  "refund.updated": refunded,
};

const FRAUD = { reason: "fraudulent", inquiry: false };

/** A payment with a good card. */
export function pay(operation: Operation, request: ScenarioRequest): Stripe.Charge {
  const paying = payWith(operation, request, cardInTurn(GOOD_CARDS, request.turn));
  if (paying.outcome !== "succeeded") throw new Error(`A good card led to ${paying.outcome}.`);
  // What happened to the intent since may have changed its charge.
  return operation.objects.get("charge", paying.charge.id);
}

function payWith(operation: Operation, request: ScenarioRequest, card: TestCard): Confirmation {
  const { intent, payer } = ask(operation, request);
  const method = newPaymentMethod(operation.now(payer ?? {}), card, payer);
  operation.objects.save(method);
  return confirmIntent(operation, intent, method, { offSession: false });
}

function ask(
  operation: Operation,
  request: ScenarioRequest,
): { intent: Stripe.PaymentIntent; payer: Stripe.Customer | null } {
  const payer = payerOf(operation, request);
  const { amount, currency } = request;
  const intent = createIntent(operation, { amount, currency, customer: payer?.id ?? null });
  return { intent, payer };
}
