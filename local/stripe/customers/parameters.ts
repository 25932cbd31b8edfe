import type Stripe from "stripe";
import type { z } from "zod";
import { withMetadata } from "../api/metadata.ts";
import { clearable, hash, integer, listOf, metadata, oneOf, text } from "../api/parameters.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { addressParameters, shippingParameters, withAddress } from "./address.ts";

const shared = {
  address: clearable(addressParameters).optional(),
  balance: integer().optional(),
  description: clearable(text()).optional(),
  email: clearable(text(512)).optional(),
  invoice_prefix: text(12).optional(),
  invoice_settings: hash({
    default_payment_method: clearable(text()).optional(),
    footer: clearable(text()).optional(),
  }).optional(),
  metadata: metadata().optional(),
  name: clearable(text(256)).optional(),
  next_invoice_sequence: integer({ min: 1 }).optional(),
  phone: clearable(text(20)).optional(),
  preferred_locales: listOf(text()).optional(),
  shipping: clearable(shippingParameters).optional(),
  tax_exempt: clearable(oneOf("exempt", "none", "reverse")).optional(),
};

export const createParameters = hash({
  ...shared,
  payment_method: text().optional(),
  test_clock: text().optional(),
});

export const updateParameters = hash(shared);

/**
 * A customer after a change; what the change does not name stays.
 * @throws StripeApiError 400 for an email that is none
 */
export function changedCustomer(
  held: Stripe.Customer,
  change: z.output<typeof updateParameters>,
): Stripe.Customer {
  const { email } = change;
  if (typeof email === "string" && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw invalidRequest(`Invalid email address: ${email}`, "email", "email_invalid");
  }
  return {
    ...held,
    ...given(change, [
      "balance",
      "description",
      "email",
      "invoice_prefix",
      "name",
      "next_invoice_sequence",
      "phone",
      "preferred_locales",
    ]),
    ...(change.tax_exempt === undefined ? {} : { tax_exempt: change.tax_exempt ?? "none" }),
    address: withAddress(held.address ?? null, change.address),
    invoice_settings: {
      ...held.invoice_settings,
      ...given(change.invoice_settings ?? {}, ["default_payment_method", "footer"]),
    },
    metadata: withMetadata(held.metadata, change.metadata),
    shipping: shippingAfter(held.shipping, change.shipping),
  };
}

/** The named properties that are there. */
function given<T extends object, Name extends keyof T>(
  change: T,
  names: readonly Name[],
): { [N in Name]?: Exclude<T[N], undefined> } {
  const found = names.flatMap((name) => (change[name] === undefined ? [] : [[name, change[name]]]));
  // The entries are those of the names asked for, without undefined.
  return Object.fromEntries(found) as { [N in Name]?: Exclude<T[N], undefined> };
}

function shippingAfter(
  held: Stripe.Customer["shipping"],
  change: z.output<typeof updateParameters>["shipping"],
): Stripe.Customer["shipping"] {
  if (change === undefined || change === null) return change === null ? null : held;
  const address = withAddress(null, change.address);
  return {
    ...(address === null ? {} : { address }),
    name: change.name,
    ...(typeof change.phone === "string" ? { phone: change.phone } : {}),
  };
}
