import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { newId } from "../ids.ts";
import { draftInvoice } from "../invoices/draft.ts";
import { finalizeInvoice } from "../invoices/finalize.ts";
import { payInvoice } from "../invoices/pay.ts";
import { sendInvoice } from "../invoices/send.ts";
import { markUncollectible, voidInvoice } from "../invoices/write-off.ts";
import { newInvoiceItem } from "../invoice_items/invoice-item.ts";
import { newPaymentMethod } from "../payment_methods/payment-method.ts";
import type { TestCard } from "../payment_methods/test-card.ts";
import { cardInTurn, DECLINED_CARDS, GOOD_CARDS } from "../payment_methods/test-card.ts";
import { addPrice } from "../prices/add-price.ts";
import { newProduct } from "../products/product.ts";
import { idOf } from "../store/reference.ts";
import { cancelSubscription } from "../subscriptions/cancel.ts";
import { updateSubscription } from "../subscriptions/change.ts";
import { pauseSubscription } from "../subscriptions/pause.ts";
import { resumeSubscription } from "../subscriptions/resume.ts";
import type { SubscribeRequest } from "../subscriptions/subscribe.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import type { Scenario, ScenarioRequest } from "../triggers/scenario.ts";
import { customerOf } from "../triggers/scenario.ts";
import { DAY } from "./calendar.ts";

const subscribed: Scenario = (operation, request) => {
  begin(operation, request);
};

const paused: Scenario = (operation, request) => {
  pause(operation, begin(operation, request));
};

const invoicePaid: Scenario = (operation, request) => {
  const open = finalizeInvoice(operation, draft(operation, request));
  payInvoice(operation, open, { paidOutOfBand: false });
};

/** How each type that billing tells of is made to happen: what the Stripe CLI's fixture for it requests. */
export const billingScenarios: Readonly<Record<string, Scenario>> = {
  "customer.subscription.created": subscribed,
  "customer.subscription.updated": (operation, request) => {
    changeQuantity(operation, begin(operation, request));
  },
  "customer.subscription.deleted": (operation, request) => {
    cancelSubscription(operation, begin(operation, request), {});
  },
  "customer.subscription.paused": paused,
  "customer.subscription.resumed": (operation, request) => {
    resumeSubscription(operation, pause(operation, begin(operation, request)), {
      billingCycleAnchor: "now",
      prorationBehavior: "create_prorations",
      paymentBehavior: "resume_on_payment_success",
    });
  },
  "customer.subscription.trial_will_end": (operation, request) => {
    begin(operation, request, { trialEnd: operation.now() + 3 * DAY });
  },
  "invoice.created": (operation, request) => {
    draft(operation, request);
  },
  "invoice.finalized": (operation, request) => {
    finalizeInvoice(operation, draft(operation, request));
  },
  "invoice.paid": invoicePaid,
  "invoice.payment_succeeded": invoicePaid,
  "invoice.updated": invoicePaid,
  "invoice_payment.paid": invoicePaid,
  "invoice.payment_failed": (operation, request) => {
    const subscription = begin(operation, request);
    replaceCard(operation, subscription, cardInTurn(DECLINED_CARDS, request.turn));
    changeQuantity(operation, subscription);
  },
  "invoice.sent": (operation, request) => {
    sendInvoice(operation, finalizeInvoice(operation, draft(operation, request)));
  },
  "invoice.voided": (operation, request) => {
    voidInvoice(operation, finalizeInvoice(operation, draft(operation, request)));
  },
  "invoice.marked_uncollectible": (operation, request) => {
    const open = finalizeInvoice(operation, draft(operation, request));
    markUncollectible(operation, open, "user_forgiven");
  },
};

/** A customer with a card, subscribed to a new price. */
function begin(
  operation: Operation,
  request: ScenarioRequest,
  more: Partial<SubscribeRequest> = {},
): Stripe.Subscription {
  const customer = payerWithCard(operation, request);
  const now = operation.now();
  const product = operation.add("product.created", newProduct(newId("prod_"), "Gold Plan", now));
  const price = addPrice(operation, product, {
    currency: request.currency,
    recurring: { interval: "month" },
    unit_amount: request.amount,
  });
  const { subscription } = subscribe(operation, { customer, items: [{ price }], ...more });
  return subscription;
}

function payerWithCard(operation: Operation, request: ScenarioRequest): Stripe.Customer {
  const customer = customerOf(operation, request);
  return withCard(operation, customer, cardInTurn(GOOD_CARDS, request.turn));
}

function withCard(
  operation: Operation,
  customer: Stripe.Customer,
  card: TestCard,
): Stripe.Customer {
  const method = newPaymentMethod(operation.now(customer), card, customer);
  operation.add("payment_method.attached", method);
  return operation.change("customer.updated", customer, {
    ...customer,
    invoice_settings: { ...customer.invoice_settings, default_payment_method: method.id },
  });
}

function replaceCard(
  operation: Operation,
  { customer }: Stripe.Subscription,
  card: TestCard,
): void {
  withCard(operation, operation.objects.get("customer", idOf(customer) ?? ""), card);
}

/** One more of what the customer has, billed at once. */
function changeQuantity(operation: Operation, subscription: Stripe.Subscription): void {
  const items = subscription.items.data.map(({ id, quantity = 1 }) => ({
    id,
    quantity: quantity + 1,
  }));
  updateSubscription(operation, subscription, { items, prorationBehavior: "always_invoice" });
}

function pause(operation: Operation, subscription: Stripe.Subscription): Stripe.Subscription {
  return pauseSubscription(operation, subscription, {
    unusedTimeFrom: "none",
    invoicingBehavior: "pending_invoice_item",
  });
}

/** A draft for one thing, of a customer with a card. */
function draft(operation: Operation, request: ScenarioRequest): Stripe.Invoice {
  const customer = payerWithCard(operation, request);
  const now = operation.now(customer);
  const item = operation.add(
    "invoiceitem.created",
    newInvoiceItem({
      date: now,
      customer,
      amount: request.amount,
      currency: request.currency,
      description: "(created by local Stripe)",
      price: null,
      quantity: 1,
      period: { start: now, end: now },
      invoice: null,
      subscription: null,
      subscriptionItem: null,
      proration: false,
      discountable: true,
      metadata: {},
    }),
  );
  return draftInvoice(operation, {
    customer,
    currency: request.currency,
    billingReason: "manual",
    collectionMethod: "charge_automatically",
    daysUntilDue: null,
    advances: "never",
    subscription: null,
    period: { start: now, end: now },
    description: null,
    metadata: {},
    lines: [],
    pending: [item],
    discounts: [],
  });
}
