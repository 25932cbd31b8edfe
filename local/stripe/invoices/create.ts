import type Stripe from "stripe";
import type { z } from "zod";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import {
  boolean,
  clearable,
  currency,
  hash,
  integer,
  listOf,
  metadata,
  oneOf,
  text,
  timestamp,
} from "../api/parameters.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { discountsFrom } from "../billing/discount.ts";
import { ofCustomer } from "../billing/held-discounts.ts";
import { useUpCustomerDiscount } from "../billing/used-up.ts";
import type { AskedDiscount } from "../billing/promotion-code.ts";
import { discountParameters, namedDiscounts } from "../billing/promotion-code.ts";
import { idOf } from "../store/reference.ts";
import { draftInvoice, pendingItems } from "./draft.ts";

const attributes = {
  auto_advance: boolean().optional(),
  days_until_due: integer({ min: 0 }).optional(),
  default_payment_method: text().optional(),
  description: clearable(text(1500)).optional(),
  discounts: clearable(listOf(discountParameters)).optional(),
  due_date: timestamp().optional(),
  footer: clearable(text()).optional(),
  metadata: metadata().optional(),
};

export const createParameters = hash({
  ...attributes,
  collection_method: oneOf("charge_automatically", "send_invoice").optional(),
  currency: currency().optional(),
  customer: text(),
  pending_invoice_items_behavior: oneOf("exclude", "include").optional(),
  subscription: text().optional(),
});

export const updateParameters = hash(attributes);

/** An invoice made by hand: a draft that waits until somebody finalizes it, unless `auto_advance` is asked for. */
export function createInvoice(
  operation: Operation,
  parameters: z.output<typeof createParameters>,
): Stripe.Invoice {
  const { objects } = operation;
  const customer = objects.named("customer", parameters.customer, "customer");
  const subscription =
    parameters.subscription === undefined
      ? null
      : objects.named("subscription", parameters.subscription, "subscription");
  if (subscription !== null && idOf(subscription.customer) !== customer.id) {
    throw invalidRequest("The subscription is of another customer.", "subscription");
  }
  const code = parameters.currency ?? subscription?.currency ?? customer.currency ?? "usd";
  const pending =
    parameters.pending_invoice_items_behavior === "include" || subscription !== null
      ? pendingItems(operation, customer.id, subscription?.id ?? null).filter(
          (item) => item.currency === code,
        )
      : [];
  const now = operation.now(customer);
  const draft = draftInvoice(operation, {
    customer,
    currency: code,
    billingReason: "manual",
    collectionMethod: parameters.collection_method ?? "charge_automatically",
    daysUntilDue: parameters.days_until_due ?? null,
    advances: parameters.auto_advance === true ? "after_an_hour" : "never",
    subscription,
    period: { start: now, end: now },
    description: parameters.description ?? null,
    metadata: withMetadata({}, parameters.metadata),
    lines: [],
    pending,
    // What is not said is inherited from the customer.
    discounts:
      parameters.discounts === undefined
        ? ofCustomer(customer)
        : couponDiscounts(operation, customer.id, parameters.discounts ?? []),
  });
  if (parameters.discounts === undefined) useUpCustomerDiscount(operation, draft);
  return withAttributes(operation, draft, parameters);
}

/** What of the attributes is not said when a draft is made. */
function withAttributes(
  operation: Operation,
  draft: Stripe.Invoice,
  { default_payment_method: method, due_date: due, footer }: z.output<typeof createParameters>,
): Stripe.Invoice {
  const invoice: Stripe.Invoice = {
    ...draft,
    ...(method === undefined ? {} : { default_payment_method: method }),
    ...(due === undefined ? {} : { due_date: due }),
    ...(footer === undefined ? {} : { footer }),
  };
  operation.objects.save(invoice);
  return invoice;
}

export function couponDiscounts(
  operation: Operation,
  customer: string,
  asked: readonly AskedDiscount[],
): string[] {
  const place = { customer, subscription: null, invoice: null };
  const named = namedDiscounts(operation.objects, asked, customer);
  const start = operation.now({ customer });
  return discountsFrom(operation, named, start, place).map(({ id }) => id);
}
