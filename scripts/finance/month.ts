/** A month of the calendar. */
export interface Month {
  /** As 2026-03. */
  readonly name: string;
  /** First and last day, as 2026-03-01. */
  readonly first: string;
  readonly last: string;
  /** First day of the next month. */
  readonly next: string;
}

/** undefined for a text that is no month. */
export function parseMonth(text: string): Month | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const index = Number(text.slice(5)) - 1;
  return {
    name: text,
    first: `${text}-01`,
    last: dayOf(Date.UTC(year, index + 1, 0)),
    next: dayOf(Date.UTC(year, index + 1, 1)),
  };
}

function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
