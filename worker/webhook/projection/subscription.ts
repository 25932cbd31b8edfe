import { isJsonObject, listData, type JsonObject } from "../json.ts";
import { whenSent } from "./allow-list.ts";
import { discount, discountsIn, flatDiscounts } from "./discount.ts";
import {
  decimal,
  flag,
  minorUnits,
  number,
  reference,
  salesforceMetadata,
  stripeId,
  text,
  timestamp,
} from "./fields.ts";
import { projectionOf } from "./projection.ts";

/** What of an inclusive price is tax. */
const taxRate = { inclusive: flag, percentage: number };

export const subscription = projectionOf({
  object: "subscription",
  fields: {
    customer: reference,
    status: text,
    metadata: salesforceMetadata,
    cancel_at_period_end: flag,
    cancel_at: timestamp,
    canceled_at: timestamp,
    ended_at: timestamp,
    start_date: timestamp,
    trial_end: timestamp,
    collection_method: text,
    currency: text,
    pause_collection: { behavior: text, resumes_at: timestamp },
    cancellation_details: { reason: text, feedback: text },
    default_tax_rates: [taxRate],
    discounts: [discount],
    items: {
      data: [
        {
          id: stripeId,
          quantity: number,
          discounts: whenSent([discount]),
          tax_rates: [taxRate],
          current_period_start: timestamp,
          current_period_end: timestamp,
          price: {
            id: stripeId,
            product: reference,
            unit_amount: minorUnits,
            unit_amount_decimal: decimal,
            currency: text,
            billing_scheme: text,
            tiers_mode: text,
            transform_quantity: { divide_by: number, round: text },
            lookup_key: text,
            tax_behavior: text,
            recurring: { interval: text, interval_count: number, usage_type: text },
          },
        },
      ],
      has_more: flag,
    },
  },
  inCurrentShape: (raw, whole) => ({
    ...withItemDiscounts({ ...raw, ...itemsWithPeriods(raw, whole) }),
    ...discountsIn(raw),
  }),
});

const PERIOD = ["current_period_start", "current_period_end"] as const;

/**
 * Before 2025-03-31.basil the period is the subscription's; since then each item has its own. A previous period without
 * previous items is that of the items as they are.
 */
function itemsWithPeriods(raw: JsonObject, whole: JsonObject): JsonObject {
  const period = Object.fromEntries(
    PERIOD.filter((name) => raw[name] !== undefined).map((name) => [name, raw[name]]),
  );
  const { items } = raw;
  if (Object.keys(period).length === 0) return {};
  const data = (listData(items) ?? idsOf(whole["items"])).map((item) =>
    isJsonObject(item) ? { ...period, ...item } : item,
  );
  return { items: { ...(isJsonObject(items) ? items : {}), data } };
}

/** Items have discounts of their own since 2024-06-20, flat like those of the subscription. */
function withItemDiscounts(raw: JsonObject): JsonObject {
  const { items } = raw;
  const listed = listData(items);
  if (listed === undefined || !isJsonObject(items)) return raw;
  const data = listed.map((item) =>
    isJsonObject(item) && Array.isArray(item["discounts"])
      ? { ...item, discounts: flatDiscounts(item["discounts"]) }
      : item,
  );
  return { ...raw, items: { ...items, data } };
}

function idsOf(items: unknown): readonly JsonObject[] {
  return (listData(items) ?? []).filter(isJsonObject).map(({ id }) => ({ id }));
}
