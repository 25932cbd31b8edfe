/** Stripe's values as Salesforce stores them. */

/** All lives are in dollars. */
const CENTS = 100;

export function money(minorUnits: number): number {
  return minorUnits / CENTS;
}

export function moneyOrNone(minorUnits: number | null | undefined): number | null {
  return typeof minorUnits === "number" ? money(minorUnits) : null;
}

export function sumOf<T>(all: readonly T[], amount: (each: T) => number): number {
  return all.reduce((sum, each) => sum + amount(each), 0);
}

export function moment(seconds: number | null | undefined): string | null {
  return typeof seconds === "number"
    ? new Date(seconds * 1000).toISOString().replace("Z", "+0000")
    : null;
}

/** The last day of a month: a card can be charged until then. */
export function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export function idOf(
  reference: string | { readonly id: string } | null | undefined,
): string | null {
  return typeof reference === "string" ? reference : (reference?.id ?? null);
}

/** Halves go up, as money is rounded. */
export function rounded(amount: number, decimals: number): number {
  // To more digits first: 0.1 + 0.2 is no half of anything.
  return Number(
    (Math.round(Number((amount * 10 ** decimals).toFixed(6))) / 10 ** decimals).toFixed(decimals),
  );
}
