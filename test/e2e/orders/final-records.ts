/** What is left of a life in Salesforce, and what should be: in the same shape, so that the two can be compared. */
import type Stripe from "stripe";
import type { InProcessOrg } from "./in-process-org.ts";
import type { Life } from "./life.ts";
import { storedRows } from "./stored-rows.ts";

type Row = Readonly<Record<string, unknown>>;

export interface FinalRecords {
  readonly customers: readonly Row[];
  readonly subscriptions: readonly Row[];
  readonly invoices: readonly Row[];
  readonly payments: readonly Row[];
  /** Object → its rows, with every field that holds a value of its own. */
  readonly stored: Readonly<Record<string, readonly Row[]>>;
  /** Events that did not go through, with their reasons. */
  readonly unfinished: readonly Row[];
}

export function finalRecords(org: InProcessOrg): FinalRecords {
  const select = (fields: string, object: string, where = ""): Row[] => {
    const [key = ""] = fields.split(",");
    return org
      .query(`SELECT ${fields} FROM ${object} ${where}`)
      .map(plain)
      .sort((a, b) => order(String(a[key]), String(b[key])));
  };
  return {
    customers: select(
      "Stripe_Customer_ID__c, Customer_Name__c, Email__c, Phone__c, Delinquent__c, Deleted__c, Total_Revenue__c, Total_Collected__c, MRR__c, Card_Brand__c",
      "Stripe_Customer__c",
    ),
    subscriptions: select(
      "Stripe_Subscription_ID__c, Stripe_Customer__r.Stripe_Customer_ID__c, Status__c, Stripe_Price_ID__c, Previous_Price_ID__c, Quantity__c, Amount__c, Currency__c, Current_Period_Start__c, Current_Period_End__c, Billing_Interval__c, Cancel_At_Period_End__c, Canceled_At__c, Ended_At__c, Trial_End__c, Plan_Change_Date__c, Dunning_Status__c, Total_Invoiced__c, Monthly_Amount__c, Sync_Status__c",
      "Stripe_Subscription__c",
    ),
    invoices: select(
      "Stripe_Invoice_ID__c, Stripe_Subscription__r.Stripe_Subscription_ID__c, Status__c, Billing_Reason__c, Total__c, Amount_Due__c, Amount_Paid__c, Amount_Remaining__c, Attempt_Count__c, Dunning_Status__c, Paid_At__c",
      "Stripe_Invoice__c",
    ),
    payments: select(
      "Stripe_Payment_Intent_ID__c, Stripe_Charge_ID__c, Stripe_Customer__r.Stripe_Customer_ID__c, Stripe_Invoice__r.Stripe_Invoice_ID__c, Stripe_Subscription__r.Stripe_Subscription_ID__c, Status__c, Amount__c, Currency__c, Amount_Refunded__c, Transaction_Type__c, Card_Brand__c, Card_Last4__c, Failure_Code__c",
      "Payment_Transaction__c",
    ),
    stored: storedRows(org),
    unfinished: select(
      "Type__c, Status__c, Error__c",
      "Stripe_Webhook_Event__c",
      "WHERE Status__c IN ('Failed', 'Waiting')",
    ),
  };
}

/** What Stripe says in the end, of what both sides know. */
export function stripeSays({ subscription, invoices, charges }: Life): object {
  const item = subscription.items.data[0];
  const paid = charges.filter((charge) => charge.paid);
  const collected = paid.reduce((sum, charge) => sum + charge.amount - charge.amount_refunded, 0);
  return {
    customers: [
      {
        Customer_Name__c: "Ada King",
        Email__c: "ada.lovelace@example.com",
        Phone__c: "+44 20 7946 0000",
        Delinquent__c: false,
        Total_Collected__c: collected / 100,
        MRR__c: 0,
        Card_Brand__c: "mastercard",
      },
    ],
    subscriptions: [
      {
        Stripe_Subscription_ID__c: subscription.id,
        Status__c: subscription.status,
        Stripe_Price_ID__c: item?.price.id,
        Quantity__c: item?.quantity,
        Cancel_At_Period_End__c: subscription.cancel_at_period_end,
        Current_Period_End__c: moment(item?.current_period_end),
        Canceled_At__c: moment(subscription.canceled_at),
        Ended_At__c: moment(subscription.ended_at),
        Trial_End__c: moment(subscription.trial_end),
        Dunning_Status__c: "none",
        Total_Invoiced__c: sum(invoices.map(({ total }) => total)),
      },
    ],
    invoices: sorted(invoices).map((invoice) => ({
      Stripe_Invoice_ID__c: invoice.id,
      Status__c: invoice.status,
      Billing_Reason__c: invoice.billing_reason,
      Total__c: invoice.total / 100,
      Amount_Due__c: invoice.amount_due / 100,
      Amount_Paid__c: invoice.amount_paid / 100,
      Amount_Remaining__c: invoice.amount_remaining / 100,
      Attempt_Count__c: invoice.attempt_count,
      Paid_At__c: moment(invoice.status_transitions.paid_at),
    })),
    payments: paid
      .map((charge) => ({
        Stripe_Payment_Intent_ID__c: idOf(charge.payment_intent),
        Stripe_Charge_ID__c: charge.id,
        Status__c: "succeeded",
        Amount__c: charge.amount / 100,
        Amount_Refunded__c: charge.amount_refunded === 0 ? null : charge.amount_refunded / 100,
        Card_Last4__c: charge.payment_method_details?.card?.last4,
        Failure_Code__c: null,
      }))
      .sort((a, b) => order(a.Stripe_Payment_Intent_ID__c, b.Stripe_Payment_Intent_ID__c)),
    unfinished: [],
  };
}

/** Parents by their Stripe id; record ids and links to records differ from org to org. */
function plain(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name !== "attributes")
      .map(([name, value]) => [name, isRecord(value) ? plain(value) : value]),
  );
}

function isRecord(value: unknown): value is Row {
  return typeof value === "object" && value !== null;
}

function idOf(reference: string | { readonly id: string } | null): string {
  return typeof reference === "string" ? reference : (reference?.id ?? "");
}

function moment(seconds: number | null | undefined): string | null {
  return typeof seconds === "number"
    ? new Date(seconds * 1000).toISOString().replace("Z", "+0000")
    : null;
}

function sum(minorUnits: readonly number[]): number {
  return minorUnits.reduce((total, each) => total + each, 0) / 100;
}

function sorted(invoices: readonly Stripe.Invoice[]): Stripe.Invoice[] {
  return invoices.toSorted((a, b) => order(a.id, b.id));
}

/** As JavaScript compares: SOQL sorts texts without regard to case. */
function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
