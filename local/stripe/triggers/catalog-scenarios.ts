import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { deleteCustomer } from "../customers/delete-customer.ts";
import { newId } from "../ids.ts";
import { releasePaymentMethod, replaceCard } from "../payment_methods/release.ts";
import { cardInTurn, GOOD_CARDS } from "../payment_methods/test-card.ts";
import { attach, usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { addPrice } from "../prices/add-price.ts";
import { newProduct } from "../products/product.ts";
import type { Scenario, ScenarioRequest } from "./scenario.ts";
import { customerOf } from "./scenario.ts";

/** Customers, their payment methods, products and prices. */
export const catalogScenarios: Readonly<Record<string, Scenario>> = {
  "customer.created": (operation, request) => {
    customerOf(operation, { ...request, payer: "new" });
  },
  "customer.deleted": (operation, request) => {
    deleteCustomer(operation, customerOf(operation, request));
  },
  "customer.updated": (operation, request) => {
    const customer = customerOf(operation, request);
    const phone = `+1555${newPhoneDigits()}`;
    operation.change("customer.updated", customer, { ...customer, phone });
  },
  "payment_method.attached": (operation, request) => {
    saveCard(operation, request);
  },
  "payment_method.automatically_updated": (operation, request) => {
    const method = saveCard(operation, request);
    const year = (method.card?.exp_year ?? 0) + 4;
    replaceCard(operation, method, { exp_month: method.card?.exp_month ?? 1, exp_year: year });
  },
  "payment_method.detached": (operation, request) => {
    releasePaymentMethod(operation, saveCard(operation, request));
  },
  "price.created": (operation, request) => {
    sell(operation, request);
  },
  "price.deleted": (operation, request) => {
    const price = sell(operation, request);
    operation.emit("price.deleted", price);
    operation.objects.remove("price", price.id);
  },
  "price.updated": (operation, request) => {
    const price = sell(operation, request);
    operation.change("price.updated", price, { ...price, nickname: "Renamed by local Stripe" });
  },
  "product.created": (operation) => {
    offer(operation);
  },
  "product.deleted": (operation) => {
    const product = offer(operation);
    operation.emit("product.deleted", product);
    operation.objects.remove("product", product.id);
  },
  "product.updated": (operation) => {
    const product = offer(operation);
    operation.change("product.updated", product, {
      ...product,
      description: "Described by local Stripe",
    });
  },
};

function saveCard(operation: Operation, request: ScenarioRequest): Stripe.PaymentMethod {
  const customer = customerOf(operation, request);
  const { token } = cardInTurn(GOOD_CARDS, request.turn);
  return attach(operation, usePaymentMethod(operation, token, "payment_method"), customer);
}

function offer(operation: Operation): Stripe.Product {
  const product = newProduct(newId("prod_"), "Made by local Stripe", operation.now());
  return operation.add("product.created", product);
}

function sell(operation: Operation, { amount, currency }: ScenarioRequest): Stripe.Price {
  return addPrice(operation, offer(operation), { currency, unit_amount: amount });
}

function newPhoneDigits(): string {
  return String(Math.floor(Math.random() * 10_000_000)).padStart(7, "0");
}
