import * as z from "zod/mini";

import { isJsonObject } from "../json.ts";

const card = z.object({
  brand: z.string().check(z.maxLength(64)),
  last4: z.string().check(z.regex(/^\d{4}$/)),
});

const typed = z.object({ type: z.string().check(z.maxLength(64)), card: z.optional(z.unknown()) });

/** How a payment was made: all of a card that ever leaves the edge is its brand and its last four digits. */
export interface PaymentMethodDetails {
  readonly type: string;
  readonly card?: { readonly brand: string; readonly last4: string };
}

/**
 * Reads the details from a PaymentMethod or from a charge's `payment_method_details`: both carry `type` and, for a card, `card`.
 * A card that is not described (Stripe leaves fields null for some wallets) gives the type alone.
 */
export function paymentMethodDetailsOf(source: unknown): PaymentMethodDetails | undefined {
  if (!isJsonObject(source)) return undefined;
  const method = typed.safeParse(source);
  if (!method.success) return undefined;
  const { type } = method.data;
  const described = type === "card" ? card.safeParse(method.data.card) : undefined;
  return described?.success === true ? { type, card: described.data } : { type };
}

/** The field of a charge or, gathered from where its version keeps them, of a PaymentIntent. */
export const paymentMethodDetails = z.pipe(z.unknown(), z.transform(paymentMethodDetailsOf));
