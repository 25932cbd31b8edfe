/** What is reported of collecting: attempts, invoices that failed or are open, and money given back. */
import { money, type KeptRows, type Values } from "./kept-rows.ts";

/** Forty, six of them failed, four by one customer and two by one each. */
export function attempts(rows: KeptRows): void {
  const unlucky = rows.customer({ Recent_Failures__c: money("4") });
  for (let number = 0; number < 40; number += 1) {
    const isFailed = number < 6;
    rows.keep("Payment_Attempt__c", {
      Stripe_Customer__c:
        number < 4 ? unlucky : rows.customer({ Recent_Failures__c: money(isFailed ? "1" : "0") }),
      Attempted_At__c: rows.at(0),
      Outcome__c: isFailed ? (number === 5 ? "blocked" : "failed") : "succeeded",
      Decline_Code__c: isFailed ? (number < 4 ? "insufficient_funds" : "do_not_honor") : null,
      Card_Brand__c: "visa",
      Currency__c: number % 2 === 0 ? "USD" : "EUR",
      Amount__c: money("10"),
    });
  }
}

/** 160 paid after 22 days, 80 after 3, 50 written off, 20 open; and two in other currencies, one of them still owed. */
export function failedInvoices(rows: KeptRows): void {
  const failed = (currency: string, total: string, values: Values): string =>
    rows.invoice(currency, {
      Total__c: money(total),
      First_Failed_At__c: rows.at(-40),
      ...values,
    });
  const paid = (days: number, by: string): Values => ({
    Status__c: "paid",
    Paid_At__c: rows.at(-40 + days),
    Recovered_At__c: rows.at(-40 + days),
    Recovered_By__c: by,
  });
  failed("USD", "160", paid(22, "New payment method"));
  failed("USD", "80", paid(3, "Automatic retry"));
  failed("USD", "50", { Status__c: "uncollectible", Dunning_Stage__c: "written_off" });
  failed("USD", "20", { Status__c: "open", Amount_Remaining__c: money("0") });
  failed("EUR", "70", paid(35, "By hand or link"));
  failed("GBP", "12", { Status__c: "open", Amount_Remaining__c: money("12") });
}

export function openInvoices(rows: KeptRows): void {
  for (const [currency, remaining, daysOverdue] of [
    ["USD", "120", -10],
    ["USD", "75", 11],
    ["USD", "200", 44],
    ["USD", "90", 80],
    ["USD", "40", 120],
    ["EUR", "33", 5],
  ] as const)
    rows.invoice(currency, {
      Status__c: "open",
      Total__c: money(remaining),
      Amount_Remaining__c: money(remaining),
      Due_Date__c: rows.at(-daysOverdue),
      Dunning_Stage__c: daysOverdue > 60 ? "collections" : daysOverdue > 20 ? "final" : "none",
      Dunning_Stage_At__c: rows.at(-1),
    });
}

export function moneyBack(rows: KeptRows): void {
  for (const currency of ["USD", "EUR"]) {
    const shared = { Currency__c: currency, Stripe_Customer__c: rows.customer() };
    rows.keep("Stripe_Refund__c", {
      ...shared,
      Amount__c: money("30"),
      Status__c: "succeeded",
      Reason__c: "requested_by_customer",
      Refunded_At__c: rows.at(-2),
    });
    rows.keep("Stripe_Dispute__c", {
      ...shared,
      Amount__c: money("25"),
      Amount_Withdrawn__c: money("25"),
      Status__c: "lost",
      Reason__c: "fraudulent",
      Opened_At__c: rows.at(-5),
    });
    rows.keep("Stripe_Credit_Note__c", {
      ...shared,
      Amount__c: money("15"),
      Status__c: "issued",
      Reason__c: "order_change",
      Issued_At__c: rows.at(-7),
    });
    rows.keep("Payment_Transaction__c", {
      ...shared,
      Amount__c: money("120"),
      Status__c: "succeeded",
      Transaction_Date__c: rows.at(0),
    });
  }
}
