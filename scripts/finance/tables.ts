/** The files of an export, as tables. */
import { amountIn } from "./amount.ts";
import type { Cell } from "./csv.ts";
import type { CustomerRevenue } from "./customer-revenue.ts";
import { MONTH_AMOUNTS, MONTH_FIGURES } from "./rows.ts";
import type { Movement, OpenInvoice, Payment, RevenueMonth } from "./rows.ts";

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => Cell;
}

interface Owned {
  readonly Currency__c: string | null;
  readonly Livemode__c: boolean;
  readonly Stripe_Account_ID__c: string | null;
}

interface OfCustomer {
  readonly Stripe_Customer__r: {
    readonly Stripe_Customer_ID__c: string | null;
    readonly Customer_Name__c: string | null;
  } | null;
}

const OWNER: readonly Column<Owned>[] = [
  { name: "currency", of: (row) => row.Currency__c },
  { name: "livemode", of: (row) => row.Livemode__c },
  { name: "account", of: (row) => row.Stripe_Account_ID__c },
];

const CUSTOMER: readonly Column<OfCustomer>[] = [
  { name: "customer_id", of: (row) => row.Stripe_Customer__r?.Stripe_Customer_ID__c ?? null },
  { name: "customer_name", of: (row) => row.Stripe_Customer__r?.Customer_Name__c ?? null },
];

export function revenueByCustomer(rows: readonly CustomerRevenue[]): Table {
  return table(rows, [...CUSTOMER, ...OWNER, money("mrr", (row) => row.monthly)]);
}

export function metrics(rows: readonly RevenueMonth[]): Table {
  return table(rows, [
    ...OWNER,
    ...MONTH_AMOUNTS.map((field) => money<RevenueMonth>(columnName(field), (row) => row[field])),
    ...MONTH_FIGURES.map((field) => ({
      name: columnName(field),
      of: (row: RevenueMonth) => row[field],
    })),
    { name: "closed_through", of: (row) => row.Closed_Through__c },
    { name: "is_locked", of: (row) => row.Is_Locked__c },
  ]);
}

export function movements(rows: readonly Movement[]): Table {
  return table(rows, [
    { name: "day", of: (row) => row.Day__c },
    ...CUSTOMER,
    ...OWNER,
    { name: "type", of: (row) => row.Type__c },
    { name: "churn_kind", of: (row) => row.Churn_Kind__c },
    money("mrr_before", (row) => row.Before__c),
    money("amount", (row) => row.Amount__c),
    money("mrr_after", (row) => row.After__c),
    { name: "plan", of: (row) => row.Plan__c },
    { name: "previous_plan", of: (row) => row.Previous_Plan__c },
    { name: "effective_at", of: (row) => utc(row.Effective_At__c) },
    { name: "reason", of: (row) => row.Reason__c },
  ]);
}

export function transactions(rows: readonly Payment[]): Table {
  return table(rows, [
    { name: "payment_intent_id", of: (row) => row.Stripe_Payment_Intent_ID__c },
    { name: "charge_id", of: (row) => row.Stripe_Charge_ID__c },
    { name: "created_at", of: (row) => utc(row.Transaction_Date__c) },
    ...CUSTOMER,
    { name: "invoice_id", of: (row) => row.Stripe_Invoice__r?.Stripe_Invoice_ID__c ?? null },
    { name: "invoice_number", of: (row) => row.Stripe_Invoice__r?.Invoice_Number__c ?? null },
    ...OWNER,
    { name: "status", of: (row) => row.Status__c },
    money("amount", (row) => row.Amount__c),
    money("amount_refunded", (row) => row.Amount_Refunded__c),
    money("amount_disputed", (row) => row.Amount_Disputed__c),
    { name: "payment_method_type", of: (row) => row.Payment_Method_Type__c },
    { name: "failure_code", of: (row) => row.Failure_Code__c },
  ]);
}

export function aging(rows: readonly OpenInvoice[]): Table {
  return table(rows, [
    { name: "invoice_id", of: (row) => row.Stripe_Invoice_ID__c },
    { name: "invoice_number", of: (row) => row.Invoice_Number__c },
    ...CUSTOMER,
    ...OWNER,
    { name: "due_at", of: (row) => utc(row.Due_Date__c) },
    { name: "days_overdue", of: (row) => row.Days_Overdue__c },
    { name: "bucket", of: (row) => row.Aging_Bucket__c },
    { name: "dunning_status", of: (row) => row.Dunning_Status__c },
    money("amount_remaining", (row) => row.Amount_Remaining__c),
  ]);
}

function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Table {
  return {
    header: columns.map(({ name }) => name),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

function money<Row extends Owned>(name: string, of: (row: Row) => number | null): Column<Row> {
  return { name, of: (row) => amountIn(row.Currency__c ?? "", of(row)) };
}

/** Opening_MRR__c is opening_mrr. */
function columnName(field: string): string {
  return field.replace(/__c$/, "").toLowerCase();
}

/** Salesforce writes 2026-03-04T10:00:00.000+0000. */
function utc(moment: string | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}
