/** Rows put into groups, level by level. Source: Salesforce Help, "Group Your Report Data". */
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { civilFromDays, dayOfWeek, daysFromCivil, localDay } from "../../soql/calendar.ts";
import { comparable, compare, comparisonKind } from "../../soql/comparison-kind.ts";
import { storedText } from "../../store/stored-text.ts";
import { distinctKey } from "../../soql/aggregate-function.ts";
import type { StoredValue } from "../../store/row.ts";
import type { Granularity, ReportGrouping } from "../source/report-definition.ts";
import type { JoinedRow } from "./joined-rows.ts";
import type { RunColumn } from "./run-column.ts";

/** A level of groups. */
export interface GroupingLevel {
  readonly grouping: ReportGrouping;
  readonly column: RunColumn;
  /** null where groups are of values. */
  readonly granularity: Granularity | null;
}

export interface Group {
  /** Of a date: the first day; of parts of dates (MonthInYear): their number. */
  readonly value: StoredValue;
  /** Of a lookup: the record's name. */
  readonly name: string | null;
  readonly rows: readonly JoinedRow[];
  readonly groups: readonly Group[];
}

/** Orders groups of one level where they are ordered by what they sum up to; undefined: by their values. */
export type SummaryOrder = (level: GroupingLevel, rows: readonly JoinedRow[]) => number | null;

/** Days, weeks … for a column of dates; null for others, whatever is said. */
export function granularityOf(grouping: ReportGrouping, { field }: RunColumn): Granularity | null {
  return field.type === "date" || field.type === "datetime"
    ? (grouping.granularity ?? "Day")
    : null;
}

export function groupsOf(
  rows: readonly JoinedRow[],
  levels: readonly GroupingLevel[],
  timeZone: string,
  order: SummaryOrder,
): readonly Group[] {
  const [level, ...below] = levels;
  if (level === undefined) return [];
  const kind = comparisonKind(level.column.field);
  const found = new Map<string, { value: StoredValue; name: string | null; rows: JoinedRow[] }>();
  for (const row of rows) {
    const stored = level.column.read(row);
    const value = level.granularity === null ? stored : partOf(stored, level.granularity, timeZone);
    const key =
      level.granularity !== null || value === null ? storedText(value) : distinctKey(kind, value);
    const known = found.get(key);
    if (known === undefined) found.set(key, { value, name: level.column.name(row), rows: [row] });
    else known.rows.push(row);
  }
  return [...found.values()]
    .toSorted(comparator(level, order))
    .map((group) => ({ ...group, groups: groupsOf(group.rows, below, timeZone, order) }));
}

type Unsorted = Pick<Group, "value" | "name" | "rows">;

function comparator(
  level: GroupingLevel,
  order: SummaryOrder,
): (left: Unsorted, right: Unsorted) => number {
  const { descending, sortBy } = level.grouping;
  const sign = descending ? -1 : 1;
  if (sortBy !== null) {
    return (left, right) => {
      const one = order(level, left.rows) ?? Number.NEGATIVE_INFINITY;
      const two = order(level, right.rows) ?? Number.NEGATIVE_INFINITY;
      return one === two ? 0 : one < two ? -sign : sign;
    };
  }
  const ranks = new Map(
    level.column.field.picklistValues.map(({ value }, rank) => [value.toLowerCase(), rank]),
  );
  const kind = comparisonKind(level.column.field);
  return (left, right) => {
    if (left.value === null || right.value === null)
      return left.value === right.value ? 0 : left.value === null ? -sign : sign;
    if (left.name !== null && right.name !== null)
      return sign * left.name.localeCompare(right.name, "en");
    if (level.granularity !== null)
      return sign * (partNumber(left.value) - partNumber(right.value));
    if (ranks.size > 0 && typeof left.value === "string" && typeof right.value === "string")
      return sign * (rankOf(ranks, left.value) - rankOf(ranks, right.value));
    return sign * compare(comparable(kind, left.value), comparable(kind, right.value));
  };
}

function rankOf(ranks: ReadonlyMap<string, number>, value: string): number {
  return ranks.get(value.toLowerCase()) ?? ranks.size;
}

function partNumber(value: StoredValue): number {
  return value instanceof ApexDate ? value.days : Number(value);
}

/** The first day of the period a date falls into, or its number in the year or month. */
export function partOf(
  value: StoredValue,
  granularity: Granularity,
  timeZone: string,
): ApexDate | number | null {
  const days =
    value instanceof ApexDate
      ? value.days
      : value instanceof ApexDatetime
        ? localDay(value.epochMs, timeZone)
        : null;
  if (days === null) return null;
  const { year, month, day } = civilFromDays(days);
  switch (granularity) {
    case "Day":
      return new ApexDate(days);
    case "Week":
      return new ApexDate(days - (dayOfWeek(days) - 1));
    case "Month":
      return new ApexDate(daysFromCivil(year, month, 1));
    case "Quarter":
    case "FiscalQuarter":
      return new ApexDate(daysFromCivil(year, Math.floor((month - 1) / 3) * 3 + 1, 1));
    case "Year":
    case "FiscalYear":
      return new ApexDate(daysFromCivil(year, 1, 1));
    case "MonthInYear":
      return month;
    case "DayInMonth":
      return day;
  }
}
