import type Stripe from "stripe";
import { newId, randomText } from "../ids.ts";
import type { TestBankAccount } from "./test-bank-account.ts";
import type { TestCard } from "./test-card.ts";

const EXPIRY = { exp_month: 12, exp_year: 2034 } as const;

/** A card's payment method. @param created seconds since 1970 */
export function newPaymentMethod(
  created: number,
  card: TestCard,
  customer: Stripe.Customer | null,
): Stripe.PaymentMethod {
  return {
    ...paymentMethod(created, customer),
    card: {
      brand: card.brand,
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: card.decline?.code === "incorrect_cvc" ? "fail" : "pass",
      },
      country: "US",
      display_brand: card.brand === "amex" ? "american_express" : card.brand,
      ...EXPIRY,
      fingerprint: randomText(16),
      funding: card.funding,
      generated_from: null,
      last4: card.last4,
      networks: { available: [card.brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    type: "card",
  };
}

/** A bank account's payment method. @param created seconds since 1970 */
export function newBankAccountMethod(
  created: number,
  account: TestBankAccount,
  customer: Stripe.Customer | null,
): Stripe.PaymentMethod {
  return {
    ...paymentMethod(created, customer),
    type: "us_bank_account",
    us_bank_account: {
      account_holder_type: "individual",
      account_type: "checking",
      bank_name: "STRIPE TEST BANK",
      financial_connections_account: null,
      fingerprint: randomText(16),
      last4: account.last4,
      networks: { preferred: "ach", supported: ["ach"] },
      routing_number: "110000000",
      status_details: null,
    },
  };
}

function paymentMethod(
  created: number,
  customer: Stripe.Customer | null,
): Omit<Stripe.PaymentMethod, "type"> {
  return {
    id: newId("pm_1"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: billingDetails(customer),
    created,
    customer: customer?.id ?? null,
    customer_account: null,
    livemode: false,
    metadata: {},
  };
}

export function billingDetails(
  customer: Stripe.Customer | null,
): Stripe.PaymentMethod.BillingDetails {
  return {
    address: {
      city: null,
      country: null,
      line1: null,
      line2: null,
      postal_code: null,
      state: null,
    },
    email: customer?.email ?? null,
    name: customer?.name ?? null,
    phone: null,
    tax_id: null,
  };
}
