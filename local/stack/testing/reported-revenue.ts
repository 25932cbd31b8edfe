/** What finance reports of: subscriptions, balances, the closed month, how customers fare. */
import { ApexDate } from "../../org/src/runtime/date.ts";
import { money, type KeptRows } from "./kept-rows.ts";

export function subscriptions(rows: KeptRows): void {
  for (const [currency, plan, mrr, endsInDays] of [
    ["USD", "Basic_Monthly", "20", 10],
    ["USD", "Pro_Yearly", "100", 40],
    ["EUR", "Basic_Monthly", "18.5", 3],
    ["EUR", "Pro_Yearly", "1000", 200],
  ] as const) {
    const subscription = rows.keep("Stripe_Subscription__c", {
      Stripe_Customer__c: rows.customer(),
      Currency__c: currency,
      Stripe_Plan__c: plan,
      Counts_As_MRR__c: true,
      Status__c: "active",
      Sync_Status__c: "Completed",
      MRR__c: money(mrr),
      List_MRR__c: money(mrr),
      Cancel_At_Period_End__c: endsInDays === 10,
      Current_Period_End__c: rows.at(endsInDays),
    });
    rows.keep("Stripe_Subscription_Item__c", {
      Stripe_Subscription__c: subscription,
      Currency__c: currency,
      Plan__c: plan,
      MRR__c: money(mrr),
    });
  }
}

/** Two invoices that were paid, one written off, one void, in a currency of their own. */
export function workedBalance(rows: KeptRows): void {
  rows.keep("Stripe_Balance__c", {
    Stripe_Customer__c: rows.customer(),
    Currency__c: "CAD",
    Billed__c: money("270"),
    Tax__c: money("20"),
    Credited__c: money("15"),
    Written_Off__c: money("50"),
    Paid__c: money("120"),
    Paid_Outside__c: money("85"),
    Refunded__c: money("30"),
    Disputed__c: money("25"),
    Outstanding__c: money("0"),
  });
  rows.keep("Stripe_Balance__c", {
    Stripe_Customer__c: rows.customer(),
    Currency__c: "USD",
    Billed__c: money("1000.01"),
  });
}

/** The last month, as it was closed. */
export function close(rows: KeptRows): void {
  const { year, month } = rows.monthsAgo(1);
  const first = ApexDate.of(year, month, 1);
  for (const [currency, opening, rate] of [
    ["USD", "480", "1"],
    ["EUR", "80", "0.9"],
  ] as const) {
    rows.keep("Stripe_Revenue_Month__c", {
      Month__c: first,
      Month_Key__c: `${currency} ${year}-${month}`,
      Currency__c: currency,
      Opening_MRR__c: money(opening),
      New_MRR__c: money("60"),
      Expansion_MRR__c: money("80"),
      Contraction_MRR__c: money("-30"),
      Churn_MRR__c: money("-130"),
      Closing_MRR__c: money(String(Number(opening) - 20)),
      Company_Rate__c: money(rate),
      Customers_At_Start__c: money("4"),
      Customers_At_End__c: money("4"),
      Churned_Customers__c: money("1"),
      New_Customers__c: money("1"),
      Billed__c: money("500"),
    });
    for (const [type, amount] of [
      ["New", "60"],
      ["Churn", "-130"],
    ] as const)
      rows.keep("Stripe_MRR_Movement__c", {
        Movement_Key__c: `${currency} ${type}`,
        Stripe_Customer__c: rows.customer(),
        Currency__c: currency,
        Day__c: ApexDate.of(year, month, 9),
        Type__c: type,
        Churn_Kind__c: type === "Churn" ? "Voluntary" : null,
        Amount__c: money(amount),
        Before__c: money(type === "Churn" ? "130" : "0"),
      });
    rows.keep("Stripe_MRR_Snapshot__c", {
      Snapshot_Key__c: currency,
      Day__c: new ApexDate(
        ApexDate.of(rows.monthsAgo(0).year, rows.monthsAgo(0).month, 1).days - 1,
      ),
      Currency__c: currency,
      Plan__c: "Pro_Yearly",
      Status__c: "active",
      MRR__c: money(opening),
      Subscriptions__c: money("4"),
    });
    for (const age of [0, 1])
      rows.keep("Stripe_Cohort__c", {
        Cohort_Key__c: `${currency} ${age}`,
        Cohort__c: first,
        Month__c: first,
        Age__c: money(String(age)),
        Currency__c: currency,
        MRR_At_Start__c: money("480"),
        MRR__c: money(age === 0 ? "480" : "380"),
        Customers_At_Start__c: money("4"),
        Customers__c: money(age === 0 ? "4" : "3"),
      });
  }
}

/** H1 to H6, and one in another currency. */
export function health(rows: KeptRows): void {
  for (const [currency, score, risk] of [
    ["USD", "100", "Low"],
    ["USD", "75", "Medium"],
    ["USD", "25", "High"],
    ["USD", "40", "High"],
    ["USD", "90", "Low"],
    ["USD", "90", "Low"],
    ["EUR", "55", "Medium"],
  ] as const)
    rows.customer({
      Totals_Currency__c: currency,
      Health_Score__c: money(score),
      Churn_Risk__c: risk,
      MRR__c: money("50"),
    });
}
