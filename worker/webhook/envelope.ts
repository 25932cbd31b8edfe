import * as z from "zod/mini";

import { LAST_SECOND_OF_9999 } from "../event.ts";
import { isJsonObject, type JsonObject } from "./json.ts";

/** Checked, not copied: the projection of the event's type reads it next. */
const jsonObject = z.custom<JsonObject>(isJsonObject);

/**
 * Stripe's event envelope, the part the edge relies on. `data.object` is left to the projection of the event's type.
 * https://docs.stripe.com/api/events/object
 */
export const stripeEnvelope = z.object({
  id: z.string().check(z.regex(/^evt_\w{1,250}$/)),
  object: z.literal("event"),
  type: z.string().check(z.minLength(1), z.maxLength(255)),
  api_version: z.nullish(z.string().check(z.maxLength(255))),
  created: z.int().check(z.minimum(0), z.maximum(LAST_SECOND_OF_9999)),
  livemode: z.boolean(),
  /** Of a connected account: https://docs.stripe.com/connect/webhooks. What cannot be one is refused, or it would pass for ours. */
  account: z.nullish(z.string().check(z.regex(/^acct_\w{1,35}$/))),
  data: z.object({ object: jsonObject, previous_attributes: z.nullish(jsonObject) }),
  request: z.optional(z.unknown()),
});

/** What an event must have to be taken at all, whatever else of it has a shape nobody expected. */
export const eventIdentity = z.object({
  id: stripeEnvelope.shape.id,
  object: stripeEnvelope.shape.object,
  type: stripeEnvelope.shape.type,
  created: stripeEnvelope.shape.created,
  livemode: stripeEnvelope.shape.livemode,
  account: stripeEnvelope.shape.account,
  data: z.object({ object: jsonObject }),
});

export type EventIdentity = z.infer<typeof eventIdentity>;
export type StripeEnvelope = z.infer<typeof stripeEnvelope>;
