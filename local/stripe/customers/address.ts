import type Stripe from "stripe";
import { clearable, hash, text } from "../api/parameters.ts";

const part = clearable(text(500)).optional();

export const addressParameters = hash({
  city: part,
  country: part,
  line1: part,
  line2: part,
  postal_code: part,
  state: part,
});

export const shippingParameters = hash({
  address: addressParameters,
  name: text(),
  phone: clearable(text()).optional(),
});

type AddressChange = { readonly [Part in keyof Stripe.Address]?: string | null | undefined };

const NO_ADDRESS: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** An address after a change of some of its parts; null clears it. */
export function withAddress(
  held: Stripe.Address | null,
  change: AddressChange | null | undefined,
): Stripe.Address | null {
  if (change === undefined || change === null) return change === null ? null : held;
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...NO_ADDRESS, ...held, ...Object.fromEntries(given) };
}
