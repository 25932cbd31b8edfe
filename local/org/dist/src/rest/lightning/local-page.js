/**
 * What the page of this org asks beside Salesforce's own resources, below `/_local/lightning`: who looks at it, and rows for lists,
 * each as a record of the User Interface API.
 */
import { rightsOf } from "../context.js";
import { json } from "../http.js";
import { notFound, RestError } from "../rest-error.js";
import { select } from "../resources/query.js";
import { uiRecord } from "./ui-record.js";
const PREFIX = "/_local/lightning/";
export function isLocalPage(path) {
    return path.startsWith(PREFIX);
}
export function localPage(context) {
    switch (context.request.path.slice(PREFIX.length)) {
        case "viewer":
            return viewer(context);
        case "rows":
            return rows(context);
        default:
            throw notFound();
    }
}
/** The user, what of the org's custom permissions they have, and the words of the custom labels. */
function viewer(context) {
    const { schema } = context.org.host;
    const rights = rightsOf(context);
    const { id, name, username, locale, language, timeZone } = context.user;
    return json(200, {
        user: { id, name, username, locale, language, timeZone },
        customPermissions: schema.customPermissions.filter((each) => rights.hasCustomPermission(each)),
        labels: Object.fromEntries(schema.labels),
    });
}
function rows(context) {
    const text = context.request.query["q"];
    if (text === undefined)
        throw new RestError(400, "MALFORMED_QUERY", "q is the query.");
    const selected = select(context, text, false);
    return json(200, selected.kind === "count"
        ? { count: selected.count, records: [] }
        : {
            count: selected.records.length,
            records: selected.records.map((record) => uiRecord(record, context.user)),
        });
}
