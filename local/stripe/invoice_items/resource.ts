import type Stripe from "stripe";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import {
  boolean,
  createdRange,
  currency,
  hash,
  integer,
  listParameters,
  metadata,
  text,
  timestamp,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { amountOf } from "../billing/amount-of.ts";
import { productNames } from "../billing/product-name.ts";
import { idOf } from "../store/reference.ts";
import { withItem, withoutItem } from "../invoices/edit.ts";
import { newInvoiceItem } from "./invoice-item.ts";
import type { z } from "zod";

const createParameters = hash({
  amount: integer().optional(),
  currency: currency().optional(),
  customer: text(),
  description: text(500).optional(),
  discountable: boolean().optional(),
  invoice: text().optional(),
  metadata: metadata().optional(),
  period: hash({ end: timestamp(), start: timestamp() }).optional(),
  pricing: hash({ price: text() }).optional(),
  quantity: integer({ min: 0 }).optional(),
  subscription: text().optional(),
});

export const invoiceItemResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/invoiceitems",
      parameters: createParameters,
      answer: ({ parameters, operation }) => createItem(operation, parameters),
    }),
    route({
      method: "GET",
      path: "/invoiceitems",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        customer: text().optional(),
        invoice: text().optional(),
        pending: boolean().optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { customer, invoice, pending } = parameters;
        return listAnswer(operation, "invoiceitem", "/v1/invoiceitems", parameters, {
          customer,
          invoice: pending === true ? null : invoice,
        });
      },
    }),
    route({
      method: "GET",
      path: "/invoiceitems/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => operation.objects.get("invoiceitem", path["id"] ?? ""),
    }),
    route({
      method: "DELETE",
      path: "/invoiceitems/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const item = operation.objects.get("invoiceitem", path["id"] ?? "");
        withoutItem(operation, item);
        operation.objects.remove("invoiceitem", item.id);
        operation.emit("invoiceitem.deleted", item);
        return { id: item.id, object: "invoiceitem", deleted: true };
      },
    }),
  ],
};

function createItem(
  operation: Operation,
  parameters: z.output<typeof createParameters>,
): Stripe.InvoiceItem {
  const { objects } = operation;
  const customer = objects.named("customer", parameters.customer, "customer");
  const invoice =
    parameters.invoice === undefined
      ? null
      : objects.named("invoice", parameters.invoice, "invoice");
  const subscription =
    parameters.subscription === undefined
      ? null
      : objects.named("subscription", parameters.subscription, "subscription");
  const now = operation.now(customer);
  const cost = costOf(operation, parameters, customer);
  const item = newInvoiceItem({
    date: now,
    customer,
    ...cost,
    description: parameters.description ?? cost.description,
    period: parameters.period ?? { start: now, end: now },
    invoice: invoice?.id ?? null,
    subscription: subscription?.id ?? null,
    subscriptionItem: null,
    proration: false,
    discountable: parameters.discountable ?? cost.amount >= 0,
    metadata: withMetadata({}, parameters.metadata),
  });
  if (invoice !== null) {
    if (idOf(invoice.customer) !== customer.id) {
      throw invalidRequest("The invoice is of another customer.", "invoice");
    }
    withItem(operation, invoice, item);
  }
  return operation.add("invoiceitem.created", item);
}

function costOf(
  operation: Operation,
  parameters: z.output<typeof createParameters>,
  customer: Stripe.Customer,
): {
  amount: number;
  currency: string;
  description: string | null;
  price: Stripe.Price | null;
  quantity: number;
} {
  const { amount, pricing, quantity = 1 } = parameters;
  if (pricing === undefined) {
    if (amount === undefined) {
      throw invalidRequest("Missing required param: amount.", "amount", "parameter_missing");
    }
    const code = parameters.currency ?? customer.currency ?? "usd";
    return { amount, currency: code, description: null, price: null, quantity };
  }
  if (amount !== undefined) {
    throw invalidRequest(
      "You may only specify one of these parameters: amount, pricing.",
      "amount",
    );
  }
  const price = operation.objects.named("price", pricing.price, "pricing[price]");
  return {
    amount: amountOf(price, quantity),
    currency: price.currency,
    description: productNames(operation)(price),
    price,
    quantity,
  };
}
