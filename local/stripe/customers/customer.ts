import type Stripe from "stripe";
import { newId, randomText } from "../ids.ts";

/** @param created seconds since 1970 */
export function newCustomer(
  created: number,
  known: Partial<
    Pick<
      Stripe.Customer,
      | "address"
      | "balance"
      | "description"
      | "email"
      | "metadata"
      | "name"
      | "phone"
      | "preferred_locales"
      | "shipping"
      | "tax_exempt"
      | "test_clock"
    >
  >,
): Stripe.Customer {
  return {
    id: newId("cus_"),
    object: "customer",
    address: null,
    balance: 0,
    created,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
    ...known,
  } satisfies Stripe.Customer;
}
