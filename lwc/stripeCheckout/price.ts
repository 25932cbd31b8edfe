import type { Plan } from "@salesforce/apex/StripeCheckoutController.offer";
import { filled } from "c/stripeFilled";
import { moneyText } from "c/stripeMoney";
import { labels } from "./labels";

const ONE: Readonly<Record<string, string>> = {
  day: labels.intervalDay,
  week: labels.intervalWeek,
  month: labels.intervalMonth,
  year: labels.intervalYear,
};
const MANY: Readonly<Record<string, string>> = {
  day: labels.intervalDays,
  week: labels.intervalWeeks,
  month: labels.intervalMonths,
  year: labels.intervalYears,
};

/** `$99.00 each month`, in the user's language and the plan's own currency; of a price by tiers nothing. */
export function priceText(plan: Plan, quantity: number): string {
  const { amount, currencyCode, billingInterval, intervalCount } = plan;
  if (amount === null || amount === undefined) return "";
  const money = moneyText(amount * quantity, currencyCode);
  const interval = billingInterval ?? "month";
  const count = intervalCount ?? 1;
  return count === 1
    ? filled(labels.amountPer, money, ONE[interval] ?? interval)
    : filled(labels.amountPerMany, money, count, MANY[interval] ?? interval);
}
