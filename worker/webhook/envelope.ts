import * as z from "zod";

const LAST_SECOND_OF_9999 = 253_402_300_799;

/**
 * Stripe's event envelope, the part the edge relies on. `data.object` is left to the projection of the event's type.
 * https://docs.stripe.com/api/events/object
 */
export const stripeEnvelope = z.object({
  id: z.string().regex(/^evt_\w{1,250}$/),
  object: z.literal("event"),
  type: z.string().min(1).max(255),
  api_version: z.string().max(255).nullish(),
  created: z.int().min(0).max(LAST_SECOND_OF_9999),
  livemode: z.boolean(),
  data: z.object({
    object: z.record(z.string(), z.unknown()),
    previous_attributes: z.record(z.string(), z.unknown()).nullish(),
  }),
});

export type StripeEnvelope = z.infer<typeof stripeEnvelope>;
