/**
 * Fills an org with a business, day after day of its history, through the org's own saves: defaults, validation, triggers, auto-numbers,
 * system fields and indexes are as of any other row, and the clock stands where the row belongs.
 */
import {
  type Business,
  type Customer,
  chargedOn,
  DAYS,
  leftOn,
  momentOf,
  monthsOf,
  priceOf,
  startOfMonth,
  totalsOf,
} from "./business.ts";
import {
  attemptsOf,
  type Charge,
  invoiceOf,
  isPaidBack,
  paymentOf,
  refundOf,
} from "./charge-rows.ts";
import { type Known, ofStripe } from "./known.ts";
import { insert, upsert, type Values } from "./save-rows.ts";
import type { ScaledOrg } from "./scaled-org.ts";

/** Ten past midnight is before the jobs of the night, twenty past the close. */
const AFTER_MIDNIGHT_MS = 20 * 60_000;
const DAY_MS = 86_400_000;

/** @param tell hears of every month that is full */
export function fill(scaled: ScaledOrg, business: Business, tell: (line: string) => void): void {
  const known: Known = { customers: [], subscriptions: [] };
  for (let month = 0; month < business.months; month += 1) {
    for (const day of DAYS) {
      scaled.time.now = momentOf(business, month, day);
      fillDay(scaled, business, known, month, day);
    }
    closeMonth(scaled, business, month);
    tell(`month ${month + 1} of ${business.months} is full`);
  }
}

function fillDay(
  scaled: ScaledOrg,
  business: Business,
  known: Known,
  month: number,
  day: number,
): void {
  const charged = [...chargedOn(business, month, day)];
  const joining = charged.filter(({ joined }) => joined === month);
  if (joining.length > 0) join(scaled, business, known, joining);
  const leaving = [...leftOn(business, month, day)];
  if (leaving.length > 0) leave(scaled, known, leaving);
  charge(scaled, business, known, month, charged);
}

function join(
  scaled: ScaledOrg,
  business: Business,
  known: Known,
  joining: readonly Customer[],
): void {
  const now = scaled.time.now;
  const customers = insert(
    scaled,
    "Stripe_Customer__c",
    joining.map(({ number, currency }) => ({
      ...ofStripe(`evt_c${number}`, now),
      Stripe_Customer_ID__c: `cus_${number}`,
      Customer_Name__c: `Customer ${number}`,
      Email__c: `customer${number}@example.com`,
      Totals_Currency__c: currency,
      Stripe_Created_At__c: now,
    })),
  );
  for (const [index, { number }] of joining.entries())
    known.customers[number] = customers[index] ?? "";
  const pairs = joining.flatMap((customer) =>
    Array.from({ length: customer.subscriptions }, (_, place) => ({ customer, place })),
  );
  const subscriptions = insert(
    scaled,
    "Stripe_Subscription__c",
    pairs.map(({ customer, place }) => subscriptionOf(customer, place, known, now)),
  );
  for (const [index, { customer, place }] of pairs.entries())
    known.subscriptions[customer.number * 2 + place] = subscriptions[index] ?? "";
  insert(
    scaled,
    "Stripe_Subscription_Item__c",
    pairs.map(({ customer, place }) => itemOf(customer, place, known, now)),
  );
  insert(
    scaled,
    "Pricing_Plan__c",
    pairs.map(({ customer, place }) => planOf(customer, place, known, now)),
  );
  insert(
    scaled,
    "Stripe_Balance__c",
    joining.map((customer) => balanceOf(business, customer, known)),
  );
}

function subscriptionOf(customer: Customer, place: number, known: Known, now: number): Values {
  const { number, amount, currency, plan } = customer;
  return {
    ...ofStripe(`evt_s${number}_${place}`, now),
    Stripe_Customer__c: known.customers[number] ?? "",
    Stripe_Subscription_ID__c: `sub_${number}_${place}`,
    Status__c: "active",
    Sync_Status__c: "Completed",
    Currency__c: currency,
    Amount__c: amount,
    Monthly_Amount__c: amount,
    MRR__c: amount,
    List_MRR__c: amount,
    Counts_As_MRR__c: true,
    Amount_Known__c: true,
    Quantity__c: 1,
    Billing_Interval__c: "month",
    Billing_Interval_Count__c: 1,
    Collection_Method__c: customer.latest === "overdue" ? "send_invoice" : "charge_automatically",
    Stripe_Plan__c: plan,
    Stripe_Price_ID__c: priceOf(customer),
    Started_At__c: now,
    Current_Period_Start__c: now,
    Current_Period_End__c: now + 30 * DAY_MS,
  };
}

function itemOf(customer: Customer, place: number, known: Known, now: number): Values {
  const { number, amount, currency, plan } = customer;
  return {
    ...ofStripe(`evt_s${number}_${place}`, now),
    Stripe_Subscription__c: known.subscriptions[number * 2 + place] ?? "",
    Stripe_Item_ID__c: `si_${number}_${place}`,
    Stripe_Price_ID__c: priceOf(customer),
    Plan__c: plan,
    Currency__c: currency,
    Quantity__c: 1,
    Amount__c: amount,
    List_Year__c: amount * 12,
    Year_Amount__c: amount * 12,
    MRR__c: amount,
    Amount_Known__c: true,
    Billing_Interval__c: "month",
    Billing_Interval_Count__c: 1,
    Usage_Type__c: "licensed",
    Billing_Scheme__c: "per_unit",
  };
}

function planOf(customer: Customer, place: number, known: Known, now: number): Values {
  const { number, amount, currency, plan } = customer;
  return {
    Stripe_Subscription__c: known.subscriptions[number * 2 + place] ?? "",
    Stripe_Price_ID__c: priceOf(customer),
    Plan__c: plan,
    Amount__c: amount,
    Currency__c: currency,
    Billing_Interval__c: "month",
    Billing_Interval_Count__c: 1,
    Is_Current__c: true,
    Is_Active__c: true,
    Price_Active__c: true,
    Product_Active__c: true,
    Livemode__c: false,
    Last_Event_At__c: now,
    Last_Event_Id__c: `evt_s${number}_${place}`,
  };
}

/** As it will be: who leaves meanwhile is written again when it does. */
function balanceOf(business: Business, customer: Customer, known: Known): Values {
  const { billed, tax, paid, refunded, outstanding } = totalsOf(business, customer);
  return {
    Balance_Key__c: `${known.customers[customer.number] ?? ""}|${customer.currency}`,
    Stripe_Customer__c: known.customers[customer.number] ?? "",
    Currency__c: customer.currency,
    Billed__c: billed,
    Tax__c: tax,
    Credited__c: 0,
    Written_Off__c: 0,
    Outstanding__c: outstanding,
    Paid_Outside__c: 0,
    Paid__c: paid,
    Refunded__c: refunded,
    Disputed__c: 0,
    MRR__c: customer.amount * customer.subscriptions,
    Active_Subscriptions__c: customer.subscriptions,
  };
}

function leave(scaled: ScaledOrg, known: Known, leaving: readonly Customer[]): void {
  const subscriptions = leaving.flatMap((customer) =>
    Array.from({ length: customer.subscriptions }, (_, place) => ({ customer, place })),
  );
  upsert(
    scaled,
    "Stripe_Subscription__c",
    "Stripe_Subscription_ID__c",
    subscriptions.map(({ customer: { number }, place }) => ({
      ...ofStripe(`evt_l${number}_${place}`, scaled.time.now),
      Stripe_Subscription_ID__c: `sub_${number}_${place}`,
      Status__c: "canceled",
      Cancellation_Reason__c: "cancellation_requested",
      Canceled_At__c: scaled.time.now,
      Ended_At__c: scaled.time.now,
      MRR__c: 0,
      List_MRR__c: 0,
      Counts_As_MRR__c: false,
    })),
  );
  upsert(
    scaled,
    "Stripe_Subscription_Item__c",
    "Stripe_Item_ID__c",
    subscriptions.map(({ customer: { number }, place }) => ({
      ...ofStripe(`evt_l${number}_${place}`, scaled.time.now),
      Stripe_Item_ID__c: `si_${number}_${place}`,
      MRR__c: 0,
    })),
  );
  upsert(
    scaled,
    "Stripe_Balance__c",
    "Balance_Key__c",
    leaving.map(({ number, currency }) => ({
      Balance_Key__c: `${known.customers[number] ?? ""}|${currency}`,
      MRR__c: 0,
      Active_Subscriptions__c: 0,
    })),
  );
}

function charge(
  scaled: ScaledOrg,
  business: Business,
  known: Known,
  month: number,
  charged: readonly Customer[],
): void {
  const charges = charged.flatMap((customer) =>
    Array.from({ length: customer.subscriptions }, (_, place): Charge => {
      const isLatest = month === customer.joined + monthsOf(business, customer) - 1;
      return {
        customer,
        subscription: known.subscriptions[customer.number * 2 + place] ?? "",
        name: `${customer.number}_${place}_${month}`,
        isFirst: month === customer.joined && place === 0,
        outcome: isLatest ? customer.latest : "paid",
      };
    }),
  );
  const { now } = scaled.time;
  const invoices = insert(
    scaled,
    "Stripe_Invoice__c",
    charges.map((each) => invoiceOf(each, known, now)),
  );
  const tried = charges.flatMap((each, index) =>
    each.outcome === "overdue" ? [] : [{ ...each, invoice: invoices[index] ?? "" }],
  );
  const payments = insert(
    scaled,
    "Payment_Transaction__c",
    tried.map((each) => paymentOf(each, known, now)),
  );
  insert(
    scaled,
    "Payment_Attempt__c",
    tried.flatMap((each, index) =>
      attemptsOf({ ...each, payment: payments[index] ?? "" }, known, now),
    ),
  );
  insert(
    scaled,
    "Stripe_Refund__c",
    tried.flatMap((each, index) =>
      isPaidBack(each) ? [refundOf({ ...each, payment: payments[index] ?? "" }, known, now)] : [],
    ),
  );
}

/** The night after the last day of a month: all its days are made up at once. */
function closeMonth(scaled: ScaledOrg, business: Business, month: number): void {
  scaled.time.now = startOfMonth(business, month + 1) + AFTER_MIDNIGHT_MS;
  scaled.run("StripeCloseDayBatch.run();");
}
