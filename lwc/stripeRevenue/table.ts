import type { Amount, Figure } from "@salesforce/apex/StripeRevenueController.figures";
import locale from "@salesforce/i18n/locale";
import { filled } from "c/stripeFilled";
import { moneyText } from "c/stripeMoney";
import { labels } from "./labels";

/** Where the records behind a figure are listed. */
export interface List {
  readonly objectApiName: string;
  readonly filterName: string;
}

/** What each figure is called, and the list view that shows what it was added up from. */
const KNOWN: Readonly<Record<string, List & { readonly label: string }>> = {
  mrr: { label: labels.mrr, objectApiName: "Stripe_Subscription__c", filterName: "With_MRR" },
  collected: {
    label: labels.collected,
    objectApiName: "Payment_Transaction__c",
    filterName: "Collected_This_Month",
  },
  outside: {
    label: labels.outside,
    objectApiName: "Stripe_Invoice__c",
    filterName: "Paid_Outside_This_Month",
  },
  open: { label: labels.open, objectApiName: "Stripe_Invoice__c", filterName: "Open" },
  overdue: { label: labels.overdue, objectApiName: "Stripe_Invoice__c", filterName: "Overdue" },
  failed: {
    label: labels.failed,
    objectApiName: "Payment_Transaction__c",
    filterName: "Failed_This_Month",
  },
  churned: {
    label: labels.churned,
    objectApiName: "Stripe_MRR_Movement__c",
    filterName: "Churned_This_Month",
  },
};

export interface Cell {
  readonly key: string;
  readonly currencyCode: string;
  readonly text: string;
}
export interface Row {
  readonly key: string;
  readonly label: string;
  readonly openLabel: string;
  readonly isTooMany: boolean;
  readonly tooMany: string;
  readonly cells: readonly Cell[];
}

/** A row for each figure, a column for each currency any of them has: nothing is added across currencies. */
export function tableOf(figures: readonly Figure[]): {
  readonly currencies: readonly string[];
  readonly rows: readonly Row[];
} {
  const currencies = [
    ...new Set(figures.flatMap(({ amounts }) => (amounts ?? []).map(codeOf))),
  ].sort();
  const rows = figures.map((figure): Row => {
    const name = figure.name ?? "";
    const label = KNOWN[name]?.label ?? name;
    return {
      key: name,
      label,
      openLabel: filled(labels.openList, label),
      isTooMany: figure.isTooMany === true,
      tooMany: labels.tooMany,
      cells: currencies.map((currencyCode) => ({
        key: currencyCode,
        currencyCode,
        text: textOf(figure, currencyCode),
      })),
    };
  });
  return { currencies, rows };
}

export function listOf(name: string): List | null {
  return KNOWN[name] ?? null;
}

/** A day of the calendar, which is the same in every zone. */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(
    Date.parse(day),
  );
}

/** What the closes call a loss is negative; here its name says so already. */
function textOf({ amounts }: Figure, currencyCode: string): string {
  const amount = (amounts ?? []).find((each) => codeOf(each) === currencyCode)?.amount ?? 0;
  return moneyText(Math.abs(amount), currencyCode);
}

function codeOf({ currencyCode }: Amount): string {
  return currencyCode ?? "";
}
