import { listData, objectAt, type JsonObject } from "../json.ts";
import { orElse, whenSent } from "./allow-list.ts";
import { minorUnits, reference, text } from "./fields.ts";
import { paymentMethodDetails, paymentMethodDetailsOf } from "./payment-method-details.ts";
import { projectionOf } from "./projection.ts";

export const paymentIntent = projectionOf({
  object: "payment_intent",
  fields: {
    amount: minorUnits,
    amount_received: orElse(minorUnits, 0),
    currency: text,
    status: text,
    customer: reference,
    latest_charge: reference,
    invoice: whenSent(reference),
    last_payment_error: { code: text, decline_code: text, message: text },
    payment_method_details: whenSent(paymentMethodDetails),
  },
  inCurrentShape,
});

/**
 * Before 2022-11-15 a PaymentIntent embeds its charges, newest first, and has no `latest_charge`; before 2025-03-31.basil it
 * may name its invoice. The card stands in the charge or the payment method, where either is embedded or expanded.
 */
function inCurrentShape(raw: JsonObject): JsonObject {
  const { invoice, ...current } = raw;
  const newestCharge = objectAt(listData(raw["charges"])?.[0]);
  const details =
    paymentMethodDetailsOf(objectAt(raw, "latest_charge", "payment_method_details")) ??
    paymentMethodDetailsOf(objectAt(newestCharge, "payment_method_details")) ??
    paymentMethodDetailsOf(objectAt(raw, "payment_method")) ??
    paymentMethodDetailsOf(objectAt(raw, "last_payment_error", "payment_method"));
  const latestCharge = raw["latest_charge"] ?? newestCharge?.["id"];
  return {
    ...current,
    ...(latestCharge === undefined ? {} : { latest_charge: latestCharge }),
    ...(invoice === null || invoice === undefined ? {} : { invoice }),
    ...(details === undefined ? {} : { payment_method_details: details }),
  };
}
