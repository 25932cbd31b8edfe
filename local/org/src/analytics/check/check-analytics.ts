/** Every problem of a project's reports, report types, dashboards and their folders, with file and line. */
import type { Schema } from "../../schema/schema.ts";
import type { ProjectMetadata } from "../../schema/metadata/project-metadata.ts";
import type { Diagnostic } from "../../syntax/diagnostic.ts";
import type { FolderDefinition, ReportDefinition } from "../source/report-definition.ts";
import { customType } from "../type/custom-type.ts";
import { ReportTypes } from "../type/types-of-org.ts";
import { checkDashboard } from "./check-dashboard.ts";
import { checkReport } from "./check-report.ts";
import { problemAt } from "./problem.ts";

/** Folders every org has. */
const OWN_FOLDERS = new Set(["unfiled$public"]);

const FORMATS: ReadonlySet<string> = new Set(["Tabular", "Summary", "Matrix", "MultiBlock"]);

export function checkAnalytics(
  schema: Schema,
  metadata: Pick<ProjectMetadata, "analytics" | "groups" | "roles">,
): readonly Diagnostic[] {
  const { reports, reportTypes, dashboards, folders } = metadata.analytics;
  const types = new ReportTypes(schema, reportTypes);
  const byName = new Map(reports.map((report) => [report.developerName, report]));
  return [
    ...reportTypes.flatMap((definition) =>
      customType(schema, definition).problems.map(({ message, line }) =>
        problemAt(definition.file, line, message),
      ),
    ),
    ...folders.flatMap((folder) => folderProblems(folder, metadata)),
    ...reports.flatMap((report) => [
      ...inFolder(report, "Report", folders),
      ...reportProblems(report, types, schema),
      ...(byName.get(report.developerName) === report
        ? []
        : [problemAt(report.file, 1, `There are two reports ${report.developerName}`)]),
    ]),
    ...dashboards.flatMap((dashboard) => [
      ...inFolder(dashboard, "Dashboard", folders),
      ...checkDashboard(dashboard, (name) => byName.get(name), types),
    ]),
  ];
}

function reportProblems(
  report: ReportDefinition,
  types: ReportTypes,
  schema: Schema,
): readonly Diagnostic[] {
  const { file, format, lines, reportType } = report;
  if (!FORMATS.has(format)) return [problemAt(file, lines.format, `There is no format ${format}`)];
  if (format === "MultiBlock")
    return [problemAt(file, lines.format, "Joined reports are not run here", "gap")];
  const resolved = types.resolve(reportType);
  if ("type" in resolved) return checkReport(report, resolved.type, schema);
  return [problemAt(file, lines.reportType, resolved.problem, resolved.kind)];
}

function inFolder(
  { file, folder }: { readonly file: string; readonly folder: string },
  kind: FolderDefinition["kind"],
  folders: readonly FolderDefinition[],
): readonly Diagnostic[] {
  const isKnown =
    OWN_FOLDERS.has(folder) ||
    folders.some((each) => each.kind === kind && each.developerName === folder);
  return isKnown ? [] : [problemAt(file, 1, `There is no folder ${folder}`)];
}

function folderProblems(
  { file, shares }: FolderDefinition,
  { groups, roles }: Pick<ProjectMetadata, "groups" | "roles">,
): readonly Diagnostic[] {
  return shares.flatMap(({ sharedTo, sharedToType, line }) => {
    const names = sharedToType === "Group" ? groups : /^Role/u.test(sharedToType) ? roles : null;
    if (names === null || names.some(({ developerName }) => developerName === sharedTo)) return [];
    return [
      problemAt(
        file,
        line,
        `The folder is shared with a ${sharedToType} that does not exist: ${sharedTo}`,
      ),
    ];
  });
}
