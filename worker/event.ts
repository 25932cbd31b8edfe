import * as z from "zod/mini";

/** In the order in which they are served. */
export const LANES = ["urgent", "standard", "bulk"] as const;
export type Lane = (typeof LANES)[number];

/** The last moment that Salesforce and ISO 8601 without a sign can name, Unix seconds. */
export const LAST_SECOND_OF_9999 = 253_402_300_799;

/** One verified, projected Stripe event: what the ledger keeps and the queue carries. */
export const admittedEvent = z.object({
  /** Stripe's event id, `evt_…`. */
  id: z.string().check(z.minLength(1)),
  type: z.string().check(z.minLength(1)),
  /** Id of the object the event is about. */
  objectId: z.string().check(z.minLength(1)),
  lane: z.enum(LANES),
  /** The Stripe API version the event was rendered in; null when Stripe sent none. */
  apiVersion: z.nullable(z.string()),
  livemode: z.boolean(),
  /** The Stripe account, `acct_…`, the event is of; null for the one the endpoint was made for without saying which. */
  account: z._default(z.nullable(z.string()), null),
  /** Stripe's `created`, Unix seconds. */
  createdAt: z.int().check(z.minimum(0), z.maximum(LAST_SECOND_OF_9999)),
  /** When the Worker verified it, Unix milliseconds. */
  receivedAt: z.int().check(z.minimum(0), z.maximum(LAST_SECOND_OF_9999 * 1000)),
  correlationId: z.string().check(z.minLength(1)),
  /** JSON for `Stripe_Event__e.Payload__c`. */
  payload: z.string(),
});

export type AdmittedEvent = z.infer<typeof admittedEvent>;
