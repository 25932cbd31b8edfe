/**
 * For tests of reports: the rows of a business in two currencies, put past DML as the sync and the close would have left them, with the
 * worked numbers of finance among them. Days are counted from now, so that relative filters of reports meet them.
 */
import type { OrgRuntime } from "../../org/src/org/org-runtime.ts";
import { ApexDate } from "../../org/src/runtime/date.ts";
import { ApexDatetime } from "../../org/src/runtime/datetime.ts";
import { ApexDecimal } from "../../org/src/runtime/decimal.ts";
import type { RowValues, StoredValue } from "../../org/src/store/row.ts";

const DAY_MS = 86_400_000;
/** Rows of the default account name none. */
const SECOND_ACCOUNT = "acct_second";

type Values = Readonly<Record<string, StoredValue>>;

export function reportedBusiness(org: OrgRuntime): void {
  const business = new Business(org);
  business.subscriptions();
  business.workedBalance();
  business.attempts();
  business.failedInvoices();
  business.openInvoices();
  business.close();
  business.health();
  business.moneyBack();
  business.events();
  business.differences();
  business.secondAccount();
}

class Business {
  readonly #org: OrgRuntime;
  readonly #now = Date.now();
  #count = 0;

  constructor(org: OrgRuntime) {
    this.#org = org;
  }

  subscriptions(): void {
    for (const [currency, plan, mrr, endsInDays] of [
      ["USD", "Basic_Monthly", "20", 10],
      ["USD", "Pro_Yearly", "100", 40],
      ["EUR", "Basic_Monthly", "18.5", 3],
      ["EUR", "Pro_Yearly", "1000", 200],
    ] as const) {
      const subscription = this.#keep("Stripe_Subscription__c", {
        Stripe_Customer__c: this.#customer(),
        Currency__c: currency,
        Stripe_Plan__c: plan,
        Counts_As_MRR__c: true,
        Status__c: "active",
        Sync_Status__c: "Completed",
        MRR__c: money(mrr),
        List_MRR__c: money(mrr),
        Cancel_At_Period_End__c: endsInDays === 10,
        Current_Period_End__c: this.#at(endsInDays),
      });
      this.#keep("Stripe_Subscription_Item__c", {
        Stripe_Subscription__c: subscription,
        Currency__c: currency,
        Plan__c: plan,
        MRR__c: money(mrr),
      });
    }
  }

  /** Two invoices that were paid, one written off, one void, in a currency of their own. */
  workedBalance(): void {
    this.#keep("Stripe_Balance__c", {
      Stripe_Customer__c: this.#customer(),
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
    this.#keep("Stripe_Balance__c", {
      Stripe_Customer__c: this.#customer(),
      Currency__c: "USD",
      Billed__c: money("1000.01"),
    });
  }

  /** Forty, six of them failed, four by one customer. */
  attempts(): void {
    const unlucky = this.#customer();
    for (let number = 0; number < 40; number += 1) {
      const isFailed = number < 6;
      this.#keep("Payment_Attempt__c", {
        Stripe_Customer__c: number < 4 ? unlucky : this.#customer(),
        Attempted_At__c: this.#at(0),
        Outcome__c: isFailed ? (number === 5 ? "blocked" : "failed") : "succeeded",
        Decline_Code__c: isFailed ? (number < 4 ? "insufficient_funds" : "do_not_honor") : null,
        Card_Brand__c: "visa",
        Currency__c: number % 2 === 0 ? "USD" : "EUR",
        Amount__c: money("10"),
      });
    }
  }

  /** 160 paid after 22 days, 80 after 3, 50 written off, 20 open; and two in other currencies, one of them still owed. */
  failedInvoices(): void {
    const failed = (currency: string, total: string, values: Values): string =>
      this.#invoice(currency, {
        Total__c: money(total),
        First_Failed_At__c: this.#at(-40),
        ...values,
      });
    const paid = (days: number, by: string): Values => ({
      Status__c: "paid",
      Paid_At__c: this.#at(-40 + days),
      Recovered_At__c: this.#at(-40 + days),
      Recovered_By__c: by,
    });
    failed("USD", "160", paid(22, "New payment method"));
    failed("USD", "80", paid(3, "Automatic retry"));
    failed("USD", "50", { Status__c: "uncollectible", Dunning_Stage__c: "written_off" });
    failed("USD", "20", { Status__c: "open", Amount_Remaining__c: money("0") });
    failed("EUR", "70", paid(35, "By hand or link"));
    failed("GBP", "12", { Status__c: "open", Amount_Remaining__c: money("12") });
  }

  openInvoices(): void {
    for (const [currency, remaining, daysOverdue] of [
      ["USD", "120", -10],
      ["USD", "75", 11],
      ["USD", "200", 44],
      ["USD", "90", 80],
      ["USD", "40", 120],
      ["EUR", "33", 5],
    ] as const)
      this.#invoice(currency, {
        Status__c: "open",
        Total__c: money(remaining),
        Amount_Remaining__c: money(remaining),
        Due_Date__c: this.#at(-daysOverdue),
        Dunning_Stage__c: daysOverdue > 60 ? "collections" : daysOverdue > 20 ? "final" : "none",
        Dunning_Stage_At__c: this.#at(-1),
      });
  }

  /** The last month, as it was closed. */
  close(): void {
    const { year, month } = this.#monthsAgo(1);
    const first = ApexDate.of(year, month, 1);
    for (const [currency, opening, rate] of [
      ["USD", "480", "1"],
      ["EUR", "80", "0.9"],
    ] as const) {
      this.#keep("Stripe_Revenue_Month__c", {
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
        this.#keep("Stripe_MRR_Movement__c", {
          Movement_Key__c: `${currency} ${type}`,
          Stripe_Customer__c: this.#customer(),
          Currency__c: currency,
          Day__c: ApexDate.of(year, month, 9),
          Type__c: type,
          Churn_Kind__c: type === "Churn" ? "Voluntary" : null,
          Amount__c: money(amount),
          Before__c: money(type === "Churn" ? "130" : "0"),
        });
      this.#keep("Stripe_MRR_Snapshot__c", {
        Snapshot_Key__c: currency,
        Day__c: new ApexDate(
          ApexDate.of(this.#monthsAgo(0).year, this.#monthsAgo(0).month, 1).days - 1,
        ),
        Currency__c: currency,
        Plan__c: "Pro_Yearly",
        Status__c: "active",
        MRR__c: money(opening),
        Subscriptions__c: money("4"),
      });
      for (const age of [0, 1])
        this.#keep("Stripe_Cohort__c", {
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
  health(): void {
    for (const [currency, score, risk] of [
      ["USD", "100", "Low"],
      ["USD", "75", "Medium"],
      ["USD", "25", "High"],
      ["USD", "40", "High"],
      ["USD", "90", "Low"],
      ["USD", "90", "Low"],
      ["EUR", "55", "Medium"],
    ] as const)
      this.#customer({
        Totals_Currency__c: currency,
        Health_Score__c: money(score),
        Churn_Risk__c: risk,
        MRR__c: money("50"),
      });
  }

  moneyBack(): void {
    for (const currency of ["USD", "EUR"]) {
      const shared = { Currency__c: currency, Stripe_Customer__c: this.#customer() };
      this.#keep("Stripe_Refund__c", {
        ...shared,
        Amount__c: money("30"),
        Status__c: "succeeded",
        Reason__c: "requested_by_customer",
        Refunded_At__c: this.#at(-2),
      });
      this.#keep("Stripe_Dispute__c", {
        ...shared,
        Amount__c: money("25"),
        Amount_Withdrawn__c: money("25"),
        Status__c: "lost",
        Reason__c: "fraudulent",
        Opened_At__c: this.#at(-5),
      });
      this.#keep("Stripe_Credit_Note__c", {
        ...shared,
        Amount__c: money("15"),
        Status__c: "issued",
        Reason__c: "order_change",
        Issued_At__c: this.#at(-7),
      });
      this.#keep("Payment_Transaction__c", {
        ...shared,
        Amount__c: money("120"),
        Status__c: "succeeded",
        Transaction_Date__c: this.#at(0),
      });
    }
  }

  events(): void {
    for (const status of ["Processed", "Processed", "Failed"])
      this.#keep("Stripe_Webhook_Event__c", {
        Event_Id__c: `evt_${this.#count}`,
        Type__c: "invoice.paid",
        Status__c: status,
        Created_At__c: this.#at(-0.01),
        Received_At__c: this.#at(-0.01),
        Processed_At__c: this.#at(-0.005),
        Attempts__c: money("1"),
      });
  }

  /** What a dashboard shows of another account: an open invoice, a month and a subscription. */
  secondAccount(): void {
    const account = { Stripe_Account_ID__c: SECOND_ACCOUNT, Currency__c: "USD" };
    const { year, month } = this.#monthsAgo(1);
    this.#invoice("USD", {
      ...account,
      Status__c: "open",
      Total__c: money("7"),
      Amount_Remaining__c: money("7"),
      Due_Date__c: this.#at(-100),
    });
    this.#keep("Stripe_Revenue_Month__c", {
      ...account,
      Month__c: ApexDate.of(year, month, 1),
      Month_Key__c: `${SECOND_ACCOUNT} ${year}-${month}`,
      Opening_MRR__c: money("11"),
      Closing_MRR__c: money("11"),
      Company_Rate__c: money("1"),
    });
    const subscription = this.#keep("Stripe_Subscription__c", {
      ...account,
      Stripe_Customer__c: this.#customer({ Stripe_Account_ID__c: SECOND_ACCOUNT }),
      Stripe_Plan__c: "Basic_Monthly",
      Counts_As_MRR__c: true,
      Status__c: "active",
      Sync_Status__c: "Completed",
      MRR__c: money("11"),
      Current_Period_End__c: this.#at(20),
    });
    this.#keep("Stripe_Subscription_Item__c", {
      ...account,
      Stripe_Subscription__c: subscription,
      Plan__c: "Basic_Monthly",
      MRR__c: money("11"),
    });
  }

  /** Found twice by two runs, repaired by the second; and one of money that is still there. */
  differences(): void {
    const runs = [-1, 0].map((days) =>
      this.#keep("Stripe_Sync_Run__c", {
        Kind__c: "Range",
        Is_Dry__c: days === -1,
        Status__c: "Done with differences",
        Started_At__c: this.#at(days),
      }),
    );
    const [dry = "", wet = ""] = runs;
    for (const [run, state, object, key] of [
      [dry, "Found", "Stripe_Subscription__c", "Stripe_Subscription__c sub_1 Status__c"],
      [wet, "Repaired", "Stripe_Subscription__c", "Stripe_Subscription__c sub_1 Status__c"],
      [dry, "Found", "Stripe_Invoice__c", "Stripe_Invoice__c in_1 Total__c"],
      [wet, "Found", "Stripe_Invoice__c", "Stripe_Invoice__c in_1 Total__c"],
    ] as const)
      this.#keep("Stripe_Sync_Difference__c", {
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
    const old = this.#keep("Stripe_Sync_Run__c", {
      Kind__c: "Range",
      Started_At__c: this.#at(-30),
    });
    this.#keep("Stripe_Sync_Difference__c", {
      Stripe_Sync_Run__c: old,
      Difference_Key__c: "old",
      Object_Key__c: "old",
      Kind__c: "Differs",
      State__c: "Found",
    });
  }

  #customer(values: Values = {}): string {
    return this.#keep("Stripe_Customer__c", {
      Stripe_Customer_ID__c: `cus_${this.#count}`,
      Customer_Name__c: `Customer ${this.#count}`,
      ...values,
    });
  }

  #invoice(currency: string, values: Values): string {
    return this.#keep("Stripe_Invoice__c", {
      Stripe_Customer__c: this.#customer(),
      Stripe_Invoice_ID__c: `in_${this.#count}`,
      Currency__c: currency,
      ...values,
    });
  }

  #keep(object: string, values: RowValues): string {
    this.#count += 1;
    const owner = this.#org.administrator.id;
    return this.#org.keep(object, null, {
      Name: `Row ${this.#count}`,
      OwnerId: owner,
      Livemode__c: true,
      CreatedDate: this.#at(0),
      ...values,
    });
  }

  #at(days: number): ApexDatetime {
    return new ApexDatetime(this.#now + days * DAY_MS);
  }

  #monthsAgo(months: number): { readonly year: number; readonly month: number } {
    const today = new Date(this.#now);
    const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 1));
    return { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1 };
  }
}

function money(text: string): ApexDecimal {
  return ApexDecimal.parse(text);
}
