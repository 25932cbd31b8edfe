import type Stripe from "stripe";
import type { z } from "zod";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import {
  clearable,
  hash,
  integer,
  listParameters,
  metadata,
  oneOf,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { addressParameters, withAddress } from "../customers/address.ts";
import { releasePaymentMethod } from "./release.ts";
import { attach, paymentMethodFor, usePaymentMethod } from "./use-payment-method.ts";

const types = oneOf("card", "us_bank_account");

const billingDetails = hash({
  address: clearable(addressParameters).optional(),
  email: clearable(text(512)).optional(),
  name: clearable(text()).optional(),
  phone: clearable(text()).optional(),
});

const expiry = {
  exp_month: integer({ min: 1, max: 12 }).optional(),
  exp_year: integer({ min: 2000, max: 9999 }).optional(),
};

const newCard = hash({
  ...expiry,
  cvc: text().optional(),
  number: text().optional(),
  token: text().optional(),
});

/** @see https://docs.stripe.com/api/payment_methods */
export const paymentMethodResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/payment_methods",
      parameters: hash({
        type: types,
        card: newCard.optional(),
        billing_details: billingDetails.optional(),
        metadata: metadata().optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { card } = parameters;
        const name = card?.token ?? card?.number ?? "";
        const made = paymentMethodFor(operation, name);
        if (made?.type !== parameters.type) throw notATestCard(name);
        const method = changed(made, parameters, card);
        operation.objects.save(method);
        return method;
      },
    }),
    ...["/payment_methods", "/customers/:customer/payment_methods"].map((path) =>
      route({
        method: "GET",
        path,
        parameters: hash({
          ...listParameters,
          customer: text().optional(),
          type: types.optional(),
        }),
        answer: ({ path: names, parameters, operation }) => {
          const ofUrl = names["customer"];
          const customer =
            ofUrl === undefined ? parameters.customer : operation.objects.get("customer", ofUrl).id;
          const url = ofUrl === undefined ? path : `/customers/${ofUrl}/payment_methods`;
          return listAnswer(operation, "payment_method", `/v1${url}`, parameters, {
            customer: customer ?? null,
            type: parameters.type,
          });
        },
      }),
    ),
    ...["/payment_methods/:id", "/customers/:customer/payment_methods/:id"].map((path) =>
      route({
        method: "GET",
        path,
        parameters: hash({}),
        answer: ({ path: names, operation }) => ownMethod(operation, names),
      }),
    ),
    route({
      method: "POST",
      path: "/payment_methods/:id",
      parameters: hash({
        card: hash(expiry).optional(),
        billing_details: billingDetails.optional(),
        metadata: metadata().optional(),
      }),
      answer: ({ path, parameters, operation }) => {
        const held = operation.objects.get("payment_method", path["id"] ?? "");
        const method = changed(held, parameters, parameters.card);
        return operation.change("payment_method.updated", held, method);
      },
    }),
    route({
      method: "POST",
      path: "/payment_methods/:id/attach",
      parameters: hash({ customer: text() }),
      answer: ({ path, parameters, operation }) => {
        const customer = operation.objects.named("customer", parameters.customer, "customer");
        const method = usePaymentMethod(operation, path["id"] ?? "", "payment_method");
        return attach(operation, method, customer);
      },
    }),
    route({
      method: "POST",
      path: "/payment_methods/:id/detach",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const method = operation.objects.get("payment_method", path["id"] ?? "");
        if (method.customer === null) {
          throw invalidRequest(
            "The payment method you provided is not attached to a customer so detachment is impossible.",
            "payment_method",
            "payment_method_unexpected_state",
          );
        }
        return releasePaymentMethod(operation, method);
      },
    }),
  ],
};

function ownMethod(
  { objects }: Operation,
  { id = "", customer }: Readonly<Record<string, string>>,
): Stripe.PaymentMethod {
  const method = objects.get("payment_method", id);
  if (customer !== undefined && method.customer !== objects.get("customer", customer).id) {
    throw invalidRequest(`No such PaymentMethod: '${id}'`, "payment_method", "resource_missing");
  }
  return method;
}

function changed(
  held: Stripe.PaymentMethod,
  change: {
    readonly billing_details?: z.output<typeof billingDetails> | undefined;
    readonly metadata?: Record<string, string> | null | undefined;
  },
  card: { readonly exp_month?: number | undefined; readonly exp_year?: number | undefined } = {},
): Stripe.PaymentMethod {
  const { address, email, name, phone } = change.billing_details ?? {};
  const { exp_month = held.card?.exp_month, exp_year = held.card?.exp_year } = card;
  return {
    ...held,
    billing_details: {
      ...held.billing_details,
      address: withAddress(held.billing_details.address, address),
      ...(email === undefined ? {} : { email }),
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone }),
    },
    ...(held.card === undefined || exp_month === undefined || exp_year === undefined
      ? {}
      : { card: { ...held.card, exp_month, exp_year } }),
    metadata: withMetadata(held.metadata, change.metadata),
  };
}

function notATestCard(name: string): Error {
  return name === ""
    ? invalidRequest("Missing required param: card.", "card", "parameter_missing")
    : invalidRequest(
        "Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test " +
          "cards, visit: https://stripe.com/docs/testing.",
        "card[number]",
        "card_declined",
      );
}
