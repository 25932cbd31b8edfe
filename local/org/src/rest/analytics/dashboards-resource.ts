/** `/analytics/dashboards`. Source: Reports and Dashboards REST API Developer Guide, "Dashboards" resources. */
import { componentReport, showsRows } from "../../analytics/dashboard/component-report.ts";
import {
  componentId,
  dashboardMetadata,
  optionId,
  type ShownDashboard,
} from "../../analytics/dashboard/dashboard-metadata.ts";
import type {
  DashboardComponent,
  DashboardFilterOption,
} from "../../analytics/source/report-definition.ts";
import type { RunningUser } from "../../runtime/host.ts";
import { toId18 } from "../../runtime/id.ts";
import { ADMINISTRATOR_USERNAME } from "../../store/users.ts";
import { storedText } from "../../store/stored-text.ts";
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import { bodyValue } from "../request-body.ts";
import { RestError } from "../rest-error.ts";
import { resultOf } from "./run-visible.ts";
import {
  checkMayRun,
  requested,
  visibleDashboards,
  visibleReports,
  type VisibleDashboard,
  type VisibleReport,
} from "./visible.ts";

export function listDashboards(context: RestContext): RestResponse {
  return json(
    200,
    visibleDashboards(context).map(({ id, definition }) => ({
      id,
      name: definition.title,
      statusUrl: `${context.basePath}/analytics/dashboards/${id}/status`,
      url: `${context.basePath}/analytics/dashboards/${id}`,
    })),
  );
}

export function describeDashboard(context: RestContext): RestResponse {
  return json(200, dashboardMetadata(new RunDashboard(context).shown));
}

export function readDashboard(context: RestContext): RestResponse {
  checkMayRun(context);
  return json(200, new RunDashboard(context).results(null));
}

/** A body may name some of its components. */
export function readComponents(context: RestContext): RestResponse {
  checkMayRun(context);
  const body = context.request.body.trim() === "" ? {} : bodyValue(context.request);
  const ids: unknown =
    typeof body === "object" && body !== null && "componentIds" in body ? body.componentIds : null;
  return json(200, new RunDashboard(context).results(Array.isArray(ids) ? ids.map(String) : null));
}

/** Components are run when they are asked for: nothing is ever out of date. */
export function refreshDashboard(context: RestContext): RestResponse {
  checkMayRun(context);
  const { shown } = new RunDashboard(context);
  context.org.host.allocations.count("HourlyDashboardRefreshes");
  return json(201, { statusUrl: shown.statusUrl });
}

export function dashboardStatus(context: RestContext): RestResponse {
  const { shown, refreshDate } = new RunDashboard(context);
  return json(200, {
    componentStatus: shown.definition.components.map((_, index) => ({
      componentId: componentId(shown, index),
      refreshDate,
      refreshStatus: "IDLE",
    })),
  });
}

class RunDashboard {
  readonly shown: ShownDashboard;
  readonly refreshDate: string;
  readonly #context: RestContext;
  readonly #user: RunningUser;
  readonly #reports: readonly VisibleReport[];

  constructor(context: RestContext) {
    this.#context = context;
    const dashboard = requested(context, visibleDashboards(context));
    this.#user = runningUserOf(context, dashboard);
    this.#reports = visibleReports(context, this.#user);
    this.refreshDate = new Date(context.org.host.clock.now()).toISOString();
    const { analytics } = context.org.host.schema;
    this.shown = {
      ...dashboard,
      number: analytics.dashboards.indexOf(dashboard.definition),
      runningUser: { displayName: this.#user.name, id: this.#user.id },
      statusUrl: `${context.basePath}/analytics/dashboards/${dashboard.id}/status`,
      reportId: (name) => this.#report(name)?.id ?? null,
      report: (name) => analytics.reports.find(({ developerName }) => developerName === name),
    };
  }

  results(ids: readonly string[] | null): Record<string, unknown> {
    const selected = this.#selectedOptions();
    const wanted = ids === null ? null : new Set(ids.map((id) => toId18(id) ?? id));
    const components = this.shown.definition.components
      .map((component, index) => ({ component, id: componentId(this.shown, index) }))
      .filter(({ id }) => wanted?.has(id) ?? true);
    if (wanted !== null && components.length < wanted.size)
      throw new RestError(400, "BAD_REQUEST", "The dashboard has no such component.");
    return {
      componentData: components.map(({ component, id }) => ({
        componentId: id,
        ...this.#data(component, selected),
      })),
      dashboardMetadata: dashboardMetadata(this.shown),
    };
  }

  #data(
    component: DashboardComponent,
    selected: readonly (DashboardFilterOption | null)[],
  ): Record<string, unknown> {
    const status = {
      errorCode: null,
      errorMessage: null,
      errorSeverity: null,
      refreshDate: this.refreshDate,
      refreshStatus: "IDLE",
    };
    try {
      const reportResult = this.#result(component, selected);
      return { reportResult, status: { dataStatus: "DATA", ...status } };
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      return {
        reportResult: null,
        status: {
          dataStatus: "ERROR",
          ...status,
          errorCode: error.errorCode,
          errorMessage: error.message,
          errorSeverity: "Error",
        },
      };
    }
  }

  #result(
    component: DashboardComponent,
    selected: readonly (DashboardFilterOption | null)[],
  ): Record<string, unknown> {
    const report = this.#report(component.report);
    if (report === undefined)
      throw new RestError(
        403,
        "FORBIDDEN",
        "The report of this component is in a folder that isn’t shared with you.",
      );
    const definition = componentReport(component, report.definition, selected);
    const withDetails = showsRows(component, report.definition);
    return resultOf(this.#context, report, definition, withDetails, null, this.#user);
  }

  #report(name: string): VisibleReport | undefined {
    return this.#reports.find(({ definition }) => definition.developerName === name);
  }

  /** `filter1=<id of an option>`. @throws RestError 400 for an option that is not there */
  #selectedOptions(): readonly (DashboardFilterOption | null)[] {
    return this.shown.definition.filters.map(({ options }, filter) => {
      const asked = this.#context.request.query[`filter${filter + 1}`];
      if (asked === undefined || asked === "") return null;
      const index = options.findIndex(
        (_, option) => optionId(this.shown, filter, option) === toId18(asked),
      );
      const found = options[index];
      if (found === undefined)
        throw new RestError(400, "BAD_REQUEST", `The filter option ${asked} is invalid.`);
      return found;
    });
  }
}

/** Who looks; or who the dashboard says, and where the org has no such user, its administrator, who deployed it. */
function runningUserOf({ org, user }: RestContext, { definition }: VisibleDashboard): RunningUser {
  if (definition.type === "LoggedInUser") return user;
  const { store } = org.readingAs(user);
  const named = (username: string): RunningUser | undefined => {
    for (const row of store.rowsOf("User"))
      if (storedText(row.values["Username"]).toLowerCase() === username.toLowerCase())
        return org.user(row.id);
    return undefined;
  };
  return named(definition.runningUser ?? "") ?? named(ADMINISTRATOR_USERNAME) ?? user;
}
