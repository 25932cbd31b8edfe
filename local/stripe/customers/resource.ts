import type Stripe from "stripe";
import { embeddedList, listAnswer } from "../api/list.ts";
import type { Operation } from "../api/operation.ts";
import { createdRange, hash, listParameters, text } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { noSuch } from "../api/stripe-error.ts";
import { attach, usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { searchRoute } from "../search/search.ts";
import { hasEnded } from "../subscriptions/subscription.ts";
import { newCustomer } from "./customer.ts";
import { deleteCustomer } from "./delete-customer.ts";
import { removeCustomerDiscount } from "./discount.ts";
import { changedCustomer, createParameters, updateParameters } from "./parameters.ts";

/** @see https://docs.stripe.com/api/customers */
export const customerResource: Resource = {
  routes: [
    searchRoute("customers", "customer", ["email", "name", "phone"]),
    route({
      method: "POST",
      path: "/customers",
      parameters: createParameters,
      answer: ({ parameters, operation }) => {
        const { payment_method, test_clock, ...rest } = parameters;
        const { objects } = operation;
        const clock =
          test_clock === undefined
            ? null
            : objects.named("test_helpers.test_clock", test_clock, "test_clock").id;
        const created = operation.now({ test_clock: clock });
        const empty = newCustomer(created, { test_clock: clock });
        const customer = changedCustomer(empty, rest);
        objects.save(customer);
        operation.emit("customer.created", customer);
        if (payment_method !== undefined) {
          attach(
            operation,
            usePaymentMethod(operation, payment_method, "payment_method"),
            customer,
          );
        }
        refuseForeignDefault(operation, customer);
        return customer;
      },
    }),
    route({
      method: "GET",
      path: "/customers",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        email: text(512).optional(),
        test_clock: text().optional(),
      }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "customer", "/v1/customers", parameters, {
          email: parameters.email,
          // Customers of test clocks are listed only when asked for.
          test_clock: parameters.test_clock ?? null,
        }),
    }),
    route({
      method: "GET",
      path: "/customers/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) => {
        const id = path["id"] ?? "";
        return objects.isDeleted("customer", id)
          ? { id, object: "customer", deleted: true }
          : objects.get("customer", id);
      },
    }),
    route({
      method: "POST",
      path: "/customers/:id",
      parameters: updateParameters,
      answer: ({ path, parameters, operation }) => {
        const held = operation.objects.get("customer", path["id"] ?? "");
        const customer = changedCustomer(held, parameters);
        refuseForeignDefault(operation, customer);
        return operation.change("customer.updated", held, customer);
      },
    }),
    route({
      method: "DELETE",
      path: "/customers/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const customer = operation.objects.get("customer", path["id"] ?? "");
        deleteCustomer(operation, customer);
        return { id: customer.id, object: "customer", deleted: true };
      },
    }),
    route({
      method: "DELETE",
      path: "/customers/:id/discount",
      parameters: hash({}),
      answer: ({ path, operation }) =>
        removeCustomerDiscount(operation, operation.objects.get("customer", path["id"] ?? "")),
    }),
  ],
  expansions: {
    "customer.subscriptions": (objects, id) => {
      const subscriptions = objects.all("subscription", { customer: id });
      return embeddedList(
        subscriptions.filter((each) => !hasEnded(each)),
        `/v1/customers/${id}/subscriptions`,
      );
    },
  },
};

/** A default payment method must be one of the customer's own. */
function refuseForeignDefault({ objects }: Operation, customer: Stripe.Customer): void {
  const { default_payment_method: method } = customer.invoice_settings;
  if (typeof method !== "string") return;
  if (objects.find("payment_method", method)?.customer === customer.id) return;
  throw noSuch("PaymentMethod", method, "invoice_settings[default_payment_method]", 400);
}
