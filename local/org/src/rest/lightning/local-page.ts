/**
 * What the page of this org asks beside Salesforce's own resources, below `/_local/lightning`: who looks at it, how they have its
 * tabs, and rows for lists, each as a record of the User Interface API.
 */
import { rightsOf, type RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import { notFound, RestError } from "../rest-error.ts";
import { select } from "../resources/query.ts";
import { uiRecord } from "./ui-record.ts";

const PREFIX = "/_local/lightning/";

export function isLocalPage(path: string): boolean {
  return path.startsWith(PREFIX);
}

export function localPage(context: RestContext): RestResponse {
  switch (context.request.path.slice(PREFIX.length)) {
    case "viewer":
      return viewer(context);
    case "tabs":
      return tabs(context);
    case "rows":
      return rows(context);
    default:
      throw notFound();
  }
}

/** The user, what of the org's custom permissions they have, and the words of the custom labels. */
function viewer(context: RestContext): RestResponse {
  const { schema } = context.org.host;
  const rights = rightsOf(context);
  const { id, name, username, locale, language, timeZone } = context.user;
  return json(200, {
    user: { id, name, username, locale, language, timeZone },
    customPermissions: schema.customPermissions.filter((each) => rights.hasCustomPermission(each)),
    labels: Object.fromEntries(schema.labels),
  });
}

/** `?names=standard-Account,Orders`: each with DefaultOn, DefaultOff or Hidden. */
function tabs(context: RestContext): RestResponse {
  const rights = rightsOf(context);
  const names = (context.request.query["names"] ?? "").split(",").filter((name) => name !== "");
  return json(200, Object.fromEntries(names.map((name) => [name, rights.tabVisibility(name)])));
}

function rows(context: RestContext): RestResponse {
  const text = context.request.query["q"];
  if (text === undefined) throw new RestError(400, "MALFORMED_QUERY", "q is the query.");
  const selected = select(context, text, false);
  return json(
    200,
    selected.kind === "count"
      ? { count: selected.count, records: [] }
      : {
          count: selected.records.length,
          records: selected.records.map((record) => uiRecord(record, context.user)),
        },
  );
}
