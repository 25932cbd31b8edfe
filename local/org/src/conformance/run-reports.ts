/** A project's reports and dashboards, run over REST on made-up rows of its own objects. */
import type { CompiledProject } from "../compile/compile-project.ts";
import { openLocalOrg } from "../open-local-org.ts";
import type { OrgRuntime } from "../org/org-runtime.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import type { FieldDescribe, Schema } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";

export interface ReportRuns {
  readonly reports: number;
  readonly dashboards: number;
  /** How many of the reports found rows: their filters are their own. */
  readonly withRows: number;
  /** What did not run, or did not count its own rows, each in a sentence. */
  readonly problems: readonly string[];
}

/** Of each object: enough that groups have more than one row. */
const ROWS = 3;
const CUSTOM = /__c$/iu;
const CLIENT = { clientId: "reports", clientSecret: "reports" };
const VERSION = "/services/data/v66.0";

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export function runReports(project: CompiledProject): ReportRuns {
  const { org, api, parts } = openLocalOrg(project, {
    clients: ({ administrator }) => [{ ...CLIENT, userId: administrator.id }],
  });
  const token = parts.sessions.issue(CLIENT.clientId, CLIENT.clientSecret)?.token ?? "";
  const call = (place: string): Answer => {
    const url = new URL(`${VERSION}${place}`, "http://127.0.0.1");
    const { status, body } = api.handle({
      method: "GET",
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: { authorization: `Bearer ${token}` },
      body: "",
      origin: url.origin,
    });
    return { status, body: JSON.parse(body) as unknown };
  };
  const idOf = (object: string, name: string): string => {
    const { body } = call(
      `/query?q=${encodeURIComponent(`SELECT Id FROM ${object} WHERE DeveloperName = '${name}'`)}`,
    );
    // The shape of a query's answer.
    return (body as { records: readonly { Id: string }[] }).records[0]?.Id ?? "";
  };
  new SampleRows(org, project.schema).make();
  const { reports, dashboards } = project.schema.analytics;
  const problems: string[] = [];
  let withRows = 0;
  for (const { developerName: name } of reports) {
    const { status, body } = call(`/analytics/reports/${idOf("Report", name)}?includeDetails=true`);
    const counted = status === 200 ? countOf(body) : null;
    if (counted === null) problems.push(`report ${name}: ${status} ${JSON.stringify(body)}`);
    else if (counted.said !== null && counted.said !== counted.rows)
      problems.push(`report ${name} says ${counted.said} rows and has ${counted.rows}`);
    else if (counted.rows > 0) withRows += 1;
  }
  for (const { developerName: name, components } of dashboards) {
    const { status, body } = call(`/analytics/dashboards/${idOf("Dashboard", name)}`);
    const shown =
      status === 200 ? (body as { componentData?: readonly object[] }).componentData : undefined;
    if (shown?.length !== components.length)
      problems.push(
        `dashboard ${name}: ${status}, ${shown?.length ?? 0} of ${components.length} components`,
      );
  }
  org.close();
  return { reports: reports.length, dashboards: dashboards.length, withRows, problems };
}

/** What a report says of the number of its rows, where it does, and how many it has. */
function countOf(body: unknown): { readonly said: number | null; readonly rows: number } {
  // The shape of a report's answer.
  const { factMap, reportMetadata } = body as {
    readonly factMap: Readonly<
      Record<
        string,
        {
          readonly aggregates: readonly { readonly value: number | null }[];
          readonly rows?: readonly object[];
        }
      >
    >;
    readonly reportMetadata: { readonly aggregates: readonly string[] };
  };
  const at = reportMetadata.aggregates.indexOf("RowCount");
  const rows = Object.values(factMap).reduce((sum, fact) => sum + (fact.rows?.length ?? 0), 0);
  return { said: factMap["T!T"]?.aggregates[at]?.value ?? null, rows };
}

/** Rows of every custom object, with every field filled that can be, parents first. */
class SampleRows {
  readonly #org: OrgRuntime;
  readonly #schema: Schema;
  readonly #made = new Map<string, readonly string[]>();

  constructor(org: OrgRuntime, schema: Schema) {
    this.#org = org;
    this.#schema = schema;
  }

  make(): void {
    for (const name of this.#schema.objectNames()) this.#of(name);
  }

  #of(name: string): readonly string[] {
    const made = this.#made.get(name);
    if (made !== undefined) return made;
    // What it refers to may refer back to it: then that end stays blank.
    this.#made.set(name, []);
    const describe = this.#schema.object(name);
    if (describe === undefined || !CUSTOM.test(describe.name)) return [];
    const ids = Array.from({ length: ROWS }, (_, index) => {
      const values = [...describe.fields.values()]
        .filter(({ formula, rollup, name: field }) => !formula && !rollup && field !== "Id")
        .map((field) => [field.name, this.#valueOf(field, index)] as const);
      return this.#org.keep(describe.name, null, Object.fromEntries(values));
    });
    this.#made.set(name, ids);
    return ids;
  }

  #valueOf(field: FieldDescribe, index: number): StoredValue {
    const now = Date.now() - index * 60_000;
    switch (field.type) {
      case "reference": {
        const [target = ""] = field.referenceTo;
        if (target === "User" || field.name === "OwnerId") return this.#org.administrator.id;
        const ids = CUSTOM.test(target) ? this.#of(target) : [];
        return ids[index % Math.max(1, ids.length)] ?? null;
      }
      case "boolean":
        return field.isCustom && index === 0;
      case "date":
        return new ApexDate(Math.floor(now / 86_400_000));
      case "datetime":
        return new ApexDatetime(now);
      case "int":
      case "long":
      case "double":
      case "currency":
      case "percent":
        return ApexDecimal.parse(String(index + 1));
      case "picklist":
      case "combobox":
        return (
          field.picklistValues[index % Math.max(1, field.picklistValues.length)]?.value ?? null
        );
      case "string":
      case "textarea":
      case "email":
      case "phone":
      case "url":
        return `Sample ${index}`.slice(0, field.length === 0 ? undefined : field.length);
      default:
        return null;
    }
  }
}
