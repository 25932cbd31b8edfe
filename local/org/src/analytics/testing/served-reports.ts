/** For tests: the API of an org around the report project, with deals to report on. */
import { compileProject, type CompiledProject } from "../../compile/compile-project.ts";
import { ServedApi, type Call } from "../../rest/testing/served-api.ts";
import { writeProject } from "../../schema/fixture/project.ts";
import { REPORT_PROJECT } from "./report-project.ts";

export interface Fact {
  readonly aggregates: readonly { readonly label: string; readonly value: number | null }[];
  readonly rows?: readonly {
    readonly dataCells: readonly { readonly label: string; readonly value: unknown }[];
  }[];
}

export interface Grouping {
  readonly key: string;
  readonly label: string;
  readonly value: unknown;
  readonly groupings: readonly Grouping[];
}

export interface Result {
  readonly allData: boolean;
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly Grouping[] };
  readonly groupingsAcross: { readonly groupings: readonly Grouping[] };
  readonly hasDetailRows: boolean;
  readonly reportExtendedMetadata: {
    readonly detailColumnInfo: Readonly<Record<string, unknown>>;
    readonly aggregateColumnInfo: Readonly<Record<string, { readonly label: string }>>;
  };
  readonly reportMetadata: Readonly<Record<string, unknown>>;
}

class ServedReports extends ServedApi {
  id(object: "Report" | "Dashboard", name: string): string {
    const { records } = this.query(`SELECT Id FROM ${object} WHERE DeveloperName = '${name}'`) as {
      readonly records: readonly { readonly Id: string }[];
    };
    return records[0]?.Id ?? "";
  }

  /** The answer's body, of a run that is expected to succeed. */
  ran(name: string, call: Call = {}): Result {
    const { status, body } = this.run(name, call);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as Result;
  }

  run(name: string, call: Call = {}): { readonly status: number; readonly body: unknown } {
    return this.call(`/analytics/reports/${this.id("Report", name)}?includeDetails=true`, call);
  }

  /** The report with other metadata, as it would be filtered on demand. */
  ranWith(name: string, reportMetadata: Readonly<Record<string, unknown>>): Result {
    return this.ran(name, { method: "POST", body: { reportMetadata } });
  }
}

let compiled: CompiledProject | null = null;

function reportProject(): CompiledProject {
  if (compiled !== null) return compiled;
  const project = writeProject(REPORT_PROJECT);
  compiled = compileProject({ paths: [project.path] });
  if (compiled.diagnostics.length > 0)
    throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  return compiled;
}

const DEALS = [
  {
    Name: "A",
    Currency__c: "EUR",
    Amount__c: 100.1,
    Closed__c: "2026-01-05",
    Stage__c: "Won",
    Is_Won__c: true,
  },
  { Name: "B", Currency__c: "EUR", Amount__c: 50.25, Closed__c: "2026-02-28", Stage__c: "Lost" },
  {
    Name: "C",
    Currency__c: "USD",
    Amount__c: 10,
    Closed__c: "2026-01-31",
    Stage__c: "Won",
    Is_Won__c: true,
  },
  { Name: "D", Currency__c: "USD", Amount__c: 20, Closed__c: "2026-01-01", Stage__c: "Open" },
  { Name: "E", Currency__c: "USD", Amount__c: null, Closed__c: null, Stage__c: null },
] as const;

/** With {@link DEALS}, the first two of the client Acme. */
export function servedReports(): ServedReports {
  const api = new ServedReports(reportProject());
  const client = api.create("Client__c", { Name: "Acme" });
  for (const [index, deal] of DEALS.entries())
    api.create("Deal__c", { ...deal, ...(index < 2 ? { Client__c: client } : {}) });
  return api;
}
