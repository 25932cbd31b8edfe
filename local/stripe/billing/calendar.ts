/** How often a price bills. */
export interface Cadence {
  readonly interval: "day" | "week" | "month" | "year";
  readonly intervalCount: number;
}

/** Seconds since 1970; `end` belongs to the next period. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

export const DAY = 86_400;

/**
 * The n-th boundary of the cycle that `anchor` begins, in seconds since 1970. Months and years keep the anchor's day, or the
 * month's last day where it is shorter: 31 Jan, 28 Feb, 31 Mar.
 * @see https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
export function boundary(anchor: number, cadence: Cadence, n: number): number {
  const steps = n * cadence.intervalCount;
  switch (cadence.interval) {
    case "day":
      return anchor + steps * DAY;
    case "week":
      return anchor + steps * 7 * DAY;
    case "month":
      return plusMonths(anchor, steps);
    case "year":
      return plusMonths(anchor, steps * 12);
  }
}

/** The period of the cycle that contains a moment, also one before the anchor. */
export function periodAt(anchor: number, cadence: Cadence, at: number): Period {
  let n = Math.floor((at - anchor) / longest(cadence));
  // A short month can put the estimate off by a few periods, never by more than the months are uneven.
  while (boundary(anchor, cadence, n) > at) n -= 1;
  while (boundary(anchor, cadence, n + 1) <= at) n += 1;
  return { start: boundary(anchor, cadence, n), end: boundary(anchor, cadence, n + 1) };
}

function longest({ interval, intervalCount }: Cadence): number {
  return { day: 1, week: 7, month: 31, year: 366 }[interval] * DAY * intervalCount;
}

function plusMonths(anchor: number, months: number): number {
  const date = new Date(anchor * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  date.setUTCDate(Math.min(day, daysInMonth(date)));
  return date.getTime() / 1000;
}

function daysInMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
