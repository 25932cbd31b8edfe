import lang from "@salesforce/i18n/lang";

/** Each unit, and how many milliseconds it lasts. */
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;
const SECOND_MS = 1_000;

/** In the largest unit of which one is full; both in milliseconds. */
export function relativeText(at: number, now: number): string {
  const words = new Intl.RelativeTimeFormat(lang);
  const distance = at - now;
  for (const [unit, length] of UNITS)
    if (Math.abs(distance) >= length) return words.format(Math.round(distance / length), unit);
  return words.format(Math.round(distance / SECOND_MS), "second");
}
