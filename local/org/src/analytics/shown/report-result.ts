/** The result of a run as the API shows it. Source: Reports and Dashboards REST API Developer Guide, "Execute Sync". */
import type { Fact, FactPlace } from "../run/facts.ts";
import { factKey } from "../run/facts.ts";
import type { Group, GroupingLevel } from "../run/group.ts";
import type { ReportRun } from "../run/run-report.ts";
import { cellOf, groupShown, summaryShown, type Shown, type Viewer } from "./cell.ts";
import { extendedMetadata } from "./extended-metadata.ts";
import { reportMetadata } from "./report-metadata.ts";

/** Source: "Requirements and Limitations". */
const MAX_DETAIL_ROWS = 2000;

export interface ResultOptions {
  readonly id: string;
  readonly folderId: string | null;
  readonly withDetails: boolean;
  readonly attributes: unknown;
  readonly viewer: Viewer;
}

interface ShownGroup extends Shown {
  readonly key: string;
  readonly groupings: readonly ShownGroup[];
}

export function reportResult(run: ReportRun, options: ResultOptions): Record<string, unknown> {
  const { definition, type, summaries, columns, facts } = run;
  const rowCount = facts.all.get("T!T")?.rows.length ?? 0;
  const details = new DetailRows(run, options.viewer);
  return {
    attributes: options.attributes,
    allData: !options.withDetails || rowCount <= MAX_DETAIL_ROWS,
    factMap: Object.fromEntries(
      [...facts.all.values()].map((fact) => [
        factKey(fact.place),
        {
          ...(options.withDetails ? { rows: details.of(fact) } : {}),
          aggregates: aggregatesAt(run, fact.place, options.viewer),
        },
      ]),
    ),
    groupingsAcross: { groupings: shownGroups(run.across, run.acrossLevels, options.viewer) },
    groupingsDown: { groupings: shownGroups(run.down, run.downLevels, options.viewer) },
    hasDetailRows: options.withDetails,
    reportExtendedMetadata: extendedMetadata(run),
    reportMetadata: reportMetadata({
      definition,
      type,
      id: options.id,
      folderId: options.folderId,
      aggregates: summaries.map(({ name }) => name),
      detailColumns: columns.map(({ key }) => key),
    }),
  };
}

/** A total that the report does not show has no values: what stands above different currencies must not be added up. */
function aggregatesAt(run: ReportRun, place: FactPlace, viewer: Viewer): readonly Shown[] {
  const isGrandTotal = run.downLevels.length > 0 && place.down.length === 0;
  if (isGrandTotal && !run.definition.showsGrandTotal) return [];
  return run.summaries.map((summary) =>
    summaryShown(summary, run.facts.value(summary, place), viewer),
  );
}

/** The first 2,000 rows of a report, each in its innermost group. */
class DetailRows {
  readonly #run: ReportRun;
  readonly #viewer: Viewer;
  #left = MAX_DETAIL_ROWS;

  constructor(run: ReportRun, viewer: Viewer) {
    this.#run = run;
    this.#viewer = viewer;
  }

  of({ isInnermost, rows }: Fact): readonly { readonly dataCells: readonly Shown[] }[] {
    if (!isInnermost) return [];
    const shown = rows.slice(0, this.#left);
    this.#left -= shown.length;
    return shown.map((row) => ({
      dataCells: this.#run.columns.map((column) => cellOf(column, row, this.#viewer)),
    }));
  }
}

function shownGroups(
  groups: readonly Group[],
  levels: readonly GroupingLevel[],
  viewer: Viewer,
  above = "",
): readonly ShownGroup[] {
  const [level, ...below] = levels;
  if (level === undefined) return [];
  return groups.map((group, index) => {
    const key = `${above}${index}`;
    const { label, value } = groupShown(group, level.column, level.granularity, viewer);
    return { groupings: shownGroups(group.groups, below, viewer, `${key}_`), key, label, value };
  });
}
