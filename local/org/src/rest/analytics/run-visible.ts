/** A report run for a user and put into the API's words. */
import { ReportRefusal } from "../../analytics/run/report-refusal.ts";
import { type ReportRun, runReport } from "../../analytics/run/run-report.ts";
import { reportResult } from "../../analytics/shown/report-result.ts";
import type { ReportDefinition } from "../../analytics/source/report-definition.ts";
import type { ReportType } from "../../analytics/type/report-type.ts";
import type { RunningUser } from "../../runtime/host.ts";
import type { RestContext } from "../context.ts";
import { RestError } from "../rest-error.ts";
import type { VisibleReport } from "./visible.ts";

/** @throws RestError 501 for a type of report that is not run here */
export function typeOf({ analytics }: RestContext, definition: ReportDefinition): ReportType {
  const resolved = analytics.types.resolve(definition.reportType);
  if (definition.format !== "MultiBlock" && "type" in resolved) return resolved.type;
  const problem = "type" in resolved ? "Joined reports are not run here" : resolved.problem;
  throw new RestError(501, "NOT_IMPLEMENTED", `${problem}.`);
}

/** @throws RestError 403 or 400 */
function ranAs(context: RestContext, definition: ReportDefinition, user: RunningUser): ReportRun {
  const type = typeOf(context, definition);
  try {
    return runReport(definition, type, context.org.readingAs(user));
  } catch (error) {
    if (!(error instanceof ReportRefusal)) throw error;
    throw error.reason === "forbidden"
      ? new RestError(403, "FORBIDDEN", error.message)
      : new RestError(400, "BAD_REQUEST", error.message);
  }
}

export function resultOf(
  context: RestContext,
  { id, folderId }: VisibleReport,
  definition: ReportDefinition,
  withDetails: boolean,
  attributes: unknown,
  user: RunningUser = context.user,
): Record<string, unknown> {
  return reportResult(ranAs(context, definition, user), {
    id,
    folderId,
    withDetails,
    attributes,
    viewer: context.user,
  });
}
