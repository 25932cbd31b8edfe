import type { Context } from "hono";
import { Hono } from "hono";
import { z } from "zod";
import type { Account } from "../account.ts";
import { prettyJson } from "../api/answer.ts";
import type { Operation } from "../api/operation.ts";
import { afterIntent } from "../billing/after-intent.ts";
import { afterSessionIntent } from "../checkout/after-intent.ts";
import { completeSession } from "../checkout/complete.ts";
import { invalidRequest, keepingEffects, StripeApiError } from "../api/stripe-error.ts";
import { discountCustomer } from "../customers/discount.ts";
import { closeDispute, isOpen, openDispute } from "../disputes/open-dispute.ts";
import { AUTOMATIC } from "../events/event.ts";
import {
  arrive,
  currenciesOnBalance,
  fail,
  FAILURE_CODES,
  payOutBySchedule,
} from "../payouts/pay-out.ts";
import { refusalKept } from "../pages/form.ts";
import { answerAuthentication } from "../payment_intents/authenticate.ts";
import { settleFailed, settleSucceeded } from "../payment_intents/settle.ts";
import { declineOf } from "../payment_methods/decline.ts";
import { replaceCard } from "../payment_methods/release.ts";
import { completeRefund, failRefund } from "../refunds/give-back.ts";
import { readRequest } from "./json-request.ts";

const payRequest = z.strictObject({
  paymentMethod: z.string().default("pm_card_visa"),
  email: z.string().optional(),
  name: z.string().optional(),
  authentication: z.enum(["complete", "fail"]).optional(),
});
const disputeRequest = z.strictObject({
  charge: z.string(),
  reason: z.string().default("fraudulent"),
  inquiry: z.boolean().default(false),
});
const closeRequest = z.strictObject({ outcome: z.enum(["lost", "won"]) });
const discountRequest = z.strictObject({ coupon: z.string() });
const settleRequest = z.strictObject({
  outcome: z.enum(["failed", "succeeded"]),
  declineCode: z.string().default("insufficient_funds"),
});
const authenticateRequest = z.strictObject({ success: z.boolean().default(true) });
const refundRequest = z.strictObject({
  outcome: z.enum(["failed", "succeeded"]),
  reason: z.string().default("unknown"),
});
const payoutRequest = z.strictObject({
  currency: z.string().optional(),
  outcome: z.enum(["failed", "paid", "pending"]).default("paid"),
});

const arrivalRequest = z.strictObject({
  outcome: z.enum(["failed", "paid"]),
  code: z.enum(FAILURE_CODES).default("could_not_process"),
});

const expiryRequest = z.strictObject({
  exp_month: z.int().min(1).max(12),
  exp_year: z.int().min(2000),
});

/**
 * What customers, banks, card networks and people at the Dashboard do, and no API request does. Each answers with the object
 * as it stands then.
 * `POST /checkout/sessions/:id/pay`, `/customers/:id/discount`, `/disputes`, `/disputes/:id/close`, `/payment_intents/:id/settle`,
 * `/payment_intents/:id/authenticate`, `/payouts`, `/payouts/:id/settle`, `/refunds/:id/settle`, `/payment_methods/:id/replace`.
 */
export function controlRoutes(account: Account): Hono {
  const routes = new Hono();
  const control = <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    act: (operation: Operation, id: string, request: z.output<Schema>) => object,
  ): void => {
    routes.post(path, async (context: Context) => {
      const request = await readRequest(context, schema);
      const id = context.req.param("id") ?? "";
      const { result } = account.perform({ request: AUTOMATIC }, (operation) =>
        refusalKept(() => act(operation, id, request)),
      );
      if (result instanceof StripeApiError) throw result;
      return prettyJson(context, result);
    });
  };

  control("/checkout/sessions/:id/pay", payRequest, (operation, id, entered) => {
    const session = operation.objects.get("checkout.session", id);
    const completed = completeSession(operation, session, entered);
    if (completed.outcome === "declined") throw keepingEffects(completed.error);
    return completed.session;
  });
  control("/customers/:id/discount", discountRequest, (operation, id, asked) =>
    discountCustomer(operation, operation.objects.get("customer", id), asked),
  );
  control("/disputes", disputeRequest, (operation, _id, { charge, ...cause }) =>
    openDispute(operation, operation.objects.named("charge", charge, "charge"), cause),
  );
  control("/disputes/:id/close", closeRequest, (operation, id, { outcome }) => {
    const dispute = operation.objects.get("dispute", id);
    if (!isOpen(dispute)) throw invalidRequest(`This dispute is already closed: ${id}`);
    return closeDispute(operation, dispute, outcome);
  });
  control("/payment_intents/:id/settle", settleRequest, (operation, id, request) => {
    const intent = operation.objects.get("payment_intent", id);
    if (intent.status !== "processing") throw invalidRequest(`${id} is not processing.`);
    const settled =
      request.outcome === "succeeded"
        ? settleSucceeded(operation, intent)
        : settleFailed(operation, intent, declineOf(request.declineCode));
    afterIntent(operation, settled);
    afterSessionIntent(operation, settled);
    return settled;
  });
  control(
    "/payment_intents/:id/authenticate",
    authenticateRequest,
    (operation, id, { success }) =>
      answerAuthentication(operation, operation.objects.get("payment_intent", id), success).intent,
  );
  control("/payouts", payoutRequest, (operation, _id, { currency, outcome }) => ({
    payouts: (currency === undefined ? currenciesOnBalance(operation) : [currency]).flatMap(
      (each) => {
        const payout = payOutBySchedule(operation, each);
        if (payout === null) return [];
        if (outcome === "pending") return [payout];
        return [outcome === "paid" ? arrive(operation, payout) : fail(operation, payout)];
      },
    ),
  }));
  control("/payouts/:id/settle", arrivalRequest, (operation, id, { outcome, code }) => {
    const payout = operation.objects.get("payout", id);
    return outcome === "paid" ? arrive(operation, payout) : fail(operation, payout, code);
  });
  control("/refunds/:id/settle", refundRequest, (operation, id, { outcome, reason }) => {
    const refund = operation.objects.get("refund", id);
    return outcome === "failed"
      ? failRefund(operation, refund, reason)
      : completeRefund(operation, refund);
  });
  control("/payment_methods/:id/replace", expiryRequest, (operation, id, expiry) => {
    const method = operation.objects.get("payment_method", id);
    if (method.card === undefined) throw invalidRequest(`${id} is no card.`);
    return replaceCard(operation, method, expiry);
  });
  return routes;
}
