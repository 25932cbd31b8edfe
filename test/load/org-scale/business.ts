/**
 * A made-up business, told by two numbers: whoever is asked about a customer or a day gives the same answer again, so nothing of it has
 * to be kept. One customer in twenty leaves after half a year, one in ten has two subscriptions, one in fifty does not pay just now.
 */
export interface Business {
  readonly customers: number;
  /** Of history; the customers came to it evenly. */
  readonly months: number;
  /** The first day of the month after the last of history, epoch ms. */
  readonly end: number;
}

export interface Customer {
  readonly number: number;
  /** Counted from the first month of history. */
  readonly joined: number;
  /** The day of the month on which it is charged, 1 to 28. */
  readonly day: number;
  /** The first month without a charge; null for who stays. */
  readonly left: number | null;
  readonly subscriptions: number;
  readonly currency: string;
  /** Of each subscription a month, in major units; whole. */
  readonly amount: number;
  /** On top of it. */
  readonly tax: number;
  readonly plan: string;
  /** Its latest invoice: paid, declined so far, or sent by e-mail and overdue. */
  readonly latest: "paid" | "declined" | "overdue";
  /** Whether its first charge needed a second try. */
  readonly isRecovered: boolean;
  /** Whether its first charge was paid back. */
  readonly isRefunded: boolean;
}

/** What a balance is to say in the end, added up here and not by Apex. */
export interface Totals {
  readonly billed: number;
  readonly tax: number;
  readonly paid: number;
  readonly refunded: number;
  readonly outstanding: number;
  readonly mrr: number;
  readonly running: number;
}

const DAYS_OF_CHARGE = 28;
const MONTHS_OF_A_LEAVER = 6;
const PLANS = ["BASIC_MONTHLY", "PRO_MONTHLY", "BUSINESS_MONTHLY", "ENTERPRISE_MONTHLY"] as const;

export function customerOf(business: Business, number: number): Customer {
  const joined = Math.floor((number * business.months) / business.customers);
  const leaves = number % 20 === 19 ? joined + MONTHS_OF_A_LEAVER : business.months;
  const left = leaves < business.months ? leaves : null;
  const plan = number % PLANS.length;
  const currency = number % 25 === 24 ? "JPY" : number % 4 === 2 ? "EUR" : "USD";
  const amount = (currency === "JPY" ? 1000 : 10) * (plan + 1);
  const isLast = left === null;
  return {
    number,
    joined,
    day: 1 + (number % DAYS_OF_CHARGE),
    left,
    subscriptions: number % 10 === 3 ? 2 : 1,
    currency,
    amount,
    tax: currency === "EUR" ? amount / 5 : 0,
    plan: PLANS[plan] ?? PLANS[0],
    latest:
      isLast && number % 50 === 1 ? "declined" : isLast && number % 200 === 5 ? "overdue" : "paid",
    isRecovered: number % 30 === 2,
    isRefunded: number % 40 === 3,
  };
}

/** The id of the price a customer's subscriptions are of. */
export function priceOf({ plan, currency }: Customer): string {
  return `price_${plan}_${currency}`;
}

/** The months in which a customer is charged, one after the other. */
export function monthsOf(business: Business, { joined, left }: Customer): number {
  return (left ?? business.months) - joined;
}

export function invoicesOf(business: Business): number {
  let invoices = 0;
  for (let number = 0; number < business.customers; number += 1) {
    const customer = customerOf(business, number);
    invoices += monthsOf(business, customer) * customer.subscriptions;
  }
  return invoices;
}

export function totalsOf(business: Business, customer: Customer): Totals {
  const { amount, tax, subscriptions, left, latest, isRefunded } = customer;
  const charges = monthsOf(business, customer) * subscriptions;
  const each = amount + tax;
  const unpaid = latest === "paid" ? 0 : subscriptions;
  const running = left === null ? subscriptions : 0;
  // Who has one month of history and does not pay has no first charge to pay back.
  const isPaidBack = isRefunded && charges > unpaid;
  return {
    billed: charges * each,
    tax: charges * tax,
    paid: (charges - unpaid) * each,
    refunded: isPaidBack ? each : 0,
    outstanding: unpaid * each,
    mrr: running * amount,
    running,
  };
}

/** The first moment of a month of history, epoch ms. */
export function startOfMonth({ end, months }: Business, month: number): number {
  const last = new Date(end);
  return Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - months + month, 1);
}

/** Nine in the morning of a day of a month, epoch ms. */
export function momentOf(business: Business, month: number, day: number): number {
  return startOfMonth(business, month) + ((day - 1) * 24 + 9) * 3_600_000;
}

/** The customers charged on a day of a month, by number. */
export function* chargedOn(business: Business, month: number, day: number): Generator<Customer> {
  for (let number = day - 1; number < business.customers; number += DAYS_OF_CHARGE) {
    const customer = customerOf(business, number);
    if (customer.joined <= month && month < (customer.left ?? business.months)) yield customer;
  }
}

/** Those who have left and would have been charged on that day for the first time. */
export function* leftOn(business: Business, month: number, day: number): Generator<Customer> {
  for (let number = day - 1; number < business.customers; number += DAYS_OF_CHARGE) {
    const customer = customerOf(business, number);
    if (customer.left === month) yield customer;
  }
}

export const DAYS = Array.from({ length: DAYS_OF_CHARGE }, (_, index) => index + 1);
