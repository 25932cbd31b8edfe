import * as z from "zod";

import { minorUnits, reference, stripeId, timestamp } from "./fields.ts";
import { paymentMethodDetailsOf } from "./payment-method-details.ts";

/** A Charge, reduced to what Apex uses: mostly the card, which no PaymentIntent event carries since API version 2022-11-15. */
export const projectedCharge = z
  .object({
    id: stripeId,
    object: z.literal("charge"),
    payment_intent: reference,
    customer: reference,
    amount: minorUnits,
    currency: z.string().max(3),
    status: z.string().max(255),
    created: timestamp,
    livemode: z.boolean(),
    payment_method_details: z.unknown().transform(paymentMethodDetailsOf),
  })
  .transform(({ payment_method_details: details, ...charge }) => ({
    ...charge,
    ...(details === undefined ? {} : { payment_method_details: details }),
  }));

export const previousCharge = z
  .object({ amount: minorUnits, status: z.string().max(255), customer: reference })
  .partial();
