/** `/analytics/reports`. Source: Reports and Dashboards REST API Developer Guide, "Reports" resources. */
import { runReport } from "../../analytics/run/run-report.ts";
import { extendedMetadata } from "../../analytics/shown/extended-metadata.ts";
import { reportMetadata } from "../../analytics/shown/report-metadata.ts";
import { typeMetadata } from "../../analytics/shown/type-metadata.ts";
import type { ReportDefinition } from "../../analytics/source/report-definition.ts";
import { rightsOf, type RestContext } from "../context.ts";
import { json, NO_CONTENT, type RestResponse } from "../http.ts";
import { RestError } from "../rest-error.ts";
import type { ReportInstance } from "./analytics-state.ts";
import { overridden } from "./report-overrides.ts";
import { resultOf, typeOf } from "./run-visible.ts";
import { checkMayRun, requested, visibleReports, type VisibleReport } from "./visible.ts";

const MAX_LISTED = 200;

/** Those most recently viewed, on the platform; here those there are. */
export function listReports(context: RestContext): RestResponse {
  return json(
    200,
    visibleReports(context)
      .slice(0, MAX_LISTED)
      .map(({ id, definition }) => {
        const url = `${context.basePath}/analytics/reports/${id}`;
        return {
          describeUrl: `${url}/describe`,
          id,
          instancesUrl: `${url}/instances`,
          name: definition.name,
          url,
        };
      }),
  );
}

export function describeReport(context: RestContext): RestResponse {
  const report = requested(context, visibleReports(context));
  const { definition } = report;
  const type = typeOf(context, definition);
  const reading = context.org.readingAs(context.user);
  // Without rows: what it would show.
  const run = runReport({ ...definition, rowLimit: 0 }, type, reading);
  return json(200, {
    attributes: reportAttributes(context, report),
    reportExtendedMetadata: extendedMetadata(run),
    reportMetadata: reportMetadata({
      ...report,
      type,
      aggregates: run.summaries.map(({ name }) => name),
      detailColumns: run.columns.map(({ key }) => key),
    }),
    reportTypeMetadata: typeMetadata(type, rightsOf(context)),
  });
}

export function executeReport(context: RestContext): RestResponse {
  const report = requested(context, visibleReports(context));
  checkMayRun(context);
  if (!context.org.host.allocations.take("HourlySyncReportRuns"))
    throw tooMany("You can’t run more than 500 reports an hour synchronously.");
  const withDetails = wantsDetails(context);
  const attributes = reportAttributes(context, report);
  return json(200, resultOf(context, report, asked(context, report), withDetails, attributes));
}

export function startReport(context: RestContext): RestResponse {
  const report = requested(context, visibleReports(context));
  checkMayRun(context);
  const { clock, allocations } = context.org.host;
  if (!allocations.take("HourlyAsyncReportRuns"))
    throw tooMany("You can’t run more than 1200 reports an hour asynchronously.");
  const definition = asked(context, report);
  const hasDetails = wantsDetails(context);
  const instance = context.analytics.request(report.id, context.user.id, hasDetails, clock.now());
  context.background.add(() => {
    runInstance(context, report, definition, instance);
  });
  return json(200, instanceJson(context, instance));
}

function runInstance(
  context: RestContext,
  report: VisibleReport,
  definition: ReportDefinition,
  instance: ReportInstance,
): void {
  instance.status = "Running";
  try {
    instance.result = resultOf(context, report, definition, instance.hasDetails, null);
    instance.status = "Success";
  } catch (error) {
    instance.status = "Error";
    if (!(error instanceof RestError)) throw error;
  } finally {
    instance.completedAt = context.org.host.clock.now();
  }
}

export function listInstances(context: RestContext): RestResponse {
  const report = requested(context, visibleReports(context));
  const now = context.org.host.clock.now();
  return json(
    200,
    context.analytics
      .instances(report.id, context.user.id, now)
      .map((instance) => instanceJson(context, instance)),
  );
}

export function readInstance(context: RestContext): RestResponse {
  const report = requested(context, visibleReports(context));
  const instance = instanceOf(context, report);
  const attributes = {
    completionDate: isoOf(instance.completedAt),
    id: instance.id,
    ownerId: instance.ownerId,
    reportId: report.id,
    reportName: report.definition.name,
    requestDate: isoOf(instance.requestedAt),
    status: instance.status,
    type: "ReportInstance",
  };
  return json(200, { ...(instance.result ?? {}), attributes });
}

export function deleteInstance(context: RestContext): RestResponse {
  const instance = instanceOf(context, requested(context, visibleReports(context)));
  context.analytics.remove(instance.id);
  return NO_CONTENT;
}

function instanceOf(context: RestContext, report: VisibleReport): ReportInstance {
  const now = context.org.host.clock.now();
  const found = context.analytics.instance(context.parameters["instance"] ?? "", now);
  if (found?.reportId !== report.id || found.ownerId !== context.user.id)
    throw new RestError(404, "NOT_FOUND", "The data you’re trying to access is unavailable.");
  return found;
}

function instanceJson(
  { basePath }: RestContext,
  instance: ReportInstance,
): Record<string, unknown> {
  return {
    completionDate: isoOf(instance.completedAt),
    hasDetailRows: instance.hasDetails,
    id: instance.id,
    ownerId: instance.ownerId,
    requestDate: isoOf(instance.requestedAt),
    status: instance.status,
    url: `${basePath}/analytics/reports/${instance.reportId}/instances/${instance.id}`,
  };
}

/** The report as the request's metadata changes it. */
function asked(context: RestContext, { definition }: VisibleReport): ReportDefinition {
  const { body } = context.request;
  if (context.request.method !== "POST" || body.trim() === "") return definition;
  const { schema } = context.org.host;
  return overridden(definition, typeOf(context, definition), schema, parsed(body));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new RestError(400, "JSON_PARSER_ERROR", error instanceof Error ? error.message : "");
  }
}

function reportAttributes(
  { basePath }: RestContext,
  { id, definition }: VisibleReport,
): Record<string, unknown> {
  const url = `${basePath}/analytics/reports/${id}`;
  return {
    describeUrl: `${url}/describe`,
    instancesUrl: `${url}/instances`,
    reportId: id,
    reportName: definition.name,
    type: "Report",
  };
}

function wantsDetails({ request }: RestContext): boolean {
  return request.query["includeDetails"] === "true";
}

function isoOf(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}

function tooMany(message: string): RestError {
  return new RestError(403, "REQUEST_LIMIT_EXCEEDED", message);
}
