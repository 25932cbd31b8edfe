/** Dates and times in the short form of a user's locale, `1/31/2026, 10:15 AM`. */
import { ApexDate, daysInMonth } from "./date.ts";
import { momentOf, zoneName } from "./time-zones.ts";

type DatePart = "year" | "month" | "day";

function tag(locale: string): string {
  return locale.replaceAll("_", "-");
}

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** @param locale as a user's row has it, `en_US` */
export function dateTimeFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tag(locale), options);
  formats.set(key, made);
  return made;
}

function plainSpaces(text: string): string {
  return text.replace(/[\u202F\u00A0]/g, " ");
}

const DATE_PARTS = { year: "numeric", month: "numeric", day: "numeric" } as const;

export function localDate(date: ApexDate, locale: string): string {
  return dateTimeFormat(locale, { ...DATE_PARTS, timeZone: "UTC" }).format(date.epochMs);
}

export function localDatetime(epochMs: number, locale: string, zone: string): string {
  const format = dateTimeFormat(locale, {
    ...DATE_PARTS,
    hour: "numeric",
    minute: "2-digit",
    timeZone: zoneName(zone),
  });
  return plainSpaces(format.format(epochMs));
}

export function longLocalDatetime(epochMs: number, locale: string, zone: string): string {
  const format = dateTimeFormat(locale, {
    ...DATE_PARTS,
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    timeZone: zoneName(zone),
  });
  return plainSpaces(format.format(epochMs)).replace(/\bUTC$/, "GMT");
}

function order(locale: string): readonly DatePart[] {
  return dateTimeFormat(locale, DATE_PARTS)
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type): type is DatePart => type === "year" || type === "month" || type === "day");
}

/** null where the text is no date in that locale. */
export function parseLocalDate(text: string, locale: string): ApexDate | null {
  const numbers = /^\s*(\d+)\D(\d+)\D(\d+)\s*$/.exec(text)?.slice(1, 4).map(Number);
  if (numbers === undefined) return null;
  const parts = new Map(order(locale).map((part, index) => [part, numbers[index] ?? 0] as const));
  const written = parts.get("year") ?? 0;
  const year = written < 100 ? 2000 + written : written;
  const month = parts.get("month") ?? 0;
  const day = parts.get("day") ?? 0;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return ApexDate.of(year, month, day);
}

/** `10/14/2011 11:46 AM` in the zone; milliseconds since the epoch, null where the text is none. */
export function parseLocalDatetime(text: string, locale: string, zone: string): number | null {
  const match = /^\s*(\S+?),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?\s*$/.exec(text);
  const date = match === null ? null : parseLocalDate(match[1] ?? "", locale);
  if (match === null || date === null) return null;
  const half = match[5]?.toLowerCase();
  const written = Number(match[2]);
  const hour = half === undefined ? written : (written % 12) + (half === "pm" ? 12 : 0);
  const minute = Number(match[3]);
  if (hour > 23 || minute > 59) return null;
  return momentOf(date.epochMs + ((hour * 60 + minute) * 60 + Number(match[4] ?? 0)) * 1000, zone);
}
