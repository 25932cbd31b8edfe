import type Stripe from "stripe";
import type { ApiList, ListParameters } from "../api/list.ts";
import { listAnswer } from "../api/list.ts";
import type { Operation } from "../api/operation.ts";
import { hasEnded } from "./subscription.ts";

interface SubscriptionList extends ListParameters {
  readonly collection_method?: string | undefined;
  readonly customer?: string | undefined;
  readonly price?: string | undefined;
  readonly status?: string | undefined;
  readonly test_clock?: string | undefined;
}

/** GET /v1/subscriptions. Without a status asked for, those that were canceled are left out. */
export function listSubscriptions(
  operation: Operation,
  parameters: SubscriptionList,
): ApiList<Stripe.Subscription> {
  const { collection_method, customer, price, status, test_clock } = parameters;
  const where = { collection_method, customer, test_clock };
  const url = "/v1/subscriptions";
  if (status === "all" && price === undefined) {
    return listAnswer(operation, "subscription", url, parameters, where);
  }
  // What a page asks beyond single attributes is sorted out here, so the page is cut here too.
  const { limit = 10, starting_after: after, ending_before: before, created } = parameters;
  const cursors = { starting_after: after, ending_before: before };
  listAnswer(operation, "subscription", url, { ...cursors, limit: 1 }, where);
  const { data } = operation.objects.page("subscription", {
    startingAfter: after,
    endingBefore: before,
    created,
    where,
  });
  const fitting = data.filter(
    (each) => hasStatus(each, status) && (price === undefined || isOn(each, price)),
  );
  const page = before === undefined ? fitting.slice(0, limit) : fitting.slice(-limit);
  return { object: "list", data: page, has_more: fitting.length > limit, url };
}

function hasStatus(subscription: Stripe.Subscription, status: string | undefined): boolean {
  switch (status) {
    case "all":
      return true;
    case "ended":
      return hasEnded(subscription);
    case undefined:
      return subscription.status !== "canceled";
    default:
      return subscription.status === status;
  }
}

function isOn(subscription: Stripe.Subscription, price: string): boolean {
  return subscription.items.data.some((item) => item.price.id === price);
}
