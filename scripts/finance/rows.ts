/** What a month of finance is read from, as the org answers it. */
import type { Connection } from "jsforce";
import { z } from "zod";
import type { Month } from "./month.ts";

const text = z.string().nullable();
const amount = z.number().nullable();
const customer = z.object({ Stripe_Customer_ID__c: text, Customer_Name__c: text }).nullable();
/** Whose money it is. */
const owner = { Currency__c: z.string(), Livemode__c: z.boolean(), Stripe_Account_ID__c: text };

const movement = z.object({
  ...owner,
  Stripe_Customer__r: customer,
  Stripe_Customer__c: text,
  Day__c: z.string(),
  Type__c: z.string(),
  Churn_Kind__c: text,
  Before__c: z.number(),
  Amount__c: z.number(),
  After__c: z.number(),
  Plan__c: text,
  Previous_Plan__c: text,
  Effective_At__c: text,
  Reason__c: text,
});
export type Movement = z.infer<typeof movement>;

export const MONTH_AMOUNTS = [
  "Opening_MRR__c",
  "New_MRR__c",
  "Expansion_MRR__c",
  "Contraction_MRR__c",
  "Churn_MRR__c",
  "Involuntary_Churn_MRR__c",
  "Reactivation_MRR__c",
  "Adjustment_MRR__c",
  "Closing_MRR__c",
  "ARPA__c",
  "LTV__c",
] as const;
export const MONTH_FIGURES = [
  "Customers_At_Start__c",
  "New_Customers__c",
  "Reactivated_Customers__c",
  "Churned_Customers__c",
  "Customers_At_End__c",
  "MRR_Growth__c",
  "Customer_Churn__c",
  "Customer_Churn_Of_All__c",
  "Gross_MRR_Churn__c",
  "Net_MRR_Churn__c",
  "GRR__c",
  "NRR__c",
  "Quick_Ratio__c",
] as const;

const revenueMonth = z.object({
  ...owner,
  ...(Object.fromEntries(MONTH_AMOUNTS.map((name) => [name, amount])) as Record<
    (typeof MONTH_AMOUNTS)[number],
    typeof amount
  >),
  ...(Object.fromEntries(MONTH_FIGURES.map((name) => [name, amount])) as Record<
    (typeof MONTH_FIGURES)[number],
    typeof amount
  >),
  Closed_Through__c: z.string(),
  Is_Locked__c: z.boolean(),
});
export type RevenueMonth = z.infer<typeof revenueMonth>;

const payment = z.object({
  ...owner,
  Stripe_Payment_Intent_ID__c: text,
  Stripe_Charge_ID__c: text,
  Stripe_Customer__r: customer,
  Stripe_Invoice__r: z.object({ Stripe_Invoice_ID__c: text, Invoice_Number__c: text }).nullable(),
  Transaction_Date__c: text,
  Status__c: text,
  Amount__c: amount,
  Amount_Refunded__c: amount,
  Amount_Disputed__c: amount,
  Payment_Method_Type__c: text,
  Failure_Code__c: text,
});
export type Payment = z.infer<typeof payment>;

const openInvoice = z.object({
  ...owner,
  Currency__c: text,
  Stripe_Invoice_ID__c: text,
  Invoice_Number__c: text,
  Stripe_Customer__r: customer,
  Due_Date__c: text,
  Days_Overdue__c: amount,
  Aging_Bucket__c: text,
  Amount_Remaining__c: amount,
  Dunning_Status__c: text,
});
export type OpenInvoice = z.infer<typeof openInvoice>;

/** Of the month and of all before it, the oldest first. */
export function movementsThrough(connection: Connection, { last }: Month): Promise<Movement[]> {
  return all(
    connection,
    movement,
    `SELECT ${scalars(movement)}, Stripe_Customer__r.Stripe_Customer_ID__c, Stripe_Customer__r.Customer_Name__c
     FROM Stripe_MRR_Movement__c WHERE Day__c <= ${last} ORDER BY Day__c, Movement_Key__c`,
  );
}

export function revenueMonths(connection: Connection, { first }: Month): Promise<RevenueMonth[]> {
  return all(
    connection,
    revenueMonth,
    `SELECT ${scalars(revenueMonth)} FROM Stripe_Revenue_Month__c WHERE Month__c = ${first} ORDER BY Month_Key__c`,
  );
}

export function paymentsOf(connection: Connection, { first, next }: Month): Promise<Payment[]> {
  return all(
    connection,
    payment,
    `SELECT ${scalars(payment)}, Stripe_Customer__r.Stripe_Customer_ID__c, Stripe_Customer__r.Customer_Name__c,
       Stripe_Invoice__r.Stripe_Invoice_ID__c, Stripe_Invoice__r.Invoice_Number__c
     FROM Payment_Transaction__c
     WHERE Transaction_Date__c >= ${first}T00:00:00Z AND Transaction_Date__c < ${next}T00:00:00Z
     ORDER BY Transaction_Date__c, Name`,
  );
}

/** Those that are open now: what was open at the end of a month that is over is nowhere kept. */
export function openInvoices(connection: Connection): Promise<OpenInvoice[]> {
  return all(
    connection,
    openInvoice,
    `SELECT ${scalars(openInvoice)}, Stripe_Customer__r.Stripe_Customer_ID__c, Stripe_Customer__r.Customer_Name__c
     FROM Stripe_Invoice__c WHERE Status__c = 'open' ORDER BY Due_Date__c NULLS LAST, Name`,
  );
}

function scalars(schema: z.ZodObject): string {
  return Object.keys(schema.shape)
    .filter((name) => !name.endsWith("__r"))
    .join(", ");
}

/** Every row of a query, however many pages it takes. @throws ZodError for an answer of another shape */
async function all<T extends z.ZodObject>(
  connection: Connection,
  schema: T,
  soql: string,
): Promise<z.infer<T>[]> {
  const rows: z.infer<T>[] = [];
  let page = await connection.query(soql.replaceAll(/\s+/g, " "));
  for (;;) {
    rows.push(...z.array(schema).parse(page.records));
    if (page.done || page.nextRecordsUrl === undefined) return rows;
    page = await connection.queryMore(page.nextRecordsUrl);
  }
}
