import type Stripe from "stripe";

/** What is kept of a payment: a part of it, and an amount in the smallest unit of the settlement currency. */
interface Pricing {
  readonly rate: number;
  readonly fixed: Readonly<Record<string, number>>;
  readonly most?: number;
  readonly called: string;
}

/** @see https://stripe.com/pricing for cards in the United States; elsewhere the fixed part is of the same order. */
const CARD: Pricing = {
  rate: 0.029,
  fixed: { usd: 30, eur: 25, jpy: 0 },
  called: "Stripe processing fees",
};

const BANK_ACCOUNT: Pricing = {
  rate: 0.008,
  fixed: {},
  most: 500,
  called: "Stripe processing fees",
};

/** In the smallest unit of the dollar. @see https://docs.stripe.com/disputes/how-disputes-work */
export const DISPUTE_FEE = 1500;

const USUAL_FIXED_PART = 30;

/** @param amount in the smallest unit of the settlement currency */
export function feeOfPayment(
  method: string,
  amount: number,
  currency: string,
): Stripe.BalanceTransaction.FeeDetail[] {
  const pricing = method === "us_bank_account" ? BANK_ACCOUNT : CARD;
  const fixed = pricing.fixed[currency] ?? (pricing === CARD ? USUAL_FIXED_PART : 0);
  const fee = Math.min(Math.round(amount * pricing.rate) + fixed, pricing.most ?? Infinity);
  return fee === 0 ? [] : [stripeFee(fee, currency, pricing.called)];
}

/** A fee of Stripe's own, as `fee_details` has it. */
export function stripeFee(
  amount: number,
  currency: string,
  description: string,
): Stripe.BalanceTransaction.FeeDetail {
  return { amount, application: null, currency, description, type: "stripe_fee" };
}
