import { beforeEach, expect, test } from "vitest";
import type { SObjectValue } from "../runtime/sobject.ts";
import { ACCOUNT, CONTACT, lookupTo, schemaFixture } from "../store/fixture/small-schema.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
import { DmlFixture } from "./fixture.ts";

/** The total of an order refuses more than three lines: a refusal that comes after the lines were saved. */
const ORDER = {
  name: "Order__c",
  keyPrefix: "a00",
  fields: [
    { name: "Name", type: "string" as const },
    {
      name: "Line_Count__c",
      type: "double" as const,
      scale: 0,
      rollup: {
        operation: "count" as const,
        childObject: "Line__c",
        foreignKey: "Order__c",
        summarizedField: null,
        filters: [],
      },
      isCreateable: false,
      isUpdateable: false,
    },
  ],
  validationRules: [
    {
      name: "At_most_one",
      isActive: true,
      condition: "Line_Count__c > 1",
      message: "One line is enough.",
      errorField: null,
    },
  ],
};

const LINE = {
  name: "Line__c",
  keyPrefix: "a01",
  fields: [
    { name: "Name", type: "string" as const },
    lookupTo("Order__c", "Order__c", { relationship: "masterDetail", deleteConstraint: "Cascade" }),
  ],
};

let org: DmlFixture;

beforeEach(() => {
  org = new DmlFixture(schemaFixture([ACCOUNT, CONTACT, ORDER, LINE]));
});

/** A trigger that writes a contact and then refuses every account. */
function refuses(event: TriggerEvent): void {
  org.trigger("Account", event, ({ newRecords, oldRecords }) => {
    org.insert("Contact", { LastName: "side effect" });
    for (const record of newRecords ?? oldRecords ?? []) record.addError("No.", null);
  });
}

function accounts(...names: readonly string[]): readonly SObjectValue[] {
  const records = names.map((Name) => org.record("Account", { Name }));
  org.dml("insert", records);
  return records;
}

const names = (): readonly unknown[] =>
  org.column("SELECT Name FROM Account ORDER BY Name", "Name");
const sideEffects = (): unknown => org.query("SELECT COUNT() FROM Contact").count;

test("an insert that an after trigger refuses leaves neither the records nor what the trigger did", () => {
  refuses("after insert");

  const records = [org.record("Account", { Name: "a" }), org.record("Account", { Name: "b" })];
  const outcomes = org.dml("insert", records);

  expect(outcomes.map(({ isSuccess, id }) => [isSuccess, id])).toEqual([
    [false, null],
    [false, null],
  ]);
  expect(records.map(({ id }) => id)).toEqual([null, null]);
  expect(names()).toEqual([]);
  expect(sideEffects()).toBe(0);
});

test("a before trigger that refuses every record leaves nothing it did", () => {
  refuses("before insert");
  org.dml("insert", [org.record("Account", { Name: "a" })]);
  expect(sideEffects()).toBe(0);
});

test("an update that an after trigger refuses leaves the record as it was", () => {
  const [account] = accounts("a");
  refuses("after update");
  org.dml("update", [org.record("Account", { Id: account?.id, Name: "b" })]);
  expect(names()).toEqual(["a"]);
  expect(sideEffects()).toBe(0);
});

test("a delete that an after trigger refuses leaves the record", () => {
  const records = accounts("a", "b");
  refuses("after delete");
  org.dml("delete", records);
  expect(names()).toEqual(["a", "b"]);
  expect(sideEffects()).toBe(0);
});

test("an undelete that a trigger refuses leaves the record in the recycle bin", () => {
  const records = accounts("a");
  org.dml("delete", records);
  refuses("after undelete");
  org.dml("undelete", records);
  expect(names()).toEqual([]);
  expect(sideEffects()).toBe(0);
});

test("a merge that a trigger refuses moves no children and deletes no loser", () => {
  const [master, loser] = accounts("m", "l");
  if (master === undefined || loser === undefined) throw new Error("no accounts");
  org.insert("Contact", { LastName: "child", AccountId: loser.id });
  refuses("after delete");

  const [outcome] = org.dml("merge", [master], { losers: [loser] });

  expect(outcome?.isSuccess).toBe(false);
  expect(names()).toEqual(["l", "m"]);
  expect(org.column("SELECT AccountId FROM Contact", "AccountId")).toEqual([loser.id]);
});

test("an upsert of a new and a known record, both refused, leaves both as they were", () => {
  const [known] = accounts("known");
  refuses("after insert");
  refuses("after update");
  org.dml("upsert", [
    org.record("Account", { Id: known?.id, Name: "changed" }),
    org.record("Account", { Name: "new" }),
  ]);
  expect(names()).toEqual(["known"]);
  expect(sideEffects()).toBe(0);
});

test("a trigger that throws fails every record, and none of them stays", () => {
  org.trigger("Account", "after insert", () => {
    throw new Error("Divide by 0");
  });
  org.dml("insert", [org.record("Account", { Name: "a" })]);
  expect(names()).toEqual([]);
});

test("a master that refuses its new roll-up takes the child back, without any trigger", () => {
  const order = org.record("Order__c", { Name: "o" });
  org.dml("insert", [order]);
  const line = (): SObjectValue => org.record("Line__c", { Name: "l", Order__c: order.id });

  expect(org.dml("insert", [line()])[0]?.isSuccess).toBe(true);
  expect(org.dml("insert", [line()])[0]?.isSuccess).toBe(false);

  expect(org.query("SELECT COUNT() FROM Line__c").count).toBe(1);
  expect(String(org.column("SELECT Line_Count__c FROM Order__c", "Line_Count__c")[0])).toBe("1");
});

test("a record that can never be saved next to the others is given up after three attempts", () => {
  let attempt = 0;
  org.trigger("Account", "after insert", ({ newRecords }) => {
    attempt += 1;
    newRecords?.[0]?.addError(`refusal ${attempt}`, null);
  });

  const outcomes = org.dml(
    "insert",
    ["a", "b", "c", "d", "e"].map((Name) => org.record("Account", { Name })),
  );

  expect(outcomes.map(({ errors }) => errors[0]?.message)).toEqual([
    "refusal 1",
    "refusal 2",
    "refusal 3",
    "Too many batch retries in the presence of Apex triggers and partial failures.",
    "Too many batch retries in the presence of Apex triggers and partial failures.",
  ]);
  expect(names()).toEqual([]);
});
