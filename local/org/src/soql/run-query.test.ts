import { beforeEach, describe, expect, test } from "vitest";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexList } from "../runtime/list.ts";
import { ApexSet } from "../runtime/set.ts";
import { STRING } from "../runtime/type.ts";
import { decimal, QueryFixture } from "./fixture.ts";

let org: QueryFixture;

beforeEach(() => {
  org = new QueryFixture();
});

const names = (where: string, binds: Readonly<Record<string, unknown>> = {}): readonly unknown[] =>
  org.column(`SELECT Name FROM Account ${where}`, "Name", binds);

describe("filters", () => {
  beforeEach(() => {
    org.insert("Account", {
      Name: "Acme",
      Industry: "Banking",
      AnnualRevenue: decimal("100.50"),
      NumberOfEmployees: 5,
      IsPartner: true,
      Code__c: "aB",
    });
    org.insert("Account", {
      Name: "bolt",
      Industry: "Energy",
      AnnualRevenue: decimal("20"),
      Founded__c: new ApexDate(20000),
      Tags__c: "Red;Blue",
    });
    org.insert("Account", { Name: "Cog_1", Tags__c: "Red" });
  });

  test("texts compare without regard to case", () => {
    expect(names("WHERE Name = 'ACME'")).toEqual(["Acme"]);
    expect(names("WHERE Name IN ('BOLT', 'x')")).toEqual(["bolt"]);
    expect(names("WHERE Name > 'acme' ")).toEqual(["bolt", "Cog_1"]);
  });

  test("a case-sensitive field compares exactly, through its index too", () => {
    expect(names("WHERE Code__c = 'aB'")).toEqual(["Acme"]);
    expect(names("WHERE Code__c = 'AB'")).toEqual([]);
    expect(names("WHERE Code__c IN ('ab', 'aB')")).toEqual(["Acme"]);
  });

  test("!= and NOT IN hold for null, comparisons and LIKE do not", () => {
    expect(names("WHERE Industry != 'Banking'")).toEqual(["bolt", "Cog_1"]);
    expect(names("WHERE Industry NOT IN ('Banking')")).toEqual(["bolt", "Cog_1"]);
    expect(names("WHERE AnnualRevenue < 1000")).toEqual(["Acme", "bolt"]);
    expect(names("WHERE Industry LIKE '%'")).toEqual(["Acme", "bolt"]);
    expect(names("WHERE Industry = null")).toEqual(["Cog_1"]);
    expect(names("WHERE Industry != ''")).toEqual(["Acme", "bolt"]);
  });

  test("a boolean is never null", () => {
    expect(names("WHERE IsPartner = false")).toEqual(["bolt", "Cog_1"]);
    expect(names("WHERE IsPartner != true")).toEqual(["bolt", "Cog_1"]);
  });

  test("LIKE knows %, _ and their escapes", () => {
    expect(names("WHERE Name LIKE 'a%'")).toEqual(["Acme"]);
    expect(names("WHERE Name LIKE '_olt'")).toEqual(["bolt"]);
    expect(names("WHERE Name LIKE 'Cog\\\\_1'")).toEqual(["Cog_1"]);
  });

  test("multi-select picklists compare by INCLUDES and EXCLUDES", () => {
    expect(names("WHERE Tags__c INCLUDES ('Red;Blue', 'Green')")).toEqual(["bolt"]);
    expect(names("WHERE Tags__c EXCLUDES ('Blue')")).toEqual(["Acme", "Cog_1"]);
  });

  test("what stands in the parentheses of INCLUDES is a text, and none of many", () => {
    const wanted = new ApexList<unknown>(STRING, ["Blue"]);
    expect(names("WHERE Tags__c INCLUDES (:wanted, 'Green')", { wanted: "Blue" })).toEqual([
      "bolt",
    ]);
    expect(() => names("WHERE Tags__c INCLUDES (:wanted)", { wanted })).toThrow(
      "Invalid bind expression type of List for column of type String",
    );
    expect(() => names("WHERE Tags__c EXCLUDES ('a', :wanted)", { wanted })).toThrow(
      "Invalid bind expression type of List for column of type String",
    );
  });

  test("binds may be single values, lists, sets and records", () => {
    const acme = org.query("SELECT Id FROM Account WHERE Name = 'Acme'").records[0];
    const wanted = new ApexList<unknown>(STRING, ["Acme", "Cog_1"]);
    expect(names("WHERE Name IN :wanted", { wanted })).toEqual(["Acme", "Cog_1"]);
    expect(names("WHERE Name IN :wanted", { wanted: new ApexSet<unknown>(STRING) })).toEqual([]);
    expect(names("WHERE Id = :acme", { acme })).toEqual(["Acme"]);
    expect(names("WHERE Name = :wanted", { wanted })).toEqual(["Acme", "Cog_1"]);
    expect(names("WHERE Name != :wanted", { wanted })).toEqual(["bolt"]);
    expect(
      names("WHERE Id IN :ids", { ids: new ApexList(STRING, [acme?.id?.slice(0, 15)]) }),
    ).toEqual(["Acme"]);
    expect(names("WHERE NumberOfEmployees = :n LIMIT :most", { n: 5, most: 1 })).toEqual(["Acme"]);
  });

  test("AND, OR and NOT group", () => {
    expect(names("WHERE (Name = 'acme' OR Name = 'bolt') AND (NOT Industry = 'Energy')")).toEqual([
      "Acme",
    ]);
  });

  test("a formula field is evaluated when it is read, and filters", () => {
    expect(
      org.column(
        "SELECT Double_Revenue__c FROM Account WHERE Double_Revenue__c > 200",
        "Double_Revenue__c",
      ),
    ).toEqual(["201"]);
  });

  test.each([
    [
      "SELECT Nme FROM Account",
      /^No such column 'Nme' on entity 'Account'\. If you are attempting to use a custom field/u,
    ],
    ["SELECT Id FROM Acount", /^sObject type 'Acount' is not supported\./u],
    ["SELECT Boss.Name FROM Account", /^Didn't understand relationship 'Boss' in field path\./u],
    [
      "SELECT (SELECT Id FROM Foos) FROM Account",
      /^Didn't understand relationship 'Foos' in FROM part of query call\./u,
    ],
    [
      "SELECT Id FROM Account WHERE Name = 5",
      /^value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes$/u,
    ],
    [
      "SELECT Id FROM Account WHERE AnnualRevenue = '5'",
      /must be of type double and should not be enclosed in quotes$/u,
    ],
    ["SELECT Id FROM Account WHERE Id = 'abc'", /^invalid ID field: abc$/u],
    ["SELECT Name, COUNT(Id) FROM Account", /^Field must be grouped or aggregated: Name$/u],
    [
      "SELECT Name, COUNT(Id) FROM Account GROUP BY Name ORDER BY Industry",
      /^Ordered field must be grouped or aggregated: Industry$/u,
    ],
    ["SELECT Id FROM Account OFFSET 2001", /^Maximum SOQL offset allowed is 2000$/u],
    ["SELECT FROM Account", /unexpected token/iu],
  ])("%s is refused", (text, message) => {
    expect(() => org.query(text)).toThrow(message);
  });
});

describe("dates", () => {
  const day = (text: string): ApexDate => ApexDate.parseIso(text) ?? new ApexDate(0);
  const at = (text: string): ApexDatetime => ApexDatetime.parseIso(text) ?? new ApexDatetime(0);

  test("date literals are ranges seen from today", () => {
    for (const date of [
      "2025-12-31",
      "2026-04-30",
      "2026-05-12",
      "2026-05-13",
      "2026-05-14",
      "2026-06-01",
    ]) {
      org.insert("Account", { Name: date, Founded__c: day(date) });
    }
    expect(names("WHERE Founded__c = TODAY")).toEqual(["2026-05-13"]);
    expect(names("WHERE Founded__c = LAST_N_DAYS:1")).toEqual(["2026-05-12", "2026-05-13"]);
    expect(names("WHERE Founded__c = LAST_MONTH")).toEqual(["2026-04-30"]);
    expect(names("WHERE Founded__c > TODAY")).toEqual(["2026-05-14", "2026-06-01"]);
    expect(names("WHERE Founded__c < THIS_YEAR")).toEqual(["2025-12-31"]);
    expect(names("WHERE Founded__c >= 2026-05-14")).toEqual(["2026-05-14", "2026-06-01"]);
    expect(names("WHERE Founded__c = NEXT_N_WEEKS:1")).toEqual([]);
    expect(names("WHERE Founded__c = THIS_WEEK")).toEqual([
      "2026-05-12",
      "2026-05-13",
      "2026-05-14",
    ]);
  });

  test("on a datetime a date literal is the user's local day", () => {
    org.context = { ...org.context, timeZone: "America/Los_Angeles" };
    org.insert("Account", { Name: "before", CreatedDate: at("2026-05-13T06:59:59Z") });
    org.insert("Account", { Name: "in", CreatedDate: at("2026-05-13T07:00:00Z") });
    org.insert("Account", { Name: "late", CreatedDate: at("2026-05-14T06:59:59Z") });
    expect(names("WHERE CreatedDate = TODAY")).toEqual(["in", "late"]);
    expect(names("WHERE CreatedDate > 2026-05-13T10:00:00-07:00")).toEqual(["late"]);
  });

  test("date functions group by parts of the date", () => {
    for (const date of ["2026-01-31", "2026-02-01", "2026-02-28"])
      org.insert("Account", { Founded__c: day(date) });
    const { records } = org.query(
      "SELECT CALENDAR_MONTH(Founded__c) m, COUNT(Id) n FROM Account GROUP BY CALENDAR_MONTH(Founded__c) ORDER BY CALENDAR_MONTH(Founded__c)",
    );
    expect(records.map((record) => [record.get("m"), record.get("n")])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe("relationships", () => {
  let acme: string;

  beforeEach(() => {
    const owner = org.insert("User", { Name: "Ada" });
    const holding = org.insert("Account", { Name: "Holding", OwnerId: owner });
    acme = org.insert("Account", { Name: "Acme", ParentId: holding });
    org.insert("Account", { Name: "Alone" });
    org.insert("Contact", { LastName: "Bell", AccountId: acme });
    org.insert("Contact", { LastName: "Able", AccountId: acme });
    org.insert("Contact", { LastName: "Free" });
    org.insert("Contact", { LastName: "Gone", AccountId: acme }, true);
  });

  test("parents are read along the path, null where there is none", () => {
    expect(
      org.column(
        "SELECT Account.Parent.Owner.Name FROM Contact ORDER BY LastName",
        "Account.Parent.Owner.Name",
      ),
    ).toEqual(["Ada", "Ada", null]);
  });

  test("filters reach into parents, and a missing parent counts as null", () => {
    expect(
      org.column("SELECT LastName FROM Contact WHERE Account.Name = null", "LastName"),
    ).toEqual(["Free"]);
    expect(
      org.column(
        "SELECT LastName FROM Contact c WHERE c.Account.Parent.Name = 'holding'",
        "LastName",
      ),
    ).toEqual(["Bell", "Able"]);
  });

  test("a child subquery brings its own filtered, ordered children", () => {
    const { records, rowsRetrieved } = org.query(
      "SELECT Name, (SELECT LastName FROM Contacts WHERE LastName != 'Free' ORDER BY LastName LIMIT 1) FROM Account WHERE Name = 'Acme'",
    );
    const contacts = records[0]?.childList("Contacts");
    expect(contacts?.items.map((contact) => contact.get("LastName"))).toEqual(["Able"]);
    expect(rowsRetrieved).toBe(2);
  });

  test.each([
    ["each result of what is counted", "COUNT(Id) FROM Contact GROUP BY AccountId", "results"],
    ["the one result of a count", "COUNT(Id) FROM Contact", "results"],
    [
      "each result that is left of what is counted",
      "AccountId FROM Contact GROUP BY AccountId HAVING COUNT(Id) > 1",
      "results",
    ],
    ["each row that is added up", "COUNT(Id), MIN(LastName) FROM Contact", "rows"],
    ["each row that is told apart", "COUNT_DISTINCT(LastName) FROM Contact", "rows"],
    [
      "each row that decides which results there are",
      "COUNT(Id) FROM Contact GROUP BY AccountId HAVING MIN(LastName) != null",
      "rows",
    ],
    [
      "each row that decides their order",
      "COUNT(Id) FROM Contact GROUP BY AccountId ORDER BY MAX(LastName)",
      "rows",
    ],
  ] as const)("against the limit counts %s", (_what, query, counted) => {
    const { records, rowsRetrieved } = org.query(`SELECT ${query}`);
    const contacts = org.query("SELECT Id FROM Contact").records.length;
    expect(contacts).toBeGreaterThan(records.length);
    expect(rowsRetrieved).toBe(counted === "rows" ? contacts : records.length);
  });

  test("semi-joins and anti-joins compare with the ids of another query", () => {
    expect(names("WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Bell')")).toEqual([
      "Acme",
    ]);
    expect(names("WHERE Id NOT IN (SELECT AccountId FROM Contact)")).toEqual(["Holding", "Alone"]);
  });

  test("deleted rows appear with ALL ROWS only", () => {
    expect(
      org.column(
        "SELECT LastName FROM Contact WHERE AccountId = :acme ORDER BY LastName",
        "LastName",
        { acme },
      ),
    ).toEqual(["Able", "Bell"]);
    expect(
      org.column(
        "SELECT LastName FROM Contact WHERE AccountId = :acme ORDER BY LastName ALL ROWS",
        "LastName",
        { acme },
      ),
    ).toEqual(["Able", "Bell", "Gone"]);
  });

  test("a field left out of the selection cannot be read", () => {
    const [record] = org.query("SELECT Name FROM Account LIMIT 1").records;
    expect(record?.get("Id")).toMatch(/^001/u);
    expect(() => record?.get("Industry")).toThrow();
  });
});

describe("order and page", () => {
  beforeEach(() => {
    for (const [name, revenue] of [
      ["b", "1"],
      ["A", "3"],
      ["c", null],
      ["d", "3"],
    ] as const) {
      org.insert("Account", {
        Name: name,
        AnnualRevenue: revenue === null ? null : decimal(revenue),
        Industry: name === "b" ? "Energy" : "Apparel",
      });
    }
  });

  test("orders by several fields, nulls first unless told otherwise", () => {
    expect(names("ORDER BY AnnualRevenue, Name DESC")).toEqual(["c", "b", "d", "A"]);
    expect(names("ORDER BY AnnualRevenue DESC NULLS LAST, Name")).toEqual(["A", "d", "b", "c"]);
    expect(names("ORDER BY Name")).toEqual(["A", "b", "c", "d"]);
  });

  test("a picklist orders as its values do", () => {
    expect(names("ORDER BY Industry, Name LIMIT 2")).toEqual(["A", "c"]);
  });

  test("values that a picklist does not have come after those it has, as texts do", () => {
    for (const industry of ["won", "Lost"])
      org.insert("Account", { Name: industry, Industry: industry });

    expect(names("WHERE Industry != null ORDER BY Industry, Name").slice(-2)).toEqual([
      "Lost",
      "won",
    ]);
  });

  test("limit and offset cut after ordering", () => {
    expect(names("ORDER BY Name LIMIT 2 OFFSET 1")).toEqual(["b", "c"]);
    expect(org.query("SELECT COUNT() FROM Account WHERE AnnualRevenue = 3").count).toBe(2);
  });
});

describe("aggregates", () => {
  beforeEach(() => {
    org.insert("Account", {
      Name: "a",
      Industry: "Banking",
      AnnualRevenue: decimal("10"),
      NumberOfEmployees: 1,
    });
    org.insert("Account", {
      Name: "b",
      Industry: "Banking",
      AnnualRevenue: decimal("5.5"),
      NumberOfEmployees: 2,
    });
    org.insert("Account", { Name: "c", Industry: "Energy" });
  });

  const table = (text: string, ...columns: readonly string[]): readonly unknown[] =>
    org.query(text).records.map((record) =>
      columns.map((column) => {
        const value = record.get(column);
        return value instanceof ApexDecimal ? value.toPlainString() : value;
      }),
    );

  test("aggregates ignore nulls and are null over nothing", () => {
    expect(
      table(
        "SELECT COUNT(AnnualRevenue), SUM(AnnualRevenue), AVG(NumberOfEmployees), MIN(Name), MAX(AnnualRevenue) FROM Account",
        "expr0",
        "expr1",
        "expr2",
        "expr3",
        "expr4",
      ),
    ).toEqual([[2, "15.5", "1.5", "a", "10"]]);
    expect(
      table(
        "SELECT COUNT(Id) n, SUM(AnnualRevenue) total FROM Account WHERE Name = 'none'",
        "n",
        "total",
      ),
    ).toEqual([[0, null]]);
    expect(
      table("SELECT Industry FROM Account WHERE Name = 'none' GROUP BY Industry", "Industry"),
    ).toEqual([]);
  });

  test("groups keep their key, filter by HAVING and order by aggregates", () => {
    expect(
      table(
        "SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry HAVING COUNT(Id) > 1",
        "Industry",
        "n",
      ),
    ).toEqual([["Banking", 2]]);
    expect(
      table(
        "SELECT Industry i, COUNT_DISTINCT(Name) n FROM Account GROUP BY Industry ORDER BY COUNT(Id) ASC",
        "i",
        "n",
      ),
    ).toEqual([
      ["Energy", 1],
      ["Banking", 2],
    ]);
  });

  test("ROLLUP adds subtotals and GROUPING tells them", () => {
    expect(
      table(
        "SELECT Industry, GROUPING(Industry) g, COUNT(Id) n FROM Account GROUP BY ROLLUP(Industry)",
        "Industry",
        "g",
        "n",
      ),
    ).toEqual([
      ["Banking", 0, 2],
      ["Energy", 0, 1],
      [null, 1, 3],
    ]);
  });
});

describe("user mode", () => {
  beforeEach(() => {
    org.context = {
      ...org.context,
      rights: {
        canReadObject: (object) => object !== "Contact",
        canReadField: (_object, field) => field !== "AnnualRevenue",
      },
    };
  });

  test("fields and objects out of reach do not exist", () => {
    expect(() => org.query("SELECT AnnualRevenue FROM Account WITH USER_MODE")).toThrow(
      /^No such column 'AnnualRevenue' on entity 'Account'/u,
    );
    expect(() =>
      org.query("SELECT Id FROM Account WHERE AnnualRevenue > 1 WITH USER_MODE"),
    ).toThrow(/^No such column/u);
    expect(() => org.query("SELECT Id FROM Contact WITH USER_MODE")).toThrow(
      /^sObject type 'Contact' is not supported/u,
    );
    expect(() => org.query("SELECT AnnualRevenue FROM Account WITH SECURITY_ENFORCED")).toThrow(
      /^Insufficient permissions/u,
    );
  });

  test("system mode reads everything, whatever the mode of the call", () => {
    org.context = { ...org.context, defaultAccess: "user" };
    expect(org.query("SELECT AnnualRevenue FROM Account WITH SYSTEM_MODE").records).toEqual([]);
    expect(() => org.query("SELECT AnnualRevenue FROM Account")).toThrow(/^No such column/u);
  });
});
