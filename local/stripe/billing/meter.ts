import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";
import type { Period } from "./calendar.ts";

/** One use that was reported, with what a meter reads of it. */
export interface KeptMeterEvent {
  readonly id: string;
  readonly object: "local.meter_event";
  readonly event_name: string;
  readonly payload: Readonly<Record<string, string>>;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/**
 * What was used of a metered item in a period, by the rule of its meter; nothing where the price has none.
 * @see https://docs.stripe.com/billing/subscriptions/usage-based/meters/configure
 */
export function usageOf(
  { objects }: Operation,
  subscription: Stripe.Subscription,
  { price }: Stripe.SubscriptionItem,
  period: Period,
): number {
  const meter = objects.find("billing.meter", price.recurring?.meter ?? "");
  if (meter === undefined) return 0;
  const customer = idOf(subscription.customer);
  const reported = objects
    .all("local.meter_event", { event_name: meter.event_name })
    .filter(({ payload }) => payload[meter.customer_mapping.event_payload_key] === customer)
    .filter(({ timestamp }) => timestamp >= period.start && timestamp < period.end);
  return aggregated(meter, reported);
}

/** @param reported newest first */
function aggregated(meter: Stripe.Billing.Meter, reported: readonly KeptMeterEvent[]): number {
  const value = ({ payload }: KeptMeterEvent): number =>
    Number(payload[meter.value_settings.event_payload_key] ?? 0);
  switch (meter.default_aggregation.formula) {
    case "count":
      return reported.length;
    case "last": {
      const [last] = reported.toSorted((a, b) => b.timestamp - a.timestamp);
      return last === undefined ? 0 : value(last);
    }
    default:
      return reported.reduce((sum, each) => sum + value(each), 0);
  }
}
