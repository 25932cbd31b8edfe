/**
 * Values as the API shows them, each with a label for people: in the user's locale and time zone.
 * Source: Reports and Dashboards REST API Developer Guide, "Execute Sync", Data cells, Aggregates.
 */
import { dateTimeFormat, localDate, localDatetime } from "../../runtime/locale-dates.ts";
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import type { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexTime } from "../../runtime/time.ts";
import { rawNumber } from "../../rest/json-text.ts";
import type { FieldDescribe } from "../../schema/schema.ts";
import { storedText } from "../../store/stored-text.ts";
import type { StoredValue } from "../../store/row.ts";
import type { Granularity } from "../source/report-definition.ts";
import type { Group } from "../run/group.ts";
import type { JoinedRow } from "../run/joined-rows.ts";
import { decimalOf } from "../run/number-of.ts";
import type { ReportSummary } from "../run/report-summary.ts";
import type { RunColumn } from "../run/run-column.ts";

export interface Viewer {
  /** `en_US`. */
  readonly locale: string;
  readonly timeZone: string;
}

export interface Shown {
  readonly label: string;
  readonly value: unknown;
}

/** What is shown for nothing. */
const EMPTY: Shown = { label: "-", value: null };

/** What an org without multiple currencies counts in. */
const CURRENCY = "USD";

/** The type of a column's data, as the API calls it. */
export function dataTypeOf({ type, isNameField }: FieldDescribe): string {
  if (isNameField) return "string";
  return type === "long" ? "int" : type;
}

export function cellOf(column: RunColumn, row: JoinedRow, viewer: Viewer): Shown {
  const value = column.read(row);
  if (value === null) return EMPTY;
  const { field } = column;
  const number = decimalOf(value);
  if (field.type === "currency" && number !== null)
    return {
      label: valueLabel(field, value, viewer),
      value: { amount: jsonNumber(number), currency: null },
    };
  return {
    label: column.name(row) ?? valueLabel(field, value, viewer),
    value: jsonValue(value),
  };
}

export function jsonValue(value: StoredValue): unknown {
  if (value instanceof ApexDatetime)
    return new Date(value.epochMs).toISOString().replace(".000Z", "Z");
  if (value instanceof ApexDate) return value.toIso();
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  const number = decimalOf(value);
  return number === null ? storedText(value) : jsonNumber(number);
}

function jsonNumber(number: ApexDecimal): unknown {
  return rawNumber(number.toPlainString());
}

/** A value of a field in words. */
function valueLabel(field: FieldDescribe, value: StoredValue, viewer: Viewer): string {
  if (value === null) return EMPTY.label;
  if (value instanceof ApexDate) return localDate(value, viewer.locale);
  if (value instanceof ApexDatetime)
    return localDatetime(value.epochMs, viewer.locale, viewer.timeZone);
  if (value instanceof ApexTime || typeof value === "boolean") return storedText(value);
  const number = typeof value === "string" ? null : decimalOf(value);
  if (number !== null) return numberLabel(number, field.type, field.scale, viewer);
  const text = storedText(value);
  if (field.type === "multipicklist")
    return text
      .split(";")
      .map((each) => picklistLabel(field, each))
      .join("; ");
  return picklistLabel(field, text);
}

function picklistLabel({ picklistValues }: FieldDescribe, value: string): string {
  return picklistValues.find((each) => each.value === value)?.label ?? value;
}

function numberLabel(
  number: ApexDecimal,
  type: FieldDescribe["type"],
  scale: number,
  { locale }: Viewer,
): string {
  const digits = type === "currency" ? Math.max(scale, 2) : scale;
  const text = numberFormat(locale, digits, type === "currency").format(number.toNumber());
  return type === "percent" ? `${text}%` : text;
}

/** Making one takes longer than using it a hundred times. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, digits: number, isCurrency: boolean): Intl.NumberFormat {
  const key = `${locale} ${digits} ${isCurrency}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale.replaceAll("_", "-"), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...(isCurrency ? { style: "currency", currency: CURRENCY } : {}),
  });
  numberFormats.set(key, made);
  return made;
}

/** A summary's value. */
export function summaryShown(
  summary: ReportSummary,
  value: ApexDecimal | null,
  viewer: Viewer,
): Shown {
  if (value === null) return EMPTY;
  const { type, scale } = summaryFormat(summary);
  return { label: numberLabel(value, type, scale, viewer), value: jsonNumber(value) };
}

/** What a summary's values are, and to how many digits they are shown. */
export function summaryFormat(summary: ReportSummary): {
  readonly type: FieldDescribe["type"];
  readonly scale: number;
} {
  switch (summary.kind) {
    case "rowCount":
      return { type: "int", scale: 0 };
    case "formula": {
      const { type, scale } = summary.formula;
      return { type: type === "number" ? "double" : type, scale };
    }
    case "column": {
      const { type, scale } = summary.column.field;
      if (summary.summary === "Unique" || type === "boolean") return { type: "int", scale: 0 };
      return { type, scale };
    }
  }
}

/** A group's heading. The value of one of dates is its first day. */
export function groupShown(
  group: Pick<Group, "value" | "name">,
  column: RunColumn,
  granularity: Granularity | null,
  viewer: Viewer,
): Shown {
  const { value } = group;
  if (value === null) return EMPTY;
  if (granularity === null)
    return {
      label: group.name ?? valueLabel(column.field, value, viewer),
      value: jsonValue(value),
    };
  if (typeof value === "number") return { label: partLabel(value, granularity, viewer), value };
  if (!(value instanceof ApexDate)) return EMPTY;
  return { label: periodLabel(value, granularity, viewer), value: value.toIso() };
}

function partLabel(number: number, granularity: Granularity, { locale }: Viewer): string {
  if (granularity !== "MonthInYear") return String(number);
  return dateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2000, number - 1, 1),
  );
}

function periodLabel(date: ApexDate, granularity: Granularity, viewer: Viewer): string {
  const [year = "", month = ""] = date.toIso().split("-");
  const quarter = Math.ceil(Number(month) / 3);
  switch (granularity) {
    case "Week":
      return `${localDate(date, viewer.locale)} - ${localDate(new ApexDate(date.days + 6), viewer.locale)}`;
    case "Month":
      return `${partLabel(Number(month), "MonthInYear", viewer)} ${year}`;
    case "Quarter":
      return `Q${quarter} CY${year}`;
    case "FiscalQuarter":
      return `Q${quarter} FY ${year}`;
    case "Year":
      return `CY${year}`;
    case "FiscalYear":
      return `FY ${year}`;
    case "Day":
    case "MonthInYear":
    case "DayInMonth":
      return localDate(date, viewer.locale);
  }
}
