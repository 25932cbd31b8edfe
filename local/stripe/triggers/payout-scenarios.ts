import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { arrive, cancel, fail, payOutBySchedule, sendByHand } from "../payouts/pay-out.ts";
import { idOf } from "../store/reference.ts";
import { pay } from "./payment-scenarios.ts";
import type { Scenario, ScenarioRequest } from "./scenario.ts";

const arrived: Scenario = (operation, request) => {
  arrive(operation, payOut(operation, request));
};

/** A payment is made, and paid out. */
export const payoutScenarios: Readonly<Record<string, Scenario>> = {
  "payout.canceled": (operation, request) => {
    const { net: amount, currency } = paidIn(operation, request);
    cancel(operation, sendByHand(operation, { amount, currency }));
  },
  "payout.created": (operation, request) => {
    payOut(operation, request);
  },
  "payout.failed": (operation, request) => {
    fail(operation, payOut(operation, request));
  },
  "payout.paid": arrived,
  "payout.reconciliation_completed": arrived,
  "payout.updated": arrived,
};

function payOut(operation: Operation, request: ScenarioRequest): Stripe.Payout {
  const payout = payOutBySchedule(operation, paidIn(operation, request).currency);
  if (payout === null) throw new Error("A payment left nothing to pay out.");
  return payout;
}

/** What a payment brought to the balance. */
function paidIn(operation: Operation, request: ScenarioRequest): Stripe.BalanceTransaction {
  const { balance_transaction: id } = pay(operation, request);
  return operation.objects.get("balance_transaction", idOf(id) ?? "");
}
