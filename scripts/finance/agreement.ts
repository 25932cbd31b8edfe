/** Whether the files of a month agree with each other: opening and movements are the closing, and so are the customers. */
import type { CustomerRevenue } from "./customer-revenue.ts";
import type { Month } from "./month.ts";
import type { Movement, RevenueMonth } from "./rows.ts";

type Owner = Pick<RevenueMonth, "Currency__c" | "Livemode__c" | "Stripe_Account_ID__c">;

/** One sentence for each thing that is wrong; none when all is right. */
export function disagreements(
  month: Month,
  months: readonly RevenueMonth[],
  movements: readonly Movement[],
  customers: readonly CustomerRevenue[],
): string[] {
  if (months.length === 0)
    return [
      `No revenue of ${month.name} was closed. The close runs every night: npm run setup schedules it. On an empty local stack, npm run seed -- --history 18 closes eighteen months.`,
    ];
  return months.flatMap((row) => {
    const closing = row.Closing_MRR__c ?? 0;
    const moved = sum(
      movements.filter((movement) => isOwn(row, movement) && movement.Type__c !== "Opening"),
      ({ Amount__c }) => Amount__c,
    );
    const held = sum(
      customers.filter((customer) => isOwn(row, customer)),
      ({ monthly }) => monthly,
    );
    const name = `${row.Currency__c}${row.Livemode__c ? "" : " (test)"}`;
    return [
      ...(row.Closed_Through__c < month.last
        ? [`${name}: closed through ${row.Closed_Through__c}, not to the end of ${month.name}.`]
        : []),
      ...(isSame((row.Opening_MRR__c ?? 0) + moved, closing)
        ? []
        : [
            `${name}: opening ${row.Opening_MRR__c ?? 0} and movements of ${moved} are not the closing ${closing}.`,
          ]),
      ...(isSame(held, closing)
        ? []
        : [`${name}: the customers' MRR is ${held} together, the closing ${closing}.`]),
    ];
  });
}

function isOwn(row: Owner, other: Owner): boolean {
  return (
    row.Currency__c === other.Currency__c &&
    row.Livemode__c === other.Livemode__c &&
    row.Stripe_Account_ID__c === other.Stripe_Account_ID__c
  );
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return Math.round(rows.reduce((total, row) => total + of(row), 0) * 1000) / 1000;
}

/** Amounts have three decimals. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.0005;
}
