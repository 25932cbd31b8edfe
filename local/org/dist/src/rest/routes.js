/** Which resource stands at which path of `/services/data/vNN.0`. */
import { batch } from "./composite/batch.js";
import { composite } from "./composite/composite.js";
import { graphs } from "./composite/graph.js";
import { tree } from "./composite/tree.js";
import * as ingest from "./bulk/ingest-resource.js";
import * as bulkQuery from "./bulk/query-resource.js";
import { createCollection, deleteCollection, readCollection, updateCollection, upsertCollection, } from "./resources/collections.js";
import { createUiRecord, deleteUiRecord, readUiRecord, updateUiRecord, } from "./lightning/ui-api.js";
import { describeBasic, describeGlobal, describeObject } from "./resources/describe.js";
import { resources } from "./resources/discovery.js";
import { limits } from "./resources/limits.js";
import { query, queryAll, queryMore } from "./resources/query.js";
import { createRow, deleteRow, readRow, readRowByExternalId, updateRow, upsertRow, } from "./resources/sobject-rows.js";
import { methodNotAllowed } from "./rest-error.js";
import { executeAnonymous } from "./tooling/execute-anonymous.js";
import { runTestsAsynchronous } from "./tooling/test-runs.js";
import { runTestsSynchronous } from "./tooling/tests-at-once.js";
const ROUTES = [
    { path: "", methods: { GET: resources } },
    { path: "/limits", methods: { GET: limits } },
    { path: "/query", methods: { GET: query } },
    { path: "/queryAll", methods: { GET: queryAll } },
    { path: "/query/:locator", methods: { GET: queryMore } },
    { path: "/executeAnonymous", methods: { GET: executeAnonymous } },
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
    { path: "/tooling/query", methods: { GET: query } },
    { path: "/tooling/query/:locator", methods: { GET: queryMore } },
    { path: "/tooling/sobjects", methods: { GET: describeGlobal } },
    { path: "/tooling/sobjects/:object/describe", methods: { GET: describeObject } },
    { path: "/tooling/sobjects/:object/:id", methods: { GET: readRow } },
    { path: "/tooling/executeAnonymous", methods: { GET: executeAnonymous } },
    { path: "/tooling/runTestsSynchronous", methods: { POST: runTestsSynchronous } },
    { path: "/tooling/runTestsAsynchronous", methods: { POST: runTestsAsynchronous } },
];
/** null: nothing is there. @throws RestError 405 */
export function routeTo(path, method) {
    for (const route of ROUTES) {
        const parameters = matchPath(route.path, path);
        if (parameters === null)
            continue;
        const resource = route.methods[method === "HEAD" ? "GET" : method];
        if (resource === undefined)
            throw methodNotAllowed(method, Object.keys(route.methods));
        return { resource, parameters };
    }
    return null;
}
function matchPath(pattern, asked) {
    const expected = pattern.split("/");
    const given = asked.split("/");
    if (expected.length !== given.length)
        return null;
    const parameters = {};
    for (const [index, part] of expected.entries()) {
        const value = given[index] ?? "";
        if (part.startsWith(":")) {
            if (value === "")
                return null;
            parameters[part.slice(1)] = decodeURIComponent(value);
        }
        else if (part.toLowerCase() !== value.toLowerCase())
            return null;
    }
    return parameters;
}
