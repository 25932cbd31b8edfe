import type Stripe from "stripe";
import { listAnswer, type ApiList, type ListParameters } from "../api/list.ts";
import type { Operation } from "../api/operation.ts";
import { createdRange, hash, listParameters, text } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { transactionsOf } from "../payouts/transactions.ts";
import { balanceNow } from "./balance-now.ts";

const URL = "/v1/balance_transactions";
const DEFAULT_LIMIT = 10;

/** @see https://docs.stripe.com/api/balance_transactions and https://docs.stripe.com/api/balance */
export const balanceResource: Resource = {
  routes: [
    route({
      method: "GET",
      path: "/balance",
      parameters: hash({}),
      answer: ({ operation }) => balanceNow(operation),
    }),
    route({
      method: "GET",
      path: "/balance_transactions",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        currency: text().optional(),
        payout: text().optional(),
        source: text().optional(),
        type: text().optional(),
      }),
      answer: ({ parameters: { payout, currency, source, type, ...page }, operation }) =>
        payout === undefined
          ? listAnswer(operation, "balance_transaction", URL, page, { currency, source, type })
          : ofPayout(operation, operation.objects.named("payout", payout, "payout"), page),
    }),
    route({
      method: "GET",
      path: "/balance_transactions/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) =>
        objects.get("balance_transaction", path["id"] ?? ""),
    }),
  ],
};

/** What an automatic payout took along and the payout itself, newest first. */
function ofPayout(
  operation: Operation,
  payout: Stripe.Payout,
  { limit = DEFAULT_LIMIT, starting_after: after }: ListParameters,
): ApiList<Stripe.BalanceTransaction> {
  if (!payout.automatic) {
    throw invalidRequest(
      "Balance transaction history can only be filtered on automatic transfers, not manual.",
      "payout",
    );
  }
  const ids = transactionsOf(operation, payout);
  const begin = after === undefined ? 0 : ids.indexOf(after) + 1;
  const taken = ids.slice(begin, begin + limit);
  return {
    object: "list",
    data: taken.map((id) => operation.objects.get("balance_transaction", id)),
    has_more: begin + limit < ids.length,
    url: URL,
  };
}
