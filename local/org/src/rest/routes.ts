/** Which resource stands at which path of `/services/data/vNN.0`. */
import * as dashboards from "./analytics/dashboards-resource.ts";
import * as reports from "./analytics/reports-resource.ts";
import { batch } from "./composite/batch.ts";
import { composite } from "./composite/composite.ts";
import { graphs } from "./composite/graph.ts";
import { tree } from "./composite/tree.ts";
import * as ingest from "./bulk/ingest-resource.ts";
import * as bulkQuery from "./bulk/query-resource.ts";
import type { Resource } from "./context.ts";
import {
  createCollection,
  deleteCollection,
  readCollection,
  updateCollection,
  upsertCollection,
} from "./resources/collections.ts";
import {
  createUiRecord,
  deleteUiRecord,
  readUiRecord,
  updateUiRecord,
} from "./lightning/ui-api.ts";
import { describeBasic, describeGlobal, describeObject } from "./resources/describe.ts";
import { resources } from "./resources/discovery.ts";
import { limits } from "./resources/limits.ts";
import { query, queryAll, queryMore } from "./resources/query.ts";
import {
  createRow,
  deleteRow,
  readRow,
  readRowByExternalId,
  updateRow,
  upsertRow,
} from "./resources/sobject-rows.ts";
import { methodNotAllowed } from "./rest-error.ts";
import { describeFlowAction, listFlowActions, startFlow } from "./actions/flow-actions.ts";
import { executeAnonymous } from "./tooling/execute-anonymous.ts";
import { runTestsAsynchronous } from "./tooling/test-runs.ts";
import { runTestsSynchronous } from "./tooling/tests-at-once.ts";

interface Route {
  /** `:name` takes one part of the path. */
  readonly path: string;
  readonly methods: Readonly<Record<string, Resource>>;
}

const ROUTES: readonly Route[] = [
  { path: "", methods: { GET: resources } },
  { path: "/limits", methods: { GET: limits } },
  { path: "/query", methods: { GET: query } },
  { path: "/queryAll", methods: { GET: queryAll } },
  { path: "/query/:locator", methods: { GET: queryMore } },
  { path: "/executeAnonymous", methods: { GET: executeAnonymous } },
  { path: "/actions/custom/flow", methods: { GET: listFlowActions } },
  {
    path: "/actions/custom/flow/:flow",
    methods: { GET: describeFlowAction, POST: startFlow },
  },
  { path: "/sobjects", methods: { GET: describeGlobal } },
  { path: "/sobjects/:object", methods: { GET: describeBasic, POST: createRow } },
  { path: "/sobjects/:object/describe", methods: { GET: describeObject } },
  { path: "/sobjects/:object/:id", methods: { GET: readRow, PATCH: updateRow, DELETE: deleteRow } },
  {
    path: "/sobjects/:object/:field/:value",
    methods: { GET: readRowByExternalId, PATCH: upsertRow },
  },
  { path: "/composite", methods: { POST: composite } },
  { path: "/composite/batch", methods: { POST: batch } },
  { path: "/composite/graph", methods: { POST: graphs } },
  { path: "/composite/tree/:object", methods: { POST: tree } },
  {
    path: "/composite/sobjects",
    methods: { POST: createCollection, PATCH: updateCollection, DELETE: deleteCollection },
  },
  { path: "/composite/sobjects/:object", methods: { GET: readCollection, POST: readCollection } },
  { path: "/composite/sobjects/:object/:field", methods: { PATCH: upsertCollection } },
  { path: "/jobs/ingest", methods: { GET: ingest.listJobs, POST: ingest.createJob } },
  {
    path: "/jobs/ingest/:job",
    methods: { GET: ingest.readJob, PATCH: ingest.changeJob, DELETE: ingest.deleteJob },
  },
  { path: "/jobs/ingest/:job/batches", methods: { PUT: ingest.uploadData } },
  { path: "/jobs/ingest/:job/successfulResults", methods: { GET: ingest.successfulResults } },
  { path: "/jobs/ingest/:job/failedResults", methods: { GET: ingest.failedResults } },
  { path: "/jobs/ingest/:job/unprocessedrecords", methods: { GET: ingest.unprocessedRecords } },
  { path: "/jobs/query", methods: { GET: bulkQuery.listJobs, POST: bulkQuery.createJob } },
  {
    path: "/jobs/query/:job",
    methods: { GET: bulkQuery.readJob, PATCH: bulkQuery.changeJob, DELETE: bulkQuery.deleteJob },
  },
  { path: "/jobs/query/:job/results", methods: { GET: bulkQuery.results } },
  { path: "/ui-api/records", methods: { POST: createUiRecord } },
  {
    path: "/ui-api/records/:id",
    methods: { GET: readUiRecord, PATCH: updateUiRecord, DELETE: deleteUiRecord },
  },
  { path: "/analytics/reports", methods: { GET: reports.listReports } },
  {
    path: "/analytics/reports/:id",
    methods: { GET: reports.executeReport, POST: reports.executeReport },
  },
  { path: "/analytics/reports/:id/describe", methods: { GET: reports.describeReport } },
  {
    path: "/analytics/reports/:id/instances",
    methods: { GET: reports.listInstances, POST: reports.startReport },
  },
  {
    path: "/analytics/reports/:id/instances/:instance",
    methods: { GET: reports.readInstance, DELETE: reports.deleteInstance },
  },
  { path: "/analytics/dashboards", methods: { GET: dashboards.listDashboards } },
  {
    path: "/analytics/dashboards/:id",
    methods: {
      GET: dashboards.readDashboard,
      POST: dashboards.readComponents,
      PUT: dashboards.refreshDashboard,
    },
  },
  { path: "/analytics/dashboards/:id/describe", methods: { GET: dashboards.describeDashboard } },
  { path: "/analytics/dashboards/:id/status", methods: { GET: dashboards.dashboardStatus } },
  { path: "/tooling/query", methods: { GET: query } },
  { path: "/tooling/query/:locator", methods: { GET: queryMore } },
  { path: "/tooling/sobjects", methods: { GET: describeGlobal } },
  { path: "/tooling/sobjects/:object/describe", methods: { GET: describeObject } },
  { path: "/tooling/sobjects/:object/:id", methods: { GET: readRow } },
  { path: "/tooling/executeAnonymous", methods: { GET: executeAnonymous } },
  { path: "/tooling/runTestsSynchronous", methods: { POST: runTestsSynchronous } },
  { path: "/tooling/runTestsAsynchronous", methods: { POST: runTestsAsynchronous } },
];

export interface Routed {
  readonly resource: Resource;
  readonly parameters: Readonly<Record<string, string>>;
}

/** null: nothing is there. @throws RestError 405 */
export function routeTo(path: string, method: string): Routed | null {
  for (const route of ROUTES) {
    const parameters = matchPath(route.path, path);
    if (parameters === null) continue;
    const resource = route.methods[method === "HEAD" ? "GET" : method];
    if (resource === undefined) throw methodNotAllowed(method, Object.keys(route.methods));
    return { resource, parameters };
  }
  return null;
}

function matchPath(pattern: string, asked: string): Record<string, string> | null {
  const expected = pattern.split("/");
  const given = asked.split("/");
  if (expected.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) {
      if (value === "") return null;
      parameters[part.slice(1)] = decodeURIComponent(value);
    } else if (part.toLowerCase() !== value.toLowerCase()) return null;
  }
  return parameters;
}
