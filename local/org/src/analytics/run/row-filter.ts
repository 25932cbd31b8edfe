/** One condition of a report on its rows. Source: Salesforce Help, "Filter Operators Reference". */
import { toId18 } from "../../runtime/id.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import {
  type Comparable,
  comparable,
  compare,
  comparisonKind,
} from "../../soql/comparison-kind.ts";
import { storedText } from "../../store/stored-text.ts";
import type { FieldDescribe } from "../../schema/schema.ts";
import type { FilterOperator, ReportFilter } from "../source/report-definition.ts";
import { filterRange, type Moment, type ValueRange } from "./date-range.ts";
import type { JoinedRow } from "./joined-rows.ts";
import type { RunColumn } from "./run-column.ts";

export type RowPredicate = (row: JoinedRow) => boolean;

/** The operators a column takes, by what it holds. */
export function operatorsOf({ type }: Pick<FieldDescribe, "type">): readonly FilterOperator[] {
  switch (type) {
    case "boolean":
      return ["equals", "notEqual"];
    case "int":
    case "long":
    case "double":
    case "currency":
    case "percent":
    case "date":
    case "datetime":
    case "time":
      return ["equals", "notEqual", "lessThan", "greaterThan", "lessOrEqual", "greaterOrEqual"];
    case "multipicklist":
      return ["equals", "notEqual", "includes", "excludes"];
    case "id":
      return ["equals", "notEqual", "startsWith"];
    default:
      return [
        "equals",
        "notEqual",
        "lessThan",
        "greaterThan",
        "lessOrEqual",
        "greaterOrEqual",
        "contains",
        "notContain",
        "startsWith",
      ];
  }
}

/** The columns of a field-to-field filter are compared as the left one is. */
export function rowFilter(
  filter: ReportFilter,
  column: RunColumn,
  other: RunColumn | null,
  at: Moment,
): RowPredicate {
  if (other !== null) return columnFilter(filter.operator, column, other);
  const { type } = column.field;
  if (type === "date" || type === "datetime") return dateFilter(filter, column, type, at);
  if (type === "boolean") return booleanFilter(filter, column);
  return NUMBERS.has(type) ? numberFilter(filter, column) : textFilter(filter, column);
}

const NUMBERS: ReadonlySet<string> = new Set(["int", "long", "double", "currency", "percent"]);

/** `a, "b, c"` → a and `b, c`; nothing at all is one empty value: blank. */
export function filterValues(text: string): readonly string[] {
  const values = [...text.matchAll(/\s*(?:"([^"]*)"|([^,]*))\s*(?:,|$)/gu)].map(
    ([, quoted, plain]) => quoted ?? (plain ?? "").trim(),
  );
  // The pattern matches once more at the end of the text.
  const given = values.slice(0, -1);
  return given.length === 0 ? [""] : given;
}

function columnFilter(operator: FilterOperator, left: RunColumn, right: RunColumn): RowPredicate {
  const kind = comparisonKind(left.field);
  return (row) => {
    const one = comparable(kind, left.read(row));
    const two = comparable(comparisonKind(right.field), right.read(row));
    if (operator === "equals")
      return one === two || (one !== null && two !== null && compare(one, two) === 0);
    if (operator === "notEqual")
      return !(one === two || (one !== null && two !== null && compare(one, two) === 0));
    return one !== null && two !== null && isOrdered(operator, compare(one, two));
  };
}

function isOrdered(operator: FilterOperator, order: number): boolean {
  switch (operator) {
    case "lessThan":
      return order < 0;
    case "lessOrEqual":
      return order <= 0;
    case "greaterThan":
      return order > 0;
    case "greaterOrEqual":
      return order >= 0;
    default:
      return false;
  }
}

function booleanFilter({ operator, value }: ReportFilter, column: RunColumn): RowPredicate {
  const wanted = filterValues(value).map((text) => /^(1|true|yes)$/iu.test(text));
  return (row) => wanted.includes(column.read(row) === true) === (operator === "equals");
}

function numberFilter({ operator, value }: ReportFilter, column: RunColumn): RowPredicate {
  const wanted = filterValues(value).map((text) =>
    text === "" ? null : comparable("number", ApexDecimal.parse(text.replaceAll(/[^\d.-]/gu, ""))),
  );
  const first = wanted[0] ?? null;
  return (row) => {
    const actual = comparable("number", column.read(row));
    if (operator === "equals") return wanted.some((each) => isSame(actual, each));
    if (operator === "notEqual") return !wanted.some((each) => isSame(actual, each));
    return actual !== null && first !== null && isOrdered(operator, compare(actual, first));
  };
}

function isSame(left: Comparable, right: Comparable): boolean {
  if (left === null || right === null) return left === right;
  return compare(left, right) === 0;
}

/** A date is in the range its filter means, before or behind it. */
function dateFilter(
  { operator, value }: ReportFilter,
  column: RunColumn,
  type: "date" | "datetime",
  at: Moment,
): RowPredicate {
  if (value === "") return (row) => (column.read(row) === null) === (operator === "equals");
  const ranges = filterValues(value).flatMap((text) => filterRange(text, type, at) ?? []);
  const [first] = ranges;
  const isIn = (actual: number, { start, end }: ValueRange): boolean =>
    actual >= start && actual < end;
  return (row) => {
    const actual = comparable(type, column.read(row));
    if (typeof actual !== "number") return operator === "notEqual";
    switch (operator) {
      case "equals":
        return ranges.some((range) => isIn(actual, range));
      case "notEqual":
        return !ranges.some((range) => isIn(actual, range));
      case "lessThan":
        return first !== undefined && actual < first.start;
      case "lessOrEqual":
        return first !== undefined && actual < first.end;
      case "greaterThan":
        return first !== undefined && actual >= first.end;
      case "greaterOrEqual":
        return first !== undefined && actual >= first.start;
      default:
        return false;
    }
  };
}

/** Without regard to case; picklists by value or label, lookups by the name of the record, ids in either length. */
function textFilter({ operator, value }: ReportFilter, column: RunColumn): RowPredicate {
  const isId = column.field.type === "id" || column.field.type === "reference";
  const wanted = filterValues(value).map((text) =>
    (isId ? (toId18(text) ?? text) : text).toLowerCase(),
  );
  const textsOf = (row: JoinedRow): readonly string[] => {
    const stored = storedText(column.read(row));
    const shown = column.name(row) ?? labelOf(column.field, stored);
    return [...new Set([stored.toLowerCase(), shown.toLowerCase()])];
  };
  return (row) => {
    const texts = textsOf(row);
    const some = (matches: (text: string, each: string) => boolean): boolean =>
      texts.some((text) => wanted.some((each) => matches(text, each)));
    switch (operator) {
      case "equals":
        return some((text, each) => text === each);
      case "notEqual":
        return !some((text, each) => text === each);
      case "contains":
        return some((text, each) => text.includes(each));
      case "notContain":
        return !some((text, each) => text.includes(each));
      case "startsWith":
        return some((text, each) => text.startsWith(each));
      case "includes":
        return some((text, each) => text.split(";").includes(each));
      case "excludes":
        return !some((text, each) => text.split(";").includes(each));
      default: {
        const text = texts.at(-1) ?? "";
        const each = wanted[0] ?? "";
        return text !== "" && isOrdered(operator, text < each ? -1 : text > each ? 1 : 0);
      }
    }
  };
}

function labelOf({ picklistValues }: FieldDescribe, value: string): string {
  return picklistValues.find((each) => each.value === value)?.label ?? value;
}
