import { describe, expect, it } from "vitest";
import { servedReports, type Fact } from "../../analytics/testing/served-reports.ts";
import { PUBLISHER } from "../testing/served-api.ts";

const values = (fact: Fact | undefined): readonly (number | null)[] =>
  (fact?.aggregates ?? []).map(({ value }) => value);

describe("a tabular report", () => {
  it("has all its rows and its totals under T!T", () => {
    const { factMap, allData, groupingsDown } = servedReports().ran("All_Deals");
    expect(Object.keys(factMap)).toEqual(["T!T"]);
    expect(allData).toBe(true);
    expect(groupingsDown.groupings).toEqual([]);
    // The sum of the amounts, the deals won, the rows.
    expect(values(factMap["T!T"])).toEqual([180.35, 2, 5]);
    expect(factMap["T!T"]?.rows?.map(({ dataCells }) => dataCells[0]?.label)).toEqual([
      "A",
      "B",
      "C",
      "D",
      "E",
    ]);
  });

  it("shows each value with a label: money, dates, the names of lookups, a dash for nothing", () => {
    const { factMap } = servedReports().ran("All_Deals");
    const [first, , , , last] = factMap["T!T"]?.rows ?? [];
    expect(first?.dataCells).toMatchObject([
      { label: "A", value: "A" },
      { label: "Acme" },
      { label: "$100.10", value: { amount: 100.1, currency: null } },
      { label: "1/5/2026", value: "2026-01-05" },
      { label: "true", value: true },
    ]);
    expect(first?.dataCells[1]?.value).toMatch(/^\w{18}$/);
    expect(last?.dataCells[2]).toEqual({ label: "-", value: null });
  });

  it("has no rows in its fact map when details are not asked for", () => {
    const api = servedReports();
    const { body } = api.call(`/analytics/reports/${api.id("Report", "All_Deals")}`);
    expect(body).toMatchObject({ hasDetailRows: false });
    expect(body).not.toHaveProperty(["factMap", "T!T", "rows"]);
  });
});

describe("a row-level formula", () => {
  it("is a column that rows are grouped by", () => {
    const { groupingsDown, factMap } = servedReports().ran("Clients_By_Size");
    const found = groupingsDown.groupings.map(({ key, label }) => [
      label,
      factMap[`${key}!T`]?.rows?.map(({ dataCells }) => dataCells[0]?.label),
    ]);
    expect(found).toEqual([
      ["large", ["A"]],
      ["small", ["B"]],
    ]);
  });
});

describe("a summary report", () => {
  it("numbers groups by level and gives months their first day", () => {
    const { groupingsDown } = servedReports().ran("By_Currency");
    expect(groupingsDown.groupings).toMatchObject([
      {
        key: "0",
        label: "EUR",
        groupings: [
          { key: "0_0", label: "January 2026", value: "2026-01-01" },
          { key: "0_1", label: "February 2026", value: "2026-02-01" },
        ],
      },
      {
        key: "1",
        label: "USD",
        groupings: [
          { key: "1_0", label: "-", value: null },
          { key: "1_1", label: "January 2026" },
        ],
      },
    ]);
  });

  it("adds up each group, and puts rows into the innermost", () => {
    const { factMap } = servedReports().ran("By_Currency");
    expect(values(factMap["0!T"])).toEqual([150.35, 50, 2]);
    expect(values(factMap["1_1!T"])).toEqual([30, 50, 2]);
    expect(factMap["0!T"]?.rows).toEqual([]);
    expect(factMap["1_1!T"]?.rows?.map(({ dataCells }) => dataCells[0]?.label)).toEqual(["C", "D"]);
  });

  it("shows a percent formula times a hundred, with its own decimals", () => {
    const { factMap } = servedReports().ran("By_Currency");
    expect(factMap["1!T"]?.aggregates[1]).toMatchObject({ label: "33.33%" });
  });

  it("adds nothing up above its first grouping when it shows no grand total", () => {
    const { factMap } = servedReports().ran("By_Currency");
    expect(factMap["T!T"]?.aggregates).toEqual([]);
  });
});

describe("a matrix report", () => {
  it("has a fact for each row with each column, and for the totals of both", () => {
    const { factMap, groupingsAcross, groupingsDown } = servedReports().ran("Stages_By_Month");
    expect(groupingsAcross.groupings.map(({ label }) => label)).toEqual([
      "-",
      "Open",
      "Won",
      "Lost",
    ]);
    expect(groupingsDown.groupings.map(({ label }) => label)).toEqual([
      "-",
      "January 2026",
      "February 2026",
    ]);
    expect(values(factMap["1!2"])).toEqual([110.1, 2]);
    expect(values(factMap["1!T"])).toEqual([130.1, 3]);
    expect(values(factMap["T!2"])).toEqual([110.1, 2]);
    expect(values(factMap["2!1"])).toEqual([0, 0]);
    expect(Object.keys(factMap)).toHaveLength(4 * 5);
  });
});

describe("filters on demand", () => {
  const rowsOf = (reportFilters: readonly object[], logic: string | null = null): string => {
    const { factMap } = servedReports().ranWith("All_Deals", {
      reportFilters,
      reportBooleanFilter: logic,
    });
    return (factMap["T!T"]?.rows ?? []).map(({ dataCells }) => dataCells[0]?.label).join("");
  };
  const filter = (column: string, operator: string, value: string): object => ({
    column: `Deal__c.${column}`,
    operator,
    value,
  });

  it.each([
    ["equals one of several", [filter("Currency__c", "equals", "eur,gbp")], "AB"],
    ["not equal", [filter("Stage__c", "notEqual", "Won,Lost")], "DE"],
    ["equals nothing", [filter("Closed__c", "equals", "")], "E"],
    ["greater than a number", [filter("Amount__c", "greaterThan", "20")], "AB"],
    ["less or equal, which nothing is not", [filter("Amount__c", "lessOrEqual", "20")], "CD"],
    ["a day in the user's locale", [filter("Closed__c", "equals", "1/31/2026")], "C"],
    ["on or before a day", [filter("Closed__c", "lessOrEqual", "1/5/2026")], "AD"],
    [
      "contains, in any case",
      [filter("Stage__c", "contains", "O")],
      "ACDB".split("").sort().join(""),
    ],
    ["a lookup by the name of its record", [filter("Client__c", "startsWith", "ac")], "AB"],
    ["a checkbox", [filter("Is_Won__c", "equals", "True")], "AC"],
  ])("%s", (_, filters, names) => {
    expect(rowsOf(filters)).toBe(names);
  });

  it("joins conditions as the filter logic says", () => {
    const conditions = [
      filter("Currency__c", "equals", "EUR"),
      filter("Stage__c", "equals", "Open"),
      filter("Is_Won__c", "equals", "1"),
    ];
    expect(rowsOf(conditions, "(1 AND NOT 3) OR 2")).toBe("BD");
  });

  it("leaves the report itself as it is", () => {
    const api = servedReports();
    api.ranWith("All_Deals", { reportFilters: [filter("Stage__c", "equals", "Won")] });
    expect(api.ran("All_Deals").factMap["T!T"]?.rows).toHaveLength(5);
  });

  it.each([
    [
      "an unknown column",
      { reportFilters: [filter("Nope__c", "equals", "1")] },
      /no column Deal__c\.Nope__c/,
    ],
    [
      "an operator that does not fit",
      { reportFilters: [filter("Is_Won__c", "contains", "1")] },
      /operator contains does not fit/,
    ],
    [
      "logic without its filter",
      { reportFilters: [], reportBooleanFilter: "1 AND 2" },
      /filter 1, which is not there/,
    ],
    ["a sum of texts", { aggregates: ["s!Deal__c.Stage__c"] }, /has no Sum/],
  ])("refuses %s", (_, metadata, message) => {
    const { status, body } = servedReports().run("All_Deals", {
      method: "POST",
      body: { reportMetadata: metadata },
    });
    expect(status).toBe(400);
    expect(body).toMatchObject([
      { errorCode: "BAD_REQUEST", message: expect.stringMatching(message) as string },
    ]);
  });
});

describe("report types", () => {
  const namesIn = (report: string, ...more: readonly string[]): readonly string[] => {
    const api = servedReports();
    for (const Name of more) api.create("Client__c", { Name });
    return (api.ran(report).factMap["T!T"]?.rows ?? []).map(({ dataCells }) =>
      dataCells.map(({ label }) => label).join(" "),
    );
  };

  it("of a parent with its children have a row for each child, and none for who has no children", () => {
    expect(namesIn("Deals_Of_Clients", "Lonely")).toEqual(["Acme A $100.10", "Acme B $50.25"]);
  });

  it("of the project join outside where they say so", () => {
    expect(namesIn("Clients_And_Deals", "Lonely")).toEqual([
      "Acme A $100.10",
      "Acme B $50.25",
      "Lonely - -",
    ]);
  });

  it("can be filtered by what other objects have of their records", () => {
    expect(namesIn("Clients_Without_Wins", "Lonely")).toEqual(["Lonely"]);
  });
});

describe("buckets and formulas over groups", () => {
  it("put numbers into ranges that end with their upper bound, and compare groups with each other", () => {
    const { factMap, groupingsDown } = servedReports().ran("Sizes");
    expect(groupingsDown.groupings.map(({ label }) => label)).toEqual(["Small", "Large"]);
    // The sum, its share of all, how many more than in the group before, the rows.
    expect(factMap["0!T"]?.aggregates.map(({ label }) => label)).toEqual([
      "$30.00",
      "16.6%",
      "-",
      "2",
    ]);
    expect(factMap["1!T"]?.aggregates.map(({ label }) => label)).toEqual([
      "$150.35",
      "83.4%",
      "0",
      "2",
    ]);
    expect(factMap["T!T"]?.aggregates.map(({ label }) => label)).toEqual([
      "$180.35",
      "100.0%",
      "-",
      "4",
    ]);
  });
});

describe("who may see what", () => {
  it("hides reports of folders that are not shared with a user, from lists, queries and runs", () => {
    const api = servedReports();
    const id = api.id("Report", "All_Deals");
    expect(api.call("/analytics/reports", { as: PUBLISHER }).body).toEqual([]);
    expect(api.call("/query?q=SELECT+Id+FROM+Report", { as: PUBLISHER }).body).toMatchObject({
      totalSize: 0,
    });
    expect(api.call(`/analytics/reports/${id}`, { as: PUBLISHER })).toMatchObject({
      status: 404,
      body: [{ errorCode: "NOT_FOUND" }],
    });
  });

  it("leaves out a column and a sum of a field the user may not read", () => {
    const api = withGroupMember();
    const { reportMetadata, factMap, reportExtendedMetadata } = api.ran("All_Deals", {
      as: PUBLISHER,
    });
    expect(reportMetadata["detailColumns"]).toEqual([
      "CUST_NAME",
      "Deal__c.Client__c",
      "Deal__c.Closed__c",
      "Deal__c.Is_Won__c",
    ]);
    expect(reportExtendedMetadata.detailColumnInfo).not.toHaveProperty(["Deal__c.Amount__c"]);
    expect(values(factMap["T!T"])).toEqual([2, 5]);
    expect(JSON.stringify(factMap)).not.toContain("100.1");
  });

  it("refuses a filter on a field the user may not read: the rows would tell its values", () => {
    const api = withGroupMember();
    const { status } = api.run("All_Deals", {
      as: PUBLISHER,
      method: "POST",
      body: {
        reportMetadata: {
          reportFilters: [{ column: "Deal__c.Amount__c", operator: "greaterThan", value: "50" }],
        },
      },
    });
    expect(status).toBe(403);
  });
});

function withGroupMember(): ReturnType<typeof servedReports> {
  const api = servedReports();
  const { records } = api.query("SELECT Id FROM Group WHERE DeveloperName = 'Finance'") as {
    readonly records: readonly { readonly Id: string }[];
  };
  const { records: users } = api.query(
    "SELECT Id FROM User WHERE Username = 'publisher@local.example'",
  ) as { readonly records: readonly { readonly Id: string }[] };
  api.create("GroupMember", {
    GroupId: records[0]?.Id ?? "",
    UserOrGroupId: users[0]?.Id ?? "",
  });
  return api;
}

describe("asynchronous runs", () => {
  it("are new when asked for, and have a result once they have run", () => {
    const api = servedReports();
    const path = `/analytics/reports/${api.id("Report", "All_Deals")}/instances`;
    const started = api.call(`${path}?includeDetails=true`, { method: "POST", body: "" }).body as {
      readonly id: string;
    };
    expect(started).toMatchObject({ status: "New", hasDetailRows: true, completionDate: null });
    api.workOff();
    const { body } = api.call(`${path}/${started.id}`);
    expect(body).toMatchObject({
      attributes: { type: "ReportInstance", status: "Success", id: started.id },
      factMap: { "T!T": { aggregates: [{ value: 180.35 }, { value: 2 }, { value: 5 }] } },
    });
    expect(api.call(path).body).toMatchObject([{ id: started.id, status: "Success" }]);
  });
});

describe("a report's description", () => {
  it("says what it shows, and what its type has to offer", () => {
    const api = servedReports();
    const { body } = api.call(`/analytics/reports/${api.id("Report", "By_Currency")}/describe`);
    expect(body).toMatchObject({
      attributes: { type: "Report", reportName: "By Currency" },
      reportMetadata: {
        aggregates: ["s!Deal__c.Amount__c", "FORMULA1", "RowCount"],
        groupingsDown: [
          { name: "Deal__c.Currency__c", dateGranularity: "None", sortOrder: "Asc" },
          { name: "Deal__c.Closed__c", dateGranularity: "Month" },
        ],
        reportFormat: "SUMMARY",
        showGrandTotal: false,
      },
      reportExtendedMetadata: {
        aggregateColumnInfo: {
          "s!Deal__c.Amount__c": { dataType: "currency", label: "Sum of Amount" },
          FORMULA1: { dataType: "percent", label: "Won" },
        },
        groupingColumnInfo: { "Deal__c.Closed__c": { dataType: "date", groupingLevel: 1 } },
      },
    });
  });
});

describe("a dashboard", () => {
  it("runs the report of each component, grouped as the component says", () => {
    const api = servedReports();
    const { body } = api.call(`/analytics/dashboards/${api.id("Dashboard", "Board")}`);
    expect(body).toMatchObject({
      componentData: [
        {
          status: { dataStatus: "DATA" },
          reportResult: {
            groupingsDown: { groupings: [{ label: "EUR" }, { label: "USD" }] },
            factMap: { "0!T": { aggregates: [{ value: 150.35 }, {}, { value: 2 }] } },
          },
        },
        { reportResult: { factMap: { "T!T": { aggregates: [{}, {}, { value: 5 }] } } } },
      ],
      dashboardMetadata: {
        dashboardType: "LoggedInUser",
        components: [
          {
            properties: { visualizationType: "Bar", aggregates: [{ name: "s!Deal__c.Amount__c" }] },
          },
          { properties: { visualizationType: "Metric" } },
        ],
      },
    });
  });

  it("filters each component by the option that is asked for", () => {
    const api = servedReports();
    const path = `/analytics/dashboards/${api.id("Dashboard", "Board")}`;
    const { filters } = api.call(`${path}/describe`).body as {
      readonly filters: readonly { readonly options: readonly { readonly id: string }[] }[];
    };
    const [euro] = filters[0]?.options ?? [];
    expect(api.call(`${path}?filter1=${euro?.id ?? ""}`).body).toMatchObject({
      componentData: [
        { reportResult: { groupingsDown: { groupings: [{ label: "EUR" }] } } },
        { reportResult: { factMap: { "T!T": { aggregates: [{}, {}, { value: 2 }] } } } },
      ],
    });
    expect(api.call(`${path}?filter1=0ICLo0000000000AAA`).status).toBe(400);
  });
});
