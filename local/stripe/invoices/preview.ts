import type Stripe from "stripe";
import { z } from "zod";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import { boolean, hash, listOf, oneOf, text, timestamp } from "../api/parameters.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { boundary, periodAt } from "../billing/calendar.ts";
import { discountsOver } from "../billing/held-discounts.ts";
import { productNames } from "../billing/product-name.ts";
import type { Proration } from "../billing/proration.ts";
import { idOf } from "../store/reference.ts";
import { newId } from "../ids.ts";
import { prorationItem } from "../invoice_items/invoice-item.ts";
import { requireBillable } from "../subscriptions/billable-items.ts";
import { planChange } from "../subscriptions/change.ts";
import { itemChangeParameters } from "../subscriptions/parameters.ts";
import { prorationsOf } from "../subscriptions/prorations.ts";
import { cadenceOf, newItem } from "../subscriptions/subscription-item.ts";
import {
  currentPeriod,
  DEFAULT_SETTINGS,
  hasEnded,
  newSubscription,
} from "../subscriptions/subscription.ts";
import { billingOf } from "../subscriptions/update.ts";
import { drafted, pendingItems } from "./draft.ts";
import { periodLines } from "./period-lines.ts";

export const previewParameters = hash({
  customer: text().optional(),
  subscription: text().optional(),
  subscription_details: hash({
    billing_cycle_anchor: hash({ type: oneOf("now", "unchanged") }).optional(),
    cancel_now: boolean().optional(),
    items: listOf(hash(itemChangeParameters), 20).optional(),
    proration_behavior: oneOf("always_invoice", "create_prorations", "none").optional(),
    proration_date: timestamp().optional(),
    trial_end: z.union([oneOf("now"), timestamp()]).optional(),
  }).optional(),
});

type PreviewParameters = z.output<typeof previewParameters>;

/**
 * The next invoice of a subscription, of one that is about to change, or of one that is about to begin. Nothing is kept.
 * @throws StripeApiError 400 as the change itself would be answered, or when there is no next invoice
 */
export function previewInvoice(
  operation: Operation,
  parameters: PreviewParameters,
): Stripe.Invoice {
  const { objects } = operation;
  if (parameters.subscription === undefined) return previewBeginning(operation, parameters);
  const subscription = objects.named("subscription", parameters.subscription, "subscription");
  if (hasEnded(subscription)) {
    throw invalidRequest(
      "No upcoming invoices for a canceled subscription.",
      "subscription",
      "invoice_upcoming_none",
    );
  }
  return previewChange(operation, subscription, parameters.subscription_details ?? {});
}

/** The invoice a subscription will get when its period ends, as it is told of ahead: without an id. */
export function upcomingInvoice(
  operation: Operation,
  subscription: Stripe.Subscription,
): Partial<Stripe.Invoice> & Pick<Stripe.Invoice, "object"> {
  const upcoming: Partial<Stripe.Invoice> & Pick<Stripe.Invoice, "object"> = previewChange(
    operation,
    subscription,
    {},
  );
  delete upcoming.id;
  return upcoming;
}

function previewChange(
  operation: Operation,
  subscription: Stripe.Subscription,
  details: NonNullable<PreviewParameters["subscription_details"]>,
): Stripe.Invoice {
  const now = operation.now(subscription);
  const prorationDate = details.proration_date ?? now;
  if (details.cancel_now === true) {
    const credits = prorationsOf(operation, subscription, [], prorationDate);
    return shown(operation, subscription, { prorations: credits, lines: [], prorationDate });
  }
  const { billing_cycle_anchor: anchor, ...changes } = details;
  const { after, prorations, startsPeriod } = planChange(
    operation,
    subscription,
    billingOf(operation, subscription, { ...changes, billing_cycle_anchor: anchor?.type }),
  );
  const atOnce = details.proration_behavior === "always_invoice" && !startsPeriod;
  const period = startsPeriod ? currentPeriod(after) : followingPeriod(after);
  const lines = atOnce ? [] : periodLines(after, period, productNames(operation));
  return shown(operation, after, { prorations, lines, prorationDate });
}

function followingPeriod(subscription: Stripe.Subscription): { start: number; end: number } {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`The subscription ${subscription.id} has no items.`);
  const anchor = subscription.billing_cycle_anchor;
  return periodAt(anchor, cadenceOf(item.price), item.current_period_end);
}

function shown(
  operation: Operation,
  subscription: Stripe.Subscription,
  invoice: {
    readonly prorations: readonly Proration[];
    readonly lines: readonly Stripe.InvoiceLineItem[];
    readonly prorationDate: number;
  },
): Stripe.Invoice {
  const customer = operation.objects.get("customer", idOf(subscription.customer) ?? "");
  const now = operation.now(customer);
  const items = invoice.prorations.map((each) => prorationItem(each, customer, now));
  return asPreview(
    drafted(operation, {
      customer,
      currency: subscription.currency,
      billingReason: "upcoming",
      collectionMethod: subscription.collection_method,
      daysUntilDue: subscription.days_until_due,
      advances: "after_an_hour",
      subscription,
      period: currentPeriod(subscription),
      description: null,
      metadata: {},
      lines: invoice.lines,
      pending: [...pendingItems(operation, customer.id, subscription.id), ...items],
      discounts: discountsOver(subscription, customer),
    }),
    items.length > 0 ? invoice.prorationDate : undefined,
  );
}

function previewBeginning(operation: Operation, parameters: PreviewParameters): Stripe.Invoice {
  const { objects } = operation;
  const { customer: customerId, subscription_details: details } = parameters;
  if (customerId === undefined) {
    throw invalidRequest(
      "Missing required param: customer or subscription.",
      "customer",
      "parameter_missing",
    );
  }
  const customer = objects.named("customer", customerId, "customer");
  const asked = (details?.items ?? []).map(({ price = "", quantity = 1, metadata }, index) => ({
    price: objects.named("price", price, `subscription_details[items][${index}][price]`),
    quantity,
    metadata: withMetadata({}, metadata),
  }));
  const { cadence, currency } = requireBillable(asked.map(({ price }) => price));
  const now = operation.now(customer);
  const id = newId("sub_1");
  const period = { start: now, end: boundary(now, cadence, 1) };
  const subscription = newSubscription({
    id,
    created: now,
    customer,
    currency,
    items: asked.map((item) => newItem({ ...item, created: now, subscription: id, period })),
    status: "active",
    anchor: now,
    trialEnd: null,
    settings: DEFAULT_SETTINGS,
  });
  return shown(operation, subscription, {
    prorations: [],
    lines: periodLines(subscription, period, productNames(operation)),
    prorationDate: now,
  });
}

/** @param prorationDate pass it to the change itself and it costs exactly this; undefined without prorations */
function asPreview(invoice: Stripe.Invoice, prorationDate: number | undefined): Stripe.Invoice {
  const details = invoice.parent?.subscription_details;
  return {
    ...invoice,
    id: `upcoming_${invoice.id}`,
    ...(invoice.parent === null || !details || prorationDate === undefined
      ? {}
      : {
          parent: {
            ...invoice.parent,
            subscription_details: { ...details, subscription_proration_date: prorationDate },
          },
        }),
  };
}
