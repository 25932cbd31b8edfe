/**
 * Runs a report as a user: over the records they may see, with the columns they may see. A column that is hidden from them is left
 * out; a filter or a grouping on one refuses the whole report, since without it more would be shown, or added up, than its author meant.
 */
import type { QueryContext } from "../../soql/query-context.ts";
import { comparable, compare, comparisonKind } from "../../soql/comparison-kind.ts";
import { filterLogic } from "../../soql/filter-logic.ts";
import type { ReportDefinition, ReportFilter } from "../source/report-definition.ts";
import type { ReportType, TypeColumn } from "../type/report-type.ts";
import { bucketColumn } from "./bucket-column.ts";
import { crossFilter } from "./cross-filter.ts";
import { timeFrameRange } from "./date-range.ts";
import { Facts } from "./facts.ts";
import { granularityOf, type Group, type GroupingLevel, groupsOf } from "./group.ts";
import { type JoinedRow, joinedRows } from "./joined-rows.ts";
import { ReportRefusal } from "./report-refusal.ts";
import { type ReportSummary, summariesOf } from "./report-summary.ts";
import { rowFilter, type RowPredicate } from "./row-filter.ts";
import { type RunColumn, runColumn } from "./run-column.ts";
import { summaryOf } from "./summary.ts";
import { formulaName } from "./summary-formula.ts";
import { detailColumn } from "./detail-formula.ts";
import { keyOfFormula } from "../type/formula-column.ts";

export interface ReportRun {
  readonly definition: ReportDefinition;
  readonly type: ReportType;
  /** The detail columns the user may see. */
  readonly columns: readonly RunColumn[];
  readonly summaries: readonly ReportSummary[];
  readonly downLevels: readonly GroupingLevel[];
  readonly acrossLevels: readonly GroupingLevel[];
  readonly down: readonly Group[];
  readonly across: readonly Group[];
  readonly facts: Facts;
}

/** @throws ReportRefusal */
export function runReport(
  definition: ReportDefinition,
  type: ReportType,
  context: QueryContext,
): ReportRun {
  const columns = new ReportColumns(definition, type, context);
  const rows = shownRows(definition, type, columns, context);
  const downLevels = levelsOf(definition.groupingsDown, columns);
  const acrossLevels = levelsOf(definition.groupingsAcross, columns);
  const summaries = summariesOf(definition, (key) => columns.shown(key));
  const order = (level: GroupingLevel, grouped: readonly JoinedRow[]): number | null =>
    sortValue(level, grouped, columns);
  const down = groupsOf(rows, downLevels, context.timeZone, order);
  const across = groupsOf(rows, acrossLevels, context.timeZone, order);
  return {
    definition,
    type,
    columns: definition.columns.flatMap(({ field }) => columns.shown(field) ?? []),
    summaries,
    downLevels,
    acrossLevels,
    down,
    across,
    facts: new Facts({
      rows,
      down,
      across,
      downLevels,
      acrossLevels,
      formulaColumn: (name) => columns.ofFormula(name),
      now: context.now,
      timeZone: context.timeZone,
    }),
  };
}

/** The columns of a report by key, as far as the user may see them. */
class ReportColumns {
  readonly #definition: ReportDefinition;
  readonly #type: ReportType;
  readonly #context: QueryContext;
  readonly #known = new Map<string, RunColumn | null>();

  constructor(definition: ReportDefinition, type: ReportType, context: QueryContext) {
    this.#definition = definition;
    this.#type = type;
    this.#context = context;
    const hidden = type.tables.find(({ describe }) => !context.rights.canReadObject(describe.name));
    if (hidden !== undefined)
      throw new ReportRefusal(
        "forbidden",
        `You don't have access to the records of this report: ${hidden.describe.labelPlural}.`,
      );
  }

  /** null for a column the user may not see. @throws ReportRefusal for one there is not */
  shown(key: string): RunColumn | null {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#find(key);
    this.#known.set(key, found);
    return found;
  }

  /** A column that the rows depend on. @throws ReportRefusal when the user may not see it */
  needed(key: string, what: string): RunColumn {
    const column = this.shown(key);
    if (column !== null) return column;
    throw new ReportRefusal(
      "forbidden",
      `You can't run this report: a ${what} uses a field that you don't have access to.`,
    );
  }

  ofFormula(name: string): RunColumn | null {
    const named = this.#definition.columns.find(({ field }) => formulaName(field) === name);
    if (named !== undefined) return this.shown(named.field);
    return this.shown(keyOfFormula(this.#type, name) ?? name);
  }

  #ofDetail(name: string): RunColumn {
    return this.needed(keyOfFormula(this.#type, name) ?? name, "formula");
  }

  #find(key: string): RunColumn | null {
    const bucket = this.#definition.buckets.find(({ name }) => name === key);
    if (bucket !== undefined) {
      const source = this.shown(bucket.source);
      return source === null ? null : bucketColumn(bucket, source);
    }
    const formula = this.#definition.detailFormulas.find(({ name }) => name === key);
    if (formula !== undefined)
      return detailColumn(formula, (name) => this.#ofDetail(name), this.#context);
    const column = this.#type.column(key);
    if (column === undefined)
      throw new ReportRefusal("invalid", `The report type has no column ${key}.`);
    return this.#maySee(column) ? runColumn(column, this.#context) : null;
  }

  #maySee({ path }: TypeColumn): boolean {
    const { rights } = this.#context;
    return (
      path.steps.every((step) => rights.canReadField(step.object, step.name)) &&
      (path.object === "Name" || rights.canReadField(path.object, path.field.name))
    );
  }
}

function levelsOf(
  groupings: ReportDefinition["groupingsDown"],
  columns: ReportColumns,
): readonly GroupingLevel[] {
  return groupings.map((grouping) => {
    const column = columns.needed(grouping.field, "grouping");
    return { grouping, column, granularity: granularityOf(grouping, column) };
  });
}

function sortValue(
  { grouping }: GroupingLevel,
  rows: readonly JoinedRow[],
  columns: ReportColumns,
): number | null {
  const { sortBy } = grouping;
  if (sortBy === null || sortBy.name === "RowCount") return rows.length;
  const column = columns.shown(sortBy.name);
  return column === null
    ? null
    : (summaryOf(sortBy.summary ?? "Sum", column, rows)?.toNumber() ?? null);
}

function shownRows(
  definition: ReportDefinition,
  type: ReportType,
  columns: ReportColumns,
  context: QueryContext,
): readonly JoinedRow[] {
  const passes = rowsPass(definition, type, columns, context);
  const rows = joinedRows(type, context).filter(passes);
  const sorted = sortedRows(rows, definition, columns);
  return definition.rowLimit === null ? sorted : sorted.slice(0, definition.rowLimit);
}

function rowsPass(
  definition: ReportDefinition,
  type: ReportType,
  columns: ReportColumns,
  context: QueryContext,
): RowPredicate {
  const conditionOf = (filter: ReportFilter): RowPredicate =>
    rowFilter(
      filter,
      columns.needed(filter.column, "filter"),
      filter.isColumn ? columns.needed(filter.value, "filter") : null,
      context,
    );
  const conditions = definition.filters.map(conditionOf);
  const crossed = definition.crossFilters.map((filter) =>
    crossFilter(filter, columns.needed(filter.primaryColumn, "filter"), context),
  );
  const inTime = timeFramePredicate(definition, columns, context);
  const inScope = scopePredicate(definition.scope, type, context);
  const { booleanFilter } = definition;
  return (row) =>
    inScope(row) &&
    inTime(row) &&
    (booleanFilter === null
      ? conditions.every((holds) => holds(row))
      : filterLogic(booleanFilter, (number) => conditions[number - 1]?.(row) ?? false)) &&
    crossed.every((holds) => holds(row));
}

function timeFramePredicate(
  { timeFrame }: ReportDefinition,
  columns: ReportColumns,
  context: QueryContext,
): RowPredicate {
  if (timeFrame === null) return () => true;
  // All time asks nothing of the column.
  if (
    timeFrame.interval === "INTERVAL_CUSTOM" &&
    timeFrame.start === null &&
    timeFrame.end === null
  )
    return () => true;
  const column = columns.needed(timeFrame.column, "date filter");
  const type = column.field.type === "datetime" ? "datetime" : "date";
  const range = timeFrameRange(timeFrame, type, context);
  if (range === null) return () => true;
  return (row) => {
    const value = comparable(type, column.read(row));
    return typeof value === "number" && value >= range.start && value < range.end;
  };
}

/** `user`: records of the user's own; `organization`: all. */
function scopePredicate(scope: string, type: ReportType, { userId }: QueryContext): RowPredicate {
  const hasOwner = type.tables[0]?.describe.fields.has("ownerid") === true;
  if (scope !== "user" || !hasOwner) return () => true;
  return (row) => row[0]?.values["OwnerId"] === userId;
}

function sortedRows(
  rows: readonly JoinedRow[],
  { sort }: ReportDefinition,
  columns: ReportColumns,
): readonly JoinedRow[] {
  const column = sort === null ? null : columns.shown(sort.column);
  if (sort === null || column === null) return rows;
  const kind = comparisonKind(column.field);
  const sign = sort.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: column.name(row) ?? comparable(kind, column.read(row)) }))
    .toSorted((left, right) => {
      if (left.key === null || right.key === null)
        return left.key === right.key ? 0 : left.key === null ? -sign : sign;
      return sign * compare(left.key, right.key);
    })
    .map(({ row }) => row);
}
