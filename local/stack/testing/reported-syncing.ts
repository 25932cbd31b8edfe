/** What admins report of: events, differences to Stripe, and a second account of Stripe. */
import { ApexDate } from "../../org/src/runtime/date.ts";
import { money, type KeptRows } from "./kept-rows.ts";

/** Rows of the default account name none. */
const SECOND_ACCOUNT = "acct_second";

export function events(rows: KeptRows): void {
  for (const status of ["Processed", "Processed", "Failed"])
    rows.keep("Stripe_Webhook_Event__c", {
      Event_Id__c: `evt_${rows.count}`,
      Type__c: "invoice.paid",
      Status__c: status,
      Created_At__c: rows.at(-0.01),
      Received_At__c: rows.at(-0.01),
      Processed_At__c: rows.at(-0.005),
      Attempts__c: money("1"),
    });
}

/** Found twice by two runs, repaired by the second; and one of money that is still there. */
export function differences(rows: KeptRows): void {
  const runs = [-1, 0].map((days) =>
    rows.keep("Stripe_Sync_Run__c", {
      Kind__c: "Range",
      Is_Dry__c: days === -1,
      Status__c: "Done with differences",
      Started_At__c: rows.at(days),
    }),
  );
  const [dry = "", wet = ""] = runs;
  for (const [run, state, object, key] of [
    [dry, "Found", "Stripe_Subscription__c", "Stripe_Subscription__c sub_1 Status__c"],
    [wet, "Repaired", "Stripe_Subscription__c", "Stripe_Subscription__c sub_1 Status__c"],
    [dry, "Found", "Stripe_Invoice__c", "Stripe_Invoice__c in_1 Total__c"],
    [wet, "Found", "Stripe_Invoice__c", "Stripe_Invoice__c in_1 Total__c"],
  ] as const)
    rows.keep("Stripe_Sync_Difference__c", {
      Stripe_Sync_Run__c: run,
      Difference_Key__c: `${run} ${key}`,
      Object_Key__c: key,
      Object__c: object,
      Kind__c: "Differs",
      Severity__c: object === "Stripe_Invoice__c" ? "Money" : "Status",
      Here__c: "20",
      In_Stripe__c: "10",
      State__c: state,
    });
  // Older than the week the report is of.
  const old = rows.keep("Stripe_Sync_Run__c", {
    Kind__c: "Range",
    Started_At__c: rows.at(-30),
  });
  rows.keep("Stripe_Sync_Difference__c", {
    Stripe_Sync_Run__c: old,
    Difference_Key__c: "old",
    Object_Key__c: "old",
    Kind__c: "Differs",
    State__c: "Found",
  });
}

/** What a dashboard shows of another account: an open invoice, a month and a subscription. */
export function secondAccount(rows: KeptRows): void {
  const account = { Stripe_Account_ID__c: SECOND_ACCOUNT, Currency__c: "USD" };
  const { year, month } = rows.monthsAgo(1);
  rows.invoice("USD", {
    ...account,
    Status__c: "open",
    Total__c: money("7"),
    Amount_Remaining__c: money("7"),
    Due_Date__c: rows.at(-100),
  });
  rows.keep("Stripe_Revenue_Month__c", {
    ...account,
    Month__c: ApexDate.of(year, month, 1),
    Month_Key__c: `${SECOND_ACCOUNT} ${year}-${month}`,
    Opening_MRR__c: money("11"),
    Closing_MRR__c: money("11"),
    Company_Rate__c: money("1"),
  });
  const subscription = rows.keep("Stripe_Subscription__c", {
    ...account,
    Stripe_Customer__c: rows.customer({ Stripe_Account_ID__c: SECOND_ACCOUNT }),
    Stripe_Plan__c: "Basic_Monthly",
    Counts_As_MRR__c: true,
    Status__c: "active",
    Sync_Status__c: "Completed",
    MRR__c: money("11"),
    Current_Period_End__c: rows.at(20),
  });
  rows.keep("Stripe_Subscription_Item__c", {
    ...account,
    Stripe_Subscription__c: subscription,
    Plan__c: "Basic_Monthly",
    MRR__c: money("11"),
  });
}
