/**
 * The project's reports and dashboards, run through jsforce's `conn.analytics` on an org with money in two currencies: every total is
 * compared with a sum over the report's own rows, no report adds currencies, and nobody sees a field that is not theirs.
 */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Connection } from "jsforce";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  DashboardDefinition,
  ReportDefinition,
} from "../org/src/analytics/source/report-definition.ts";
import { CACHE_FOLDER } from "../org/src/cache-folder.ts";
import { compileProject } from "../org/src/compile/compile-project.ts";
import { apexOf, debugTap } from "../org/src/org/apex-of-org.ts";
import { CALLOUTS_REFUSED } from "../org/src/org/callouts-refused.ts";
import { openOrg } from "../org/src/org/open-org.ts";
import type { OrgRuntime } from "../org/src/org/org-runtime.ts";
import { AnalyticsState } from "../org/src/rest/analytics/analytics-state.ts";
import { apiUsage } from "../org/src/rest/api-usage.ts";
import { backgroundWork } from "../org/src/rest/background-work.ts";
import { bulkJobs } from "../org/src/rest/bulk/bulk-job.ts";
import { standingFaults } from "../org/src/rest/faults/faults.ts";
import { queryCursors } from "../org/src/rest/query-cursors.ts";
import { restApi } from "../org/src/rest/router.ts";
import { sessionsFor } from "../org/src/rest/sessions.ts";
import { mintId } from "../org/src/store/record-id.ts";
import { reportedBusiness } from "./testing/reported-business.ts";
import { listening } from "./testing/served-api.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const ROLES = {
  Admin: { sets: ["Stripe_Admin"], groups: ["Stripe_Admin_Readers"] },
  Finance: { sets: ["Stripe_Finance"], groups: ["Stripe_Finance_Readers"] },
  /** A sales user whom somebody let into the folder. */
  Sales: { sets: ["Stripe_Sales"], groups: ["Stripe_Finance_Readers"] },
  Service: { sets: ["Stripe_Service"], groups: [] },
} as const;
type Role = keyof typeof ROLES;

const project = compileProject({ paths: [ROOT], cacheFolder: CACHE_FOLDER });
const { reports, dashboards } = project.schema.analytics;

let org: OrgRuntime;
let server: Server;
const connections = new Map<Role, Connection>();

beforeAll(async () => {
  const now = (): number => Date.now();
  const tap = debugTap(now);
  const opened = openOrg(project, {
    callouts: CALLOUTS_REFUSED,
    log: () => undefined,
    debug: tap.receive,
  });
  ({ org } = opened);
  const clients = Object.entries(ROLES).map(([role, { sets, groups }]) => {
    const { id } = org.ensureUser(`${role}@reports.example`, role, sets, "Standard User");
    for (const group of groups) org.joinGroup(id, group);
    return { clientId: role, clientSecret: `${role} secret`, userId: id };
  });
  const sessions = sessionsFor(clients, org.host.organization.id, 3_600_000, now);
  server = await listening(
    restApi({
      org,
      apex: apexOf(project, opened, tap),
      sessions,
      usage: apiUsage(org.host.allocations),
      cursors: queryCursors(),
      bulk: bulkJobs((number) => mintId("750", number)),
      background: backgroundWork(),
      faults: standingFaults(),
      analytics: new AnalyticsState(project.schema),
    }),
  );
  // A server that listens on a TCP port has such an address.
  const { port } = server.address() as AddressInfo;
  for (const { clientId, clientSecret } of clients)
    connections.set(
      clientId as Role,
      new Connection({
        instanceUrl: `http://127.0.0.1:${port}`,
        accessToken: sessions.issue(clientId, clientSecret)?.token ?? "",
        version: "66.0",
      }),
    );
  reportedBusiness(org);
  // All of force-app is compiled, on a machine that may be busy.
}, 180_000);

afterAll(() => {
  server.close();
  org.close();
});

function connection(role: Role): Connection {
  const found = connections.get(role);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
}

async function idOf(object: "Report" | "Dashboard", name: string): Promise<string> {
  const { records } = await connection("Admin").query<{ readonly Id: string }>(
    `SELECT Id FROM ${object} WHERE DeveloperName = '${name}'`,
  );
  return records[0]?.Id ?? "";
}

interface Cell {
  readonly label: string;
  readonly value: unknown;
}
interface Fact {
  readonly aggregates: readonly { readonly label: string; readonly value: number | null }[];
  readonly rows?: readonly { readonly dataCells: readonly Cell[] }[];
}
interface Result {
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly { readonly label: string }[] };
  readonly reportMetadata: {
    readonly aggregates: readonly string[];
    readonly detailColumns: readonly string[];
  };
}

async function ran(role: Role, report: string): Promise<Result> {
  const id = await idOf("Report", report);
  // jsforce's types know less of a cell's value than the API gives.
  return (await connection(role)
    .analytics.report(id)
    .execute({ details: true })) as unknown as Result;
}

function numberOf({ value }: Cell): number {
  if (typeof value === "boolean") return value ? 1 : 0;
  const amount: unknown =
    typeof value === "object" && value !== null && "amount" in value ? value.amount : value;
  return typeof amount === "number" ? amount : 0;
}

/** Rows of a fact and of every fact in it. */
function rowsBelow(result: Result, key: string): readonly (readonly Cell[])[] {
  const [down = "", across = ""] = key.split("!");
  return Object.entries(result.factMap).flatMap(([other, fact]) => {
    const [otherDown = "", otherAcross = ""] = other.split("!");
    const isBelow =
      (down === "T" || otherDown === down || otherDown.startsWith(`${down}_`)) &&
      (across === "T" || otherAcross === across || otherAcross.startsWith(`${across}_`));
    return isBelow ? (fact.rows ?? []).map(({ dataCells }) => dataCells) : [];
  });
}

describe.each(reports.map((report) => [report.developerName, report] as const))(
  "the report %s",
  (name, definition) => {
    test("has rows, and each of its sums is what its rows add up to", async () => {
      const result = await ran("Admin", name);
      expect(rowsBelow(result, "T!T").length).toBeGreaterThan(0);
      const { aggregates, detailColumns } = result.reportMetadata;
      for (const [key, fact] of Object.entries(result.factMap)) {
        const rows = rowsBelow(result, key);
        for (const [index, aggregate] of aggregates.entries()) {
          const shown = fact.aggregates[index];
          if (shown === undefined) continue;
          const at = detailColumns.indexOf(aggregate.replace(/^s!/u, ""));
          if (aggregate === "RowCount") expect(shown.value).toBe(rows.length);
          if (aggregate.startsWith("s!"))
            expect(shown.value, `${aggregate} at ${key}`).toBeCloseTo(
              rows.reduce((sum, cells) => sum + numberOf(cells[at] ?? { label: "", value: 0 }), 0),
              6,
            );
        }
      }
    });

    test("adds no money of two currencies", () => {
      expect(addsCurrencies(definition)).toEqual([]);
    });
  },
);

const CURRENCY = /(^|[.$_])(Totals_)?Currency__c$/u;

/** Money columns that are summed where rows of several currencies come together. In the company's own currency they may. */
function addsCurrencies(report: ReportDefinition): readonly string[] {
  const type = new AnalyticsState(project.schema).types.type(report.reportType);
  const summed = report.columns
    .filter(({ summaries }) => summaries.length > 0 && summaries.some((kind) => kind !== "Unique"))
    .map(({ field }) => field)
    .filter((field) => type.column(field)?.path.field.type === "currency")
    .filter((field) => !field.endsWith("_In_Company__c"));
  const [first] = report.groupingsDown;
  const isApart = CURRENCY.test(first?.field ?? "") && !report.showsGrandTotal;
  return isApart ? [] : summed;
}

/** Components that put money of several currencies into one mark of a chart. */
function mixesCurrencies(dashboard: DashboardDefinition): readonly string[] {
  return dashboard.components.flatMap((component) => {
    const report = reports.find(({ developerName }) => developerName === component.report);
    if (report === undefined) return [component.report];
    const type = new AnalyticsState(project.schema).types.type(report.reportType);
    const money = component.summaries.filter(
      ({ column, summary }) =>
        summary !== "Unique" &&
        type.column(column)?.path.field.type === "currency" &&
        !column.endsWith("_In_Company__c"),
    );
    const isApart =
      component.groupings.some((name) => CURRENCY.test(name)) &&
      !component.type.includes("Stacked");
    return money.length === 0 || isApart ? [] : [component.header ?? component.report];
  });
}

describe.each(dashboards.map((dashboard) => [dashboard.developerName, dashboard] as const))(
  "the dashboard %s",
  (name, definition) => {
    test("runs every component for finance", async () => {
      const dashboard = connection("Finance").analytics.dashboard(await idOf("Dashboard", name));
      const { componentData, dashboardMetadata } = await dashboard.components();
      expect(dashboardMetadata.components).toHaveLength(definition.components.length);
      expect(componentData.map(({ status }) => status)).toEqual(
        definition.components.map(() => expect.objectContaining({ dataStatus: "DATA" }) as unknown),
      );
      await expect(dashboard.status()).resolves.toMatchObject({
        componentStatus: definition.components.map(() => ({ refreshStatus: "IDLE" })),
      });
    });

    test("puts no money of two currencies into one mark", () => {
      expect(mixesCurrencies(definition)).toEqual([]);
    });
  },
);

test.each(reports.map((report) => [report.developerName, report] as const))(
  "%s says whose each row is, and can be kept to one Stripe account",
  (name, { columns, filters }) => {
    const isOfAccount = (column: string): boolean =>
      /[.$](Shown_Account__c|Account__c)$/.test(column);
    expect(columns.some(({ field }) => isOfAccount(field))).toBe(true);
    expect(columns.some(({ field }) => /[.$]Livemode__c$/.test(field))).toBe(true);
    // Events are of the integration, not of the books.
    if (name !== "Stripe_Events")
      expect(filters.filter(({ column }) => isOfAccount(column))).toMatchObject([
        { operator: "notEqual", value: "" },
      ]);
  },
);

describe("the filter on the account", () => {
  interface Component {
    readonly reportResult: Pick<Result, "factMap">;
  }

  /** The components of a dashboard with an option of the third filter chosen; null for all accounts. */
  async function components(name: string, option: number | null): Promise<readonly Component[]> {
    const path = `/analytics/dashboards/${await idOf("Dashboard", name)}`;
    const { dashboardMetadata } = await connection("Finance").request<{
      readonly dashboardMetadata: {
        readonly filters: readonly {
          readonly name: string;
          readonly options: readonly { readonly id: string }[];
        }[];
      };
    }>(path);
    const filter = dashboardMetadata.filters[2];
    expect(filter?.name).toBe("Account");
    const query = option === null ? "" : `?filter3=${filter?.options[option]?.id ?? ""}`;
    return (
      await connection("Finance").request<{ readonly componentData: readonly Component[] }>(
        `${path}${query}`,
      )
    ).componentData;
  }

  /** The first figure of each innermost group, added up. */
  function total({ reportResult: { factMap } }: Component): number {
    const depth = Math.max(...Object.keys(factMap).map((key) => key.split("_").length));
    return Object.entries(factMap)
      .filter(([key]) => key.split("_").length === depth && (depth === 1 || !key.startsWith("T")))
      .reduce((sum, [, { aggregates }]) => sum + (aggregates[0]?.value ?? 0), 0);
  }

  const AGING = 3;
  const CUSTOMERS_WHO_PAY = 0;

  test.each([
    ["Stripe_Collections_And_Payments", AGING, 525 + 33 + 12, 7],
    ["Stripe_Revenue", CUSTOMERS_WHO_PAY, 4, 1],
  ] as const)("of %s parts what a component shows", async (name, at, ofDefault, ofOthers) => {
    const shown = async (option: number | null): Promise<number> => {
      const component = (await components(name, option))[at];
      return component === undefined ? Number.NaN : total(component);
    };
    expect(await shown(0)).toBe(ofDefault);
    expect(await shown(1)).toBe(ofOthers);
    expect(await shown(null)).toBe(ofDefault + ofOthers);
  });

  test.each(dashboards.map((dashboard) => [dashboard.developerName, dashboard] as const))(
    "of %s is applied to every component that is of an account",
    (_, { components: all, filters }) => {
      expect(filters.map(({ name }) => name)).toEqual(["Currency", "Mode", "Account"]);
      for (const { header, filterColumns } of all)
        if (filterColumns.length > 0)
          expect(filterColumns[2], header ?? "").toMatch(/\.Shown_Account__c$/u);
    },
  );
});

describe("who sees what", () => {
  test("finance lists the reports on money and not those on events", async () => {
    const names = (await connection("Finance").analytics.reports()).map(({ name }) => name);
    expect(names).toContain("MRR by plan");
    expect(names).not.toContain("Events of the last two days");
    await expect(connection("Service").analytics.reports()).resolves.toEqual([]);
  });

  test("a sales user is refused reports on objects that are not theirs, even in their folder", async () => {
    await expect(ran("Sales", "Stripe_MRR_Movements")).rejects.toThrow(/don't have access/);
    await expect(ran("Sales", "Stripe_Revenue_Months")).rejects.toThrow(/don't have access/);
  });

  test("a sales user sees no column of any report they may not read", async () => {
    const sales = org.host.data.rights(org.userNamed("Sales@reports.example").id);
    const types = new AnalyticsState(project.schema).types;
    for (const { developerName, reportType, folder } of reports) {
      if (folder !== "Stripe_Finance") continue;
      const result = await ran("Sales", developerName).catch(() => null);
      for (const key of result?.reportMetadata.detailColumns ?? []) {
        const field = types.type(reportType).column(key)?.path.field;
        if (field !== undefined && field.isCustom)
          expect(sales.canReadField(field.object, field.name), key).toBe(true);
      }
    }
  });
});

describe("the worked numbers of finance", () => {
  const valuesOf = (result: Result, key: string): Readonly<Record<string, number | null>> =>
    Object.fromEntries(
      result.reportMetadata.aggregates.map((name, index) => [
        name.replace(/^.*\./u, ""),
        result.factMap[key]?.aggregates[index]?.value ?? null,
      ]),
    );

  test("a customer is billed 270, of it 20 tax and 15 credited: 235, and 150 are collected", async () => {
    const result = await ran("Admin", "Stripe_Customer_Balances");
    const at = result.groupingsDown.groupings.findIndex(({ label }) => label === "CAD");
    expect(valuesOf(result, `${at}!T`)).toMatchObject({
      Billed__c: 270,
      Tax__c: 20,
      Credited__c: 15,
      Net_Billed__c: 235,
      Written_Off__c: 50,
      Refunded__c: 30,
      Disputed__c: 25,
      Collected__c: 150,
      Outstanding__c: 0,
    });
  });

  test("six of forty attempts failed: 15 %", async () => {
    const result = await ran("Admin", "Stripe_Payment_Failure_Rate");
    expect(result.factMap["T!T"]?.aggregates).toMatchObject([
      { value: 6 },
      { label: "15.00%" },
      { value: 40 },
    ]);
  });

  test("who failed four times is in trouble, who failed once is not", async () => {
    const result = await ran("Admin", "Stripe_Payment_Trouble");
    expect(result.groupingsDown.groupings).toHaveLength(1);
    expect(rowsBelow(result, "0!T")).toHaveLength(4);
  });

  test("310 failed and 240 of it came back within 30 days: 77.42 %", async () => {
    const result = await ran("Admin", "Stripe_Recovery");
    const at = result.groupingsDown.groupings.findIndex(({ label }) => label === "USD");
    expect(result.factMap[`${at}!T`]?.aggregates).toMatchObject([
      { value: 310 },
      { value: 240 },
      { label: "77.42%" },
      { value: 4 },
    ]);
  });

  test("open invoices are 75, 200, 90 and 40 overdue, and 120 are not due yet", async () => {
    const result = await ran("Admin", "Stripe_Aging");
    const usd = result.groupingsDown.groupings.findIndex(({ label }) => label === "USD");
    const groups = (
      result.groupingsDown.groupings[usd] as unknown as {
        readonly groupings: readonly { readonly label: string; readonly key: string }[];
      }
    ).groupings;
    expect(
      Object.fromEntries(
        groups.map(({ label, key }) => [
          label,
          result.factMap[`${key}!T`]?.aggregates[0]?.value ?? null,
        ]),
      ),
    ).toEqual({ current: 120, "1-30": 75, "31-60": 200, "61-90": 90, "90+": 40 + 7 });
  });

  test("a charged invoice is overdue since its first attempt failed, 40 days ago", async () => {
    const { records } = await connection("Finance").query<{
      readonly Days_Overdue__c: number;
      readonly Aging_Bucket__c: string;
    }>(
      "SELECT Days_Overdue__c, Aging_Bucket__c FROM Stripe_Invoice__c WHERE Currency__c = 'GBP' AND Status__c = 'open'",
    );
    expect(records).toMatchObject([{ Days_Overdue__c: 40, Aging_Bucket__c: "31-60" }]);
  });

  test("what two runs found is there twice and counts once; what is older than a week is not there", async () => {
    const result = await ran("Finance", "Stripe_Data_Quality");
    const states = Object.fromEntries(
      result.groupingsDown.groupings.map(({ label }, at) => [
        label,
        result.factMap[`${at}!T`]?.aggregates.map(({ value }) => value),
      ]),
    );
    expect(states).toEqual({ Found: [2, 3], Repaired: [1, 1] });
    await expect(ran("Sales", "Stripe_Data_Quality")).rejects.toThrow(/don't have access/);
  });

  test("each payout is what its transactions add up to, to the cent, and one by hand stands alone", async () => {
    interface Group {
      readonly label: string;
      readonly key: string;
    }
    const result = await ran("Finance", "Stripe_Payouts");
    const payouts = (
      result.groupingsDown.groupings as unknown as readonly { readonly groupings: Group[] }[]
    ).flatMap(({ groupings }) => groupings);
    const paid = "mx!Stripe_Payout__c$Amount__c";
    const net = "Stripe_Balance_Transactions__r$Net__c";
    const fee = "Stripe_Balance_Transactions__r$Fee__c";
    expect(
      Object.fromEntries(payouts.map(({ label, key }) => [label, valuesOf(result, `${key}!T`)])),
    ).toMatchObject({
      po_usd: { [paid]: 75.05, [net]: 75.05, [fee]: 19.95 },
      po_eur: { [paid]: 28.88, [net]: 28.88, [fee]: 1.12 },
      po_hand: { [paid]: 10, [net]: 0 },
    });
  });

  test("customers H1 to H6 by health: three at low risk, one at medium, two at high", async () => {
    const result = await ran("Admin", "Stripe_Customers_By_Health");
    const usd = result.groupingsDown.groupings.findIndex(({ label }) => label === "USD");
    const risks = (
      result.groupingsDown.groupings[usd] as unknown as {
        readonly groupings: readonly { readonly label: string; readonly key: string }[];
      }
    ).groupings;
    expect(
      Object.fromEntries(
        risks.map(({ label, key }) => [label, result.factMap[`${key}!T`]?.aggregates[0]?.value]),
      ),
    ).toMatchObject({ Low: 280 / 3, Medium: 75, High: 32.5 });
  });
});
