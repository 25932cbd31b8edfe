/** The reports and dashboards a user may see: those of folders shared with them. */
import type {
  DashboardDefinition,
  ReportDefinition,
} from "../../analytics/source/report-definition.ts";
import { toId18 } from "../../runtime/id.ts";
import type { RunningUser } from "../../runtime/host.ts";
import type { Row } from "../../store/row.ts";
import { rightsOf, type RestContext } from "../context.ts";
import { RestError } from "../rest-error.ts";

export interface VisibleReport {
  readonly definition: ReportDefinition;
  readonly id: string;
  readonly folderId: string | null;
}

export interface VisibleDashboard {
  readonly definition: DashboardDefinition;
  readonly id: string;
  readonly folderId: string | null;
}

/** @throws RestError 403 without the permission to run reports */
export function checkMayRun(context: RestContext): void {
  if (!rightsOf(context).hasUserPermission("RunReports"))
    throw new RestError(
      403,
      "FORBIDDEN",
      "You don’t have sufficient privileges to perform this operation.",
    );
}

export function visibleReports(
  context: RestContext,
  user: RunningUser = context.user,
): readonly VisibleReport[] {
  const { reports } = context.org.host.schema.analytics;
  return visibleRows(context, user, "Report").flatMap((row) => {
    const definition = reports.find((each) => each.developerName === row.values["DeveloperName"]);
    const folder = row.values["OwnerId"];
    if (definition === undefined) return [];
    return [{ definition, id: row.id, folderId: typeof folder === "string" ? folder : null }];
  });
}

export function visibleDashboards(context: RestContext): readonly VisibleDashboard[] {
  const { dashboards } = context.org.host.schema.analytics;
  return visibleRows(context, context.user, "Dashboard").flatMap((row) => {
    const definition = dashboards.find(
      (each) => each.developerName === row.values["DeveloperName"],
    );
    const folder = row.values["FolderId"];
    if (definition === undefined) return [];
    return [{ definition, id: row.id, folderId: typeof folder === "string" ? folder : null }];
  });
}

function visibleRows({ org }: RestContext, user: RunningUser, object: string): readonly Row[] {
  const { store, sharing } = org.readingAs(user);
  const isShown = sharing?.rowFilter(object) ?? null;
  return [...store.table(object).rows()].filter(
    (row) => !row.isDeleted && (isShown === null || isShown(row)),
  );
}

/** The one the path names. @throws RestError 404 also for one the user may not see */
export function requested<Item extends { readonly id: string }>(
  context: RestContext,
  items: readonly Item[],
): Item {
  const id = toId18(context.parameters["id"] ?? "");
  const found = items.find((item) => item.id === id);
  if (found === undefined)
    throw new RestError(404, "NOT_FOUND", "The data you’re trying to access is unavailable.");
  return found;
}
