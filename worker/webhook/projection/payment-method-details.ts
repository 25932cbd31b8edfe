import * as z from "zod";

const card = z.object({
  brand: z.string().max(64),
  last4: z.string().regex(/^\d{4}$/),
});

const typed = z.object({ type: z.string().max(64), card: z.unknown().optional() });

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
  const method = typed.safeParse(source);
  if (!method.success) return undefined;
  const described = card.safeParse(method.data.card);
  if (method.data.type !== "card" || !described.success) return { type: method.data.type };
  return { type: method.data.type, card: described.data };
}
