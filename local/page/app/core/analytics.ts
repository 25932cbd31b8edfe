/** Reports and dashboards, run by the org for who looks. */
import type { Dashboard, ReportChart, ReportResult } from "../../reports/types.ts";
import { ask, send } from "./server";

export interface ListedItem {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly folder: string;
}

const ANALYTICS = "/services/data/v66.0/analytics";

/** The reports or dashboards of folders that are shared with who looks. */
export async function listed(object: "Report" | "Dashboard"): Promise<readonly ListedItem[]> {
  const name = object === "Report" ? "Name" : "Title";
  const soql = `SELECT Id, ${name}, Description, FolderName FROM ${object} ORDER BY FolderName, ${name}`;
  const { records } = await ask<{
    readonly records: readonly Readonly<Record<string, string | null>>[];
  }>(`/services/data/v66.0/query?q=${encodeURIComponent(soql)}`);
  return records.map((record) => ({
    id: record["Id"] ?? "",
    name: record[name] ?? "",
    description: record["Description"] ?? "",
    folder: record["FolderName"] ?? "",
  }));
}

export function runReport(id: string): Promise<ReportResult> {
  return ask(`${ANALYTICS}/reports/${id}?includeDetails=true`);
}

/** The report grouped by what its chart shows: averages and counts of values cannot be put together from smaller groups. */
export function runChart(report: ReportResult, chart: ReportChart): Promise<ReportResult> {
  const { id, groupingsDown, groupingsAcross } = report.reportMetadata;
  const all = [...groupingsDown, ...groupingsAcross];
  return send("POST", `${ANALYTICS}/reports/${id}`, {
    reportMetadata: {
      reportFormat: "SUMMARY",
      groupingsDown: chart.groupings.flatMap(
        (name) => all.find((each) => each.name === name) ?? [],
      ),
      groupingsAcross: [],
    },
  });
}

/** @param chosen the id of the chosen option of each filter, empty for all */
export function runDashboard(id: string, chosen: readonly string[]): Promise<Dashboard> {
  const query = new URLSearchParams();
  for (const [index, option] of chosen.entries())
    if (option !== "") query.set(`filter${index + 1}`, option);
  return ask(`${ANALYTICS}/dashboards/${id}?${query.toString()}`);
}
