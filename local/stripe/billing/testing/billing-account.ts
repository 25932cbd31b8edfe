import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Stripe from "stripe";
import { openAccount } from "../../account.ts";
import type { Operation } from "../../api/operation.ts";
import { newCustomer } from "../../customers/customer.ts";
import type { WireEvent } from "../../events/event.ts";
import { newRequest } from "../../events/event.ts";
import { newId } from "../../ids.ts";
import { paymentMethodFor } from "../../payment_methods/use-payment-method.ts";
import { newProduct } from "../../products/product.ts";
import { openDatabase } from "../../store/database.ts";
import { wireDecimal } from "../../store/stripe-objects.ts";
import { passTime } from "../../test_clocks/advance.ts";
import { newTestClock } from "../../test_clocks/test-clock.ts";

/** 2026-01-31T00:00:00Z, a day that most months lack. */
export const START = 1_769_817_600;

export interface BillingAccount {
  readonly clock: Stripe.TestHelpers.TestClock;
  readonly perform: <T>(work: (operation: Operation) => T) => T;
  /** Everything that was told since the account was opened, or since `forget`. */
  readonly events: () => WireEvent[];
  readonly types: () => string[];
  readonly forget: () => void;
  readonly customer: (card?: string) => Stripe.Customer;
  readonly price: (
    amount: number,
    recurring?: Partial<Stripe.Price.Recurring>,
    currency?: string,
  ) => Stripe.Price;
  readonly card: (customer: Stripe.Customer, token: string) => Stripe.PaymentMethod;
  readonly advance: (until: number) => void;
  readonly subscription: (id: string) => Stripe.Subscription;
  readonly invoices: (subscription: string) => Stripe.Invoice[];
  readonly close: () => void;
}

/** An account with one test clock and nothing else; no server. */
export function openBillingAccount(): BillingAccount {
  const folder = mkdtempSync(join(tmpdir(), "local-stripe-billing-"));
  const database = openDatabase(join(folder, "stripe.sqlite"));
  const account = openAccount(database, {
    apiVersion: "2026-10-28.endive",
    pagesAt: "http://stripe.test",
    log: (line) => {
      throw new Error(line);
    },
    wake: () => undefined,
  });
  let told: WireEvent[] = [];
  const perform = <T>(work: (operation: Operation) => T): T => {
    const { result, events } = account.perform({ request: newRequest() }, work);
    told.push(...events.flatMap(({ id }) => account.events.find(id) ?? []));
    return result;
  };
  const clock = newTestClock(START, START, null);
  perform((operation) => operation.objects.save(clock));

  const card: BillingAccount["card"] = (customer, token) =>
    perform((operation) => {
      const method = paymentMethodFor(operation, token);
      if (method === undefined) throw new Error(`No such test card: ${token}`);
      const attached = { ...method, customer: customer.id };
      operation.objects.save(attached);
      operation.objects.save({
        ...operation.objects.get("customer", customer.id),
        invoice_settings: { ...customer.invoice_settings, default_payment_method: attached.id },
      });
      return attached;
    });
  return {
    clock,
    perform,
    events: () => told,
    types: () => told.map(({ type }) => type),
    forget: () => {
      told = [];
    },
    customer: (token) => {
      const customer = newCustomer(START, { email: "jenny@example.com", test_clock: clock.id });
      perform((operation) => operation.objects.save(customer));
      if (token !== undefined) card(customer, token);
      return perform((operation) => operation.objects.get("customer", customer.id));
    },
    price: (amount, recurring = {}, currency = "usd") => {
      const product = newProduct(newId("prod_"), "Gold", START);
      const price = priceOf(product.id, amount, recurring, currency);
      perform((operation) => {
        operation.objects.save(product);
        operation.objects.save(price);
      });
      return price;
    },
    card,
    advance: (until) =>
      perform((operation) => passTime(operation.automatically(), clock.id, until)),
    subscription: (id) => perform((operation) => operation.objects.get("subscription", id)),
    invoices: (subscription) =>
      perform((operation) =>
        operation.objects
          .all("invoice", { "parent.subscription_details.subscription": subscription })
          .reverse(),
      ),
    close: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function priceOf(
  product: string,
  amount: number,
  recurring: Partial<Stripe.Price.Recurring>,
  currency: string,
): Stripe.Price {
  return {
    id: newId("price_1"),
    object: "price",
    active: true,
    billing_scheme: "per_unit",
    created: START,
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product,
    recurring: {
      interval: "month",
      interval_count: 1,
      meter: null,
      trial_period_days: null,
      usage_type: "licensed",
      ...recurring,
    },
    tax_behavior: "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: "recurring",
    unit_amount: amount,
    unit_amount_decimal: wireDecimal(String(amount)),
  };
}
