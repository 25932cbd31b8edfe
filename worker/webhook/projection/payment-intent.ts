import * as z from "zod";

import { minorUnits, reference, salesforceMetadata, stripeId, text, timestamp } from "./fields.ts";
import { paymentMethodDetailsOf, type PaymentMethodDetails } from "./payment-method-details.ts";

const lastPaymentError = z
  .object({ type: text, code: text, decline_code: text, message: text })
  .nullish()
  .transform((error) => error ?? null);

const paymentIntent = z.object({
  id: stripeId,
  object: z.literal("payment_intent"),
  amount: minorUnits,
  amount_received: minorUnits.nullish().transform((amount) => amount ?? 0),
  currency: z.string().max(3),
  status: z.string().max(255),
  customer: reference,
  created: timestamp,
  livemode: z.boolean(),
  description: text,
  metadata: salesforceMetadata,
  latest_charge: reference,
  payment_method: reference,
  payment_method_types: z.array(z.string()),
  /** Gone since 2025-03-31.basil; endpoints on older versions still send it. */
  invoice: reference,
  cancellation_reason: text,
  last_payment_error: lastPaymentError,
});

/** Where older versions (before 2022-11-15) embed the charges, newest first, and where expansion may put details. */
const whereDetailsStand = z.object({
  latest_charge: z.object({ payment_method_details: z.unknown() }).nullish().catch(undefined),
  charges: z
    .object({
      data: z.array(z.object({ id: stripeId, payment_method_details: z.unknown().optional() })),
    })
    .nullish()
    .catch(undefined),
  payment_method: z.unknown(),
  last_payment_error: z.object({ payment_method: z.unknown() }).nullish().catch(undefined),
});

/** A PaymentIntent of any API version in the shape of the current one, reduced to what Apex uses. */
export const projectedPaymentIntent = z.unknown().transform((raw, context) => {
  const parsed = paymentIntent.safeParse(raw);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: "custom", path, message });
    }
    return z.NEVER;
  }
  const { invoice, ...projected } = parsed.data;
  const around = whereDetailsStand.parse(raw);
  const newestCharge = around.charges?.data[0];
  const details: PaymentMethodDetails | undefined =
    paymentMethodDetailsOf(around.latest_charge?.payment_method_details) ??
    paymentMethodDetailsOf(newestCharge?.payment_method_details) ??
    paymentMethodDetailsOf(around.payment_method) ??
    paymentMethodDetailsOf(around.last_payment_error?.payment_method);
  return {
    ...projected,
    latest_charge: projected.latest_charge ?? newestCharge?.id ?? null,
    ...(invoice === null ? {} : { invoice }),
    ...(details === undefined ? {} : { payment_method_details: details }),
  };
});

export const previousPaymentIntent = z
  .object({
    amount: minorUnits,
    amount_received: minorUnits,
    currency: z.string().max(3),
    status: z.string().max(255),
    customer: reference,
    latest_charge: reference,
    payment_method: reference,
  })
  .partial();
