/** Every report of the project, run over the REST API by an administrator. */
import { z } from "zod";
import type { Figure } from "../figure.ts";
import type { ScaledOrg } from "./scaled-org.ts";

/** Source: Reports and Dashboards REST API Developer Guide, "Requirements and Limitations"; Salesforce Help, "Report and Dashboard Limits": groups shown. */
const MOST_DETAIL_ROWS = 2000;
const MOST_GROUPS = 2000;

const listed = z.array(z.object({ id: z.string(), name: z.string() }));

interface Grouping {
  readonly groupings: readonly Grouping[];
}
const grouping: z.ZodType<Grouping> = z.lazy(() => z.object({ groupings: z.array(grouping) }));
const result = z.object({
  allData: z.boolean(),
  factMap: z.record(z.string(), z.object({ rows: z.array(z.unknown()).optional() })),
  groupingsDown: z.object({ groupings: z.array(grouping) }),
  groupingsAcross: z.object({ groupings: z.array(grouping) }),
});

export function reportFigures(scaled: ScaledOrg, tell: (line: string) => void): Figure[] {
  return listed.parse(scaled.call("GET", "/analytics/reports")).map(({ id, name }) => {
    const started = performance.now();
    const answer = scaled.call("GET", `/analytics/reports/${id}?includeDetails=true`);
    const took = performance.now() - started;
    const { allData, factMap, groupingsDown, groupingsAcross } = result.parse(answer);
    const rows = Object.values(factMap).reduce((sum, fact) => sum + (fact.rows?.length ?? 0), 0);
    const groups = groupsIn(groupingsDown.groupings) + groupsIn(groupingsAcross.groupings);
    const figure: Figure = {
      what: `report ${name}`,
      value: `${(took / 1000).toFixed(1)} s`,
      yardstick: `${groups} groups of at most ${MOST_GROUPS}, ${rows} rows shown${allData ? "" : ", more there"}`,
      isMet: groups <= MOST_GROUPS && rows <= MOST_DETAIL_ROWS,
    };
    tell(`${figure.what}: ${figure.value}, ${figure.yardstick}`);
    return figure;
  });
}

function groupsIn(groupings: readonly Grouping[]): number {
  return groupings.reduce((sum, each) => sum + 1 + groupsIn(each.groupings), 0);
}
