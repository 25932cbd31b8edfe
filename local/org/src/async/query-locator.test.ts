/** Source: Apex Reference, Limits.getQueryLocatorRows; Apex Developer Guide, "Using Batch Apex": a locator brings up to 50 million records. */
import { beforeEach, describe, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { JOB_OBJECTS } from "../store/fixture/job-objects.ts";
import { ACCOUNT, schemaFixture } from "../store/fixture/small-schema.ts";

const CLASSES = [
  `public class Count implements Database.Batchable<SObject>, Database.Stateful {
    Integer seen = 0;
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator([SELECT Id, Name FROM Account]); }
    public void execute(Database.BatchableContext context, List<Account> scope) { seen += scope.size(); }
    public void finish(Database.BatchableContext context) { System.debug('seen ' + seen); }
  }`,
];

/** More than a query may bring, and than a locator may outside of a batch. */
const MANY = 50_001;

let fixture: OrgFixture;

function accounts(count: number): void {
  for (let number = 0; number < count; number += 1) {
    const id = fixture.org.store.mint("Account");
    fixture.org.store.load({ object: "Account", id, values: { Name: "x" }, isDeleted: false });
  }
}

beforeEach(() => {
  fixture = apexOrg({ schema: schemaFixture([ACCOUNT, ...JOB_OBJECTS]), classes: CLASSES });
});

describe("a query locator", () => {
  test.each(["'SELECT Id FROM Account'", "[SELECT Id FROM Account]"])(
    "of %s counts its rows apart from those of queries",
    (query) => {
      accounts(7);
      const { debug } = fixture.run(
        `Database.getQueryLocator(${query}); System.debug(Limits.getQueries() + ' ' + Limits.getQueryRows() + ' ' + Limits.getQueryLocatorRows());`,
      );

      expect(debug).toEqual(["1 0 7"]);
    },
  );

  test("brings a batch more than a query may, and leaves the heap alone", () => {
    accounts(MANY);

    expect(fixture.run("Database.executeBatch(new Count(), 2000);").debug).toEqual([
      `seen ${MANY}`,
    ]);
    const [start] = fixture.ended.filter(({ entryPoint }) => entryPoint === "Count");
    expect(start?.limits.used("queryRows")).toBe(0);
    expect(start?.heapBytes).toBeLessThan(100_000);
  });

  test("is limited outside of a batch", () => {
    accounts(10_001);

    expect(
      fixture.run("Database.getQueryLocator([SELECT Id FROM Account]);").exception?.headline,
    ).toBe("System.LimitException: Too many query locator rows: 10001");
  });
});

describe("what transactions used", () => {
  test("is told with the class of a job, whether it came to its end or not", () => {
    accounts(3);
    fixture.run("Database.executeBatch(new Count(), 2);");
    fixture.run("Integer[] none = new Integer[0]; none[1] = 2;");

    expect(
      fixture.ended.map(({ entryPoint, quiddity, isCommitted, rowsExamined }) => [
        entryPoint,
        quiddity,
        isCommitted,
        rowsExamined,
      ]),
    ).toEqual([
      ["", "ANONYMOUS", true, 0],
      ["Count", "BATCH_APEX", true, 3],
      ["Count", "BATCH_APEX", true, 0],
      ["Count", "BATCH_APEX", true, 0],
      ["Count", "BATCH_APEX", true, 0],
      ["", "ANONYMOUS", false, 0],
    ]);
  });
});
