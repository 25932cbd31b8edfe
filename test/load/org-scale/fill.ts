/**
 * Fills an org with a business, day after day of its history, through the org's own saves: defaults, validation, triggers, auto-numbers,
 * system fields and indexes are as of any other row, and the clock stands where the row belongs.
 */
import { ApexDate } from "../../../local/org/src/runtime/date.ts";
import { ApexDatetime } from "../../../local/org/src/runtime/datetime.ts";
import { ApexDecimal } from "../../../local/org/src/runtime/decimal.ts";
import { SObjectValue } from "../../../local/org/src/runtime/sobject.ts";
import type { FieldDescribe } from "../../../local/org/src/schema/schema.ts";
import {
  type Business,
  type Customer,
  chargedOn,
  DAYS,
  leftOn,
  momentOf,
  monthsOf,
  startOfMonth,
  totalsOf,
} from "./business.ts";
import type { ScaledOrg } from "./scaled-org.ts";

/** Of one transaction. Source: Apex Developer Guide, "Execution Governors and Limits". */
const DML_ROWS = 10_000;
/** Ten past midnight is before the jobs of the night, twenty past the close. */
const AFTER_MIDNIGHT_MS = 20 * 60_000;
const DAY_MS = 86_400_000;

type Value = string | number | boolean | null;
type Values = Readonly<Record<string, Value>>;

/** Ids of the rows below which others stand, by number of the customer. */
interface Known {
  readonly customers: string[];
  /** Two beside each other: `number * 2` and the one after. */
  readonly subscriptions: string[];
}

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
    Stripe_Price_ID__c: `price_${plan}_${currency}`,
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
    Stripe_Price_ID__c: `price_${plan}_${currency}`,
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

interface Charge {
  readonly customer: Customer;
  readonly subscription: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly outcome: Customer["latest"];
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

function isPaidBack({ customer, isFirst, outcome }: Charge): boolean {
  return customer.isRefunded && isFirst && outcome === "paid";
}

function isRecovered({ customer, isFirst, outcome }: Charge): boolean {
  return customer.isRecovered && isFirst && outcome === "paid";
}

function invoiceOf(each: Charge, known: Known, now: number): Values {
  const { customer, name, outcome, subscription, isFirst } = each;
  const total = customer.amount + customer.tax;
  const isPaid = outcome === "paid";
  const failedAt = outcome === "declined" || isRecovered(each) ? now : null;
  return {
    ...ofStripe(`evt_i${name}`, now),
    Stripe_Invoice_ID__c: `in_${name}`,
    Stripe_Customer__c: known.customers[customer.number] ?? "",
    Stripe_Subscription__c: subscription,
    Invoice_Number__c: `N-${name}`,
    Status__c: isPaid ? "paid" : "open",
    Billing_Reason__c: isFirst ? "subscription_create" : "subscription_cycle",
    Collection_Method__c: outcome === "overdue" ? "send_invoice" : "charge_automatically",
    Currency__c: customer.currency,
    Subtotal__c: customer.amount,
    Tax_Amount__c: customer.tax,
    Total__c: total,
    Amount_Due__c: total,
    Amount_Paid__c: isPaid ? total : 0,
    Amount_Remaining__c: isPaid ? 0 : total,
    Attempt_Count__c: outcome === "overdue" ? 0 : failedAt === null ? 1 : 2,
    Period_Start__c: now,
    Period_End__c: now + 30 * DAY_MS,
    Due_Date__c: outcome === "overdue" ? now + 7 * DAY_MS : null,
    Finalized_At__c: now,
    Paid_At__c: isPaid ? now : null,
    Stripe_Created_At__c: now,
    First_Failed_At__c: failedAt,
    Next_Payment_Attempt__c: outcome === "declined" ? now + 12 * DAY_MS : null,
    Dunning_Status__c: outcome === "declined" ? "trying" : "none",
    Dunning_Stage__c: isRecovered(each) ? "recovered" : "none",
    Recovered_At__c: isRecovered(each) ? now : null,
    Recovered_By__c: isRecovered(each) ? "Automatic retry" : null,
  };
}

function paymentOf(each: Charge & { readonly invoice: string }, known: Known, now: number): Values {
  const { customer, name, outcome } = each;
  const total = customer.amount + customer.tax;
  const isPaid = outcome === "paid";
  return {
    ...ofStripe(`evt_p${name}`, now),
    Stripe_Payment_Intent_ID__c: `pi_${name}`,
    Stripe_Charge_ID__c: `ch_${name}`,
    Stripe_Customer__c: known.customers[customer.number] ?? "",
    Stripe_Subscription__c: each.subscription,
    Stripe_Invoice__c: each.invoice,
    Amount__c: total,
    Amount_Refunded__c: isPaidBack(each) ? total : 0,
    Amount_Disputed__c: 0,
    Currency__c: customer.currency,
    Status__c: isPaid ? "succeeded" : "requires_payment_method",
    Failure_Code__c: isPaid ? null : "card_declined",
    Failed_Attempts__c: isPaid ? 0 : 2,
    Payment_Method_Type__c: "card",
    Payment_Kind__c: "payment_intent",
    Card_Brand__c: customer.number % 3 === 0 ? "visa" : "mastercard",
    Card_Last4__c: "4242",
    Transaction_Type__c: each.isFirst ? "initial_payment" : "recurring_payment",
    Transaction_Date__c: now,
  };
}

function attemptsOf(
  each: Charge & { readonly invoice: string; readonly payment: string },
  known: Known,
  now: number,
): readonly Values[] {
  const { customer, name } = each;
  const attempt = (place: number, outcome: "succeeded" | "failed"): Values => ({
    ...ofStripe(`evt_a${name}_${place}`, now),
    Stripe_Charge_ID__c: place === 0 ? `ch_${name}` : `ch_${name}_${place}`,
    Stripe_Customer__c: known.customers[customer.number] ?? "",
    Stripe_Subscription__c: each.subscription,
    Stripe_Invoice__c: each.invoice,
    Payment_Transaction__c: each.payment,
    Amount__c: customer.amount + customer.tax,
    Currency__c: customer.currency,
    Outcome__c: outcome,
    Decline_Code__c: outcome === "failed" ? "insufficient_funds" : null,
    Failure_Code__c: outcome === "failed" ? "card_declined" : null,
    Payment_Method_Type__c: "card",
    Card_Brand__c: customer.number % 3 === 0 ? "visa" : "mastercard",
    Card_Last4__c: "4242",
    Attempted_At__c: now,
  });
  if (isRecovered(each)) return [attempt(0, "succeeded"), attempt(1, "failed")];
  return each.outcome === "paid"
    ? [attempt(0, "succeeded")]
    : [attempt(0, "failed"), attempt(1, "failed")];
}

function refundOf(each: Charge & { readonly payment: string }, known: Known, now: number): Values {
  const { customer, name } = each;
  return {
    ...ofStripe(`evt_r${name}`, now),
    Stripe_Refund_ID__c: `re_${name}`,
    Stripe_Customer__c: known.customers[customer.number] ?? "",
    Payment_Transaction__c: each.payment,
    Amount__c: customer.amount + customer.tax,
    Currency__c: customer.currency,
    Status__c: "succeeded",
    Reason__c: "requested_by_customer",
    Refunded_At__c: now,
  };
}

function ofStripe(eventId: string, now: number): Values {
  return {
    Livemode__c: false,
    Last_Event_At__c: now,
    Last_Event_Id__c: eventId,
    Sync_Stamp__c: eventId,
  };
}

/** The night after the last day of a month: all its days are made up at once. */
function closeMonth(scaled: ScaledOrg, business: Business, month: number): void {
  scaled.time.now = startOfMonth(business, month + 1) + AFTER_MIDNIGHT_MS;
  scaled.run("StripeCloseDayBatch.run();");
}

function insert(scaled: ScaledOrg, object: string, rows: readonly Values[]): readonly string[] {
  return save(scaled, "insert", object, null, rows);
}

function upsert(scaled: ScaledOrg, object: string, key: string, rows: readonly Values[]): void {
  save(scaled, "upsert", object, key, rows);
}

function save(
  { org, user }: ScaledOrg,
  operation: "insert" | "upsert",
  object: string,
  externalIdField: string | null,
  rows: readonly Values[],
): readonly string[] {
  const describe = org.host.schema.object(object);
  if (describe === undefined) throw new Error(`no such object: ${object}`);
  const ids: string[] = [];
  for (let start = 0; start < rows.length; start += DML_ROWS) {
    org.transact(user, "REST", () => {
      const records = rows.slice(start, start + DML_ROWS).map((values) => {
        const record = new SObjectValue(describe);
        for (const [name, value] of Object.entries(values)) {
          const field = describe.fields.get(name.toLowerCase());
          if (field === undefined) throw new Error(`${object} has no ${name}`);
          if (value !== null) record.values.set(field.name, stored(field, value));
        }
        return record;
      });
      org.host.data.dml({
        operation,
        records,
        losers: [],
        allOrNone: true,
        access: "system",
        sharing: "without",
        externalIdField,
        options: { allowFieldTruncation: false, duplicateRuleAllowSave: false },
      });
      for (const { id } of records) ids.push(id ?? "");
    });
  }
  return ids;
}

function stored(field: FieldDescribe, value: string | number | boolean): unknown {
  if (typeof value !== "number") return value;
  switch (field.apexType) {
    case "Datetime":
      return new ApexDatetime(value);
    case "Date":
      return new ApexDate(Math.floor(value / DAY_MS));
    case "Decimal":
      return ApexDecimal.ofInteger(value);
    default:
      return value;
  }
}
