import { beforeEach, describe, expect, test } from "vitest";
import { ApexDatetime } from "../runtime/datetime.ts";
import { QueryFixture } from "./fixture.ts";

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1, 12);

let org: QueryFixture;
let account: string;

/** A hundred days, a contact each; half of them of one account. */
beforeEach(() => {
  org = new QueryFixture();
  account = org.insert("Account", { Name: "Acme", Code__c: "a1" });
  const other = org.insert("Account", { Name: "Bolt", Code__c: "b1" });
  for (let day = 0; day < 100; day += 1)
    org.insert("Contact", {
      LastName: `Contact ${day}`,
      AccountId: day % 2 === 0 ? account : other,
      CreatedDate: new ApexDatetime(START + day * DAY_MS),
    });
});

const looked = (where: string): { readonly found: number; readonly examined: number } => {
  const { records, rowsExamined } = org.query(`SELECT Id FROM Contact ${where}`);
  return { found: records.length, examined: rowsExamined };
};

describe("the rows a query looks at", () => {
  test("are those written since, by the index of times", () => {
    expect(looked("WHERE CreatedDate >= 2026-04-01T00:00:00Z")).toEqual({
      found: 10,
      examined: 10,
    });
    expect(looked("WHERE CreatedDate < 2026-01-03T00:00:00Z")).toEqual({ found: 2, examined: 2 });
    expect(looked("WHERE CreatedDate <= 2026-01-03T12:30:00Z")).toEqual({ found: 3, examined: 3 });
    expect(looked("WHERE CreatedDate > 2026-01-01T12:30:00Z")).toEqual({
      found: 99,
      examined: 100,
    });
  });

  test("are those of a parent that an index finds", () => {
    expect(looked("WHERE Account.Code__c = 'a1'")).toEqual({ found: 50, examined: 50 });
  });

  test("are found by the index that leads to the fewest", () => {
    const where = `WHERE AccountId = '${account}' AND CreatedDate >= 2026-04-01T00:00:00Z`;
    expect(looked(where)).toEqual({ found: 5, examined: 10 });
  });

  test("are those of every part of an OR that has an index, and all where one has none", () => {
    const times = "CreatedDate < 2026-01-02T00:00:00Z OR CreatedDate > 2026-04-10T00:00:00Z";
    expect(looked(`WHERE ${times}`)).toEqual({ found: 2, examined: 2 });
    expect(looked(`WHERE ${times} OR LastName = 'Contact 50'`)).toEqual({
      found: 3,
      examined: 100,
    });
  });

  test("are no more than a limit needs, unless an order has to see them all", () => {
    expect(looked("LIMIT 3")).toEqual({ found: 3, examined: 3 });
    expect(looked("LIMIT 3 OFFSET 2")).toEqual({ found: 3, examined: 5 });
    expect(looked("ORDER BY LastName LIMIT 3")).toEqual({ found: 3, examined: 100 });
  });

  test("follow a row that was written again, deleted or taken back", () => {
    const { store } = org;
    const [first] = store.table("Contact").rows();
    if (first === undefined) throw new Error("no contact");
    const mark = store.mark();
    const late = new ApexDatetime(START + 200 * DAY_MS);
    store.put({ ...first, values: { ...first.values, CreatedDate: late } });
    expect(looked("WHERE CreatedDate > 2026-05-01T00:00:00Z").found).toBe(1);
    store.rollbackTo(mark);
    expect(looked("WHERE CreatedDate > 2026-05-01T00:00:00Z").found).toBe(0);
    store.purge("Contact", first.id);
    expect(looked("WHERE CreatedDate < 2026-01-02T00:00:00Z").found).toBe(0);
  });
});
