/**
 * The values of a report by fact map key: `0_1!T` is the second group in the first, across all columns.
 * Source: Reports and Dashboards REST API Developer Guide, "Decode the Fact Map".
 */
import { ApexDecimal } from "../../runtime/decimal.ts";
import type { Group, GroupingLevel } from "./group.ts";
import type { JoinedRow } from "./joined-rows.ts";
import type { ReportSummary } from "./report-summary.ts";
import type { RunColumn } from "./run-column.ts";
import { summaryOf } from "./summary.ts";
import { evaluateSummaryFormula, type FormulaTerm, type SummaryName } from "./summary-formula.ts";

/** Where a value stands: the indexes of its groups, outermost first; none for the total. */
export interface FactPlace {
  readonly down: readonly number[];
  readonly across: readonly number[];
}

export interface Fact {
  readonly place: FactPlace;
  /** In the innermost groups only. */
  readonly isInnermost: boolean;
  readonly rows: readonly JoinedRow[];
}

export interface FactsParts {
  readonly rows: readonly JoinedRow[];
  readonly down: readonly Group[];
  readonly across: readonly Group[];
  readonly downLevels: readonly GroupingLevel[];
  readonly acrossLevels: readonly GroupingLevel[];
  /** The column a formula's name stands for. */
  readonly formulaColumn: (name: string) => RunColumn | null;
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: string;
}

export function factKey({ down, across }: FactPlace): string {
  return `${down.length === 0 ? "T" : down.join("_")}!${across.length === 0 ? "T" : across.join("_")}`;
}

export class Facts {
  readonly all: ReadonlyMap<string, Fact>;
  readonly #parts: FactsParts;

  constructor(parts: FactsParts) {
    this.#parts = parts;
    this.all = factsOf(parts);
  }

  /** null: nothing to show there. */
  value(summary: ReportSummary, place: FactPlace): ApexDecimal | null {
    switch (summary.kind) {
      case "rowCount":
        return ApexDecimal.ofInteger(this.#rowsAt(place).length);
      case "column":
        return summaryOf(summary.summary, summary.column, this.#rowsAt(place));
      case "formula": {
        const { formula, parsed } = summary;
        if (!this.#isContext(formula.downContext, place.down, this.#parts.downLevels)) return null;
        if (!this.#isContext(formula.acrossContext, place.across, this.#parts.acrossLevels))
          return null;
        const value = evaluateSummaryFormula(
          parsed,
          (term) => this.#term(term, place),
          this.#parts,
        );
        return value === null || formula.type !== "percent"
          ? value
          : value.times(ApexDecimal.ofInteger(100));
      }
    }
  }

  #rowsAt(place: FactPlace): readonly JoinedRow[] {
    return this.all.get(factKey(place))?.rows ?? [];
  }

  #isContext(
    context: string | null,
    path: readonly number[],
    levels: readonly GroupingLevel[],
  ): boolean {
    if (context === null) return true;
    if (/^(ROW_|COLUMN_)?GRAND_SUMMARY$/u.test(context)) return path.length === 0;
    return levels[path.length - 1]?.grouping.field === context;
  }

  #term(term: FormulaTerm, place: FactPlace): ApexDecimal | null {
    switch (term.at) {
      case "here":
        return this.#summary(term.summary, place);
      case "parent": {
        const parent = this.#parentOf(place, term.groupings);
        return parent === null ? null : this.#summary(term.summary, parent);
      }
      case "previous": {
        const previous = this.#previousOf(place, term.grouping, term.steps);
        return previous === null ? null : this.#summary(term.summary, previous);
      }
    }
  }

  #summary({ column, kind }: SummaryName, place: FactPlace): ApexDecimal | null {
    const rows = this.#rowsAt(place);
    if (kind === null) return ApexDecimal.ofInteger(rows.length);
    const found = this.#parts.formulaColumn(column);
    return found === null ? null : summaryOf(kind, found, rows);
  }

  /** A grouping cuts the path of its own axis; a grand summary empties it. */
  #parentOf(place: FactPlace, groupings: readonly string[]): FactPlace | null {
    let { down, across } = place;
    for (const name of groupings) {
      if (name === "GRAND_SUMMARY") [down, across] = [[], []];
      else if (name === "ROW_GRAND_SUMMARY") down = [];
      else if (name === "COLUMN_GRAND_SUMMARY") across = [];
      else {
        const inDown = levelOf(this.#parts.downLevels, name);
        const inAcross = levelOf(this.#parts.acrossLevels, name);
        if (inDown !== -1) down = down.slice(0, inDown + 1);
        else if (inAcross !== -1) across = across.slice(0, inAcross + 1);
        else return null;
      }
    }
    return { down, across };
  }

  /** The group so many before, in the same group above; null before the first. */
  #previousOf({ down, across }: FactPlace, grouping: string, steps: number): FactPlace | null {
    const inDown = levelOf(this.#parts.downLevels, grouping);
    const inAcross = levelOf(this.#parts.acrossLevels, grouping);
    const earlier = (path: readonly number[], level: number): readonly number[] | null => {
      const index = (path[level] ?? -1) - steps;
      return index < 0 ? null : path.with(level, index);
    };
    if (inDown !== -1) {
      const moved = earlier(down, inDown);
      return moved === null ? null : { down: moved, across };
    }
    const moved = inAcross === -1 ? null : earlier(across, inAcross);
    return moved === null ? null : { down, across: moved };
  }
}

function levelOf(levels: readonly GroupingLevel[], name: string): number {
  return levels.findIndex(
    ({ grouping }) => grouping.field === name || grouping.field.replaceAll("$", ".") === name,
  );
}

function factsOf({
  rows,
  down,
  across,
  downLevels,
  acrossLevels,
}: FactsParts): ReadonlyMap<string, Fact> {
  const downPaths = pathsOf(down);
  const acrossPaths = pathsOf(across);
  const facts = new Map<string, Fact & { readonly rows: JoinedRow[] }>();
  for (const downPath of downPaths.all)
    for (const acrossPath of acrossPaths.all) {
      const place = { down: downPath, across: acrossPath };
      const isInnermost =
        downPath.length === downLevels.length && acrossPath.length === acrossLevels.length;
      facts.set(factKey(place), { place, isInnermost, rows: [] });
    }
  for (const row of rows)
    for (const downPath of prefixes(downPaths.ofRow.get(row) ?? []))
      for (const acrossPath of prefixes(acrossPaths.ofRow.get(row) ?? []))
        facts.get(factKey({ down: downPath, across: acrossPath }))?.rows.push(row);
  return facts;
}

interface Paths {
  /** The total first, then each group before those in it. */
  readonly all: readonly (readonly number[])[];
  /** Of the innermost group. */
  readonly ofRow: ReadonlyMap<JoinedRow, readonly number[]>;
}

function pathsOf(groups: readonly Group[]): Paths {
  const all: (readonly number[])[] = [[]];
  const ofRow = new Map<JoinedRow, readonly number[]>();
  const visit = (level: readonly Group[], above: readonly number[]): void => {
    for (const [index, group] of level.entries()) {
      const path = [...above, index];
      all.push(path);
      if (group.groups.length > 0) visit(group.groups, path);
      else for (const row of group.rows) ofRow.set(row, path);
    }
  };
  visit(groups, []);
  return { all, ofRow };
}

function prefixes(path: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: path.length + 1 }, (_, length) => path.slice(0, length));
}
