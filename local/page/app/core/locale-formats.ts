/** How a locale writes dates, times and numbers, as `@salesforce/i18n` says it: patterns of CLDR, by which base components read what is typed. */

/** A day and a moment of one digit each: they show whether a zero goes before. */
const SAMPLE = new Date(Date.UTC(2024, 0, 2, 3, 4, 5));

type Style = "short" | "medium" | "long";

const DATE_OPTIONS: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  short: { year: "numeric", month: "numeric", day: "numeric" },
  medium: { year: "numeric", month: "short", day: "numeric" },
  long: { year: "numeric", month: "long", day: "numeric" },
};

export type LocaleFormats = Readonly<Record<string, string | number>>;

/**
 * By the module's name below `@salesforce/i18n/`. Source: LWC Developer Guide, "Internationalization Properties".
 * @param locale as BCP 47 spells it: `de-DE`
 */
export function localeFormats(locale: string): LocaleFormats {
  const time = { hour: "numeric", minute: "2-digit" } as const;
  const seconds = { ...time, second: "2-digit" } as const;
  const dates = {
    short: pattern(locale, DATE_OPTIONS.short),
    medium: pattern(locale, DATE_OPTIONS.medium),
    long: pattern(locale, DATE_OPTIONS.long),
  };
  const times = { short: pattern(locale, time), medium: pattern(locale, seconds) };
  return {
    "dateTime.shortDateFormat": dates.short,
    "dateTime.mediumDateFormat": dates.medium,
    "dateTime.longDateFormat": dates.long,
    "dateTime.shortTimeFormat": times.short,
    "dateTime.mediumTimeFormat": times.medium,
    "dateTime.shortDateTimeFormat": `${dates.short} ${times.short}`,
    "dateTime.mediumDateTimeFormat": `${dates.medium} ${times.medium}`,
    "dateTime.longDateTimeFormat": `${dates.long} ${times.medium}`,
    "number.decimalSeparator": separator(locale, "decimal", "."),
    "number.groupingSeparator": separator(locale, "group", ","),
    firstDayOfWeek: firstDayOfWeek(locale),
  };
}

/** Names of months in dates, from 1 on. */
export type MonthNames = Readonly<Record<string, string>>;

export function monthNames(locale: string): {
  readonly abbreviated: MonthNames;
  readonly wide: MonthNames;
} {
  return {
    abbreviated: monthsOf(locale, DATE_OPTIONS.medium),
    wide: monthsOf(locale, DATE_OPTIONS.long),
  };
}

function monthsOf(locale: string, options: Intl.DateTimeFormatOptions): MonthNames {
  const format = formatOf(locale, options);
  const name = (month: number): string =>
    format.formatToParts(Date.UTC(2024, month, 1)).find(({ type }) => type === "month")?.value ??
    "";
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, month) => [String(month + 1), name(month)]),
  );
}

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
}

function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const format = formatOf(locale, options);
  const isOfTwelve = format.resolvedOptions().hour12 === true;
  return format
    .formatToParts(SAMPLE)
    .map(({ type, value }) => {
      switch (type) {
        case "year":
          return "yyyy";
        case "month":
          if (/^\d+$/.test(value)) return "M".repeat(value.length);
          return options.month === "long" ? "MMMM" : "MMM";
        case "day":
          return "d".repeat(value.length);
        case "hour":
          return (isOfTwelve ? "h" : "H").repeat(value.length);
        case "minute":
          return "mm";
        case "second":
          return "ss";
        case "dayPeriod":
          return "a";
        default:
          return quoted(value);
      }
    })
    .join("");
}

/** Letters of a pattern stand for parts of a date: those that stand for themselves are quoted. */
function quoted(literal: string): string {
  return literal
    .replaceAll(/[\u00A0\u202F]/g, " ")
    .replaceAll(/[a-z]+/gi, (letters) => `'${letters}'`);
}

function separator(locale: string, type: "decimal" | "group", usual: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  return parts.find((part) => part.type === type)?.value ?? usual;
}

/** 1 is Sunday, as Salesforce counts. */
function firstDayOfWeek(locale: string): number {
  // Not in TypeScript's library yet.
  const { firstDay } = (
    new Intl.Locale(locale) as unknown as { getWeekInfo(): { readonly firstDay: number } }
  ).getWeekInfo();
  return (firstDay % 7) + 1;
}
