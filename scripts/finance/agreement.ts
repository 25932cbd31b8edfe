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
    const [opening, closing] = [row.Opening_MRR__c ?? 0, row.Closing_MRR__c ?? 0];
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
      ...(thousandths(opening) + moved === thousandths(closing)
        ? []
        : [
            `${name}: opening ${opening} and movements of ${shown(moved)} are not the closing ${closing}.`,
          ]),
      ...(held === thousandths(closing)
        ? []
        : [`${name}: the customers' MRR is ${shown(held)} together, the closing ${closing}.`]),
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

/** In thousandths. */
function sum<Row>(rows: readonly Row[], of: (row: Row) => number): bigint {
  return rows.reduce((total, row) => total + thousandths(of(row)), 0n);
}

/** Amounts have three decimals. As doubles, a few hundred of a hundred billion dong add up to another last digit. */
function thousandths(amount: number): bigint {
  return BigInt(Math.round(amount * 1000));
}

function shown(amount: bigint): number {
  return Number(amount) / 1000;
}
