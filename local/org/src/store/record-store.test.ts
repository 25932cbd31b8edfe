import fc from "fast-check";
import { expect, test } from "vitest";
import { ACCOUNT, CONTACT, schemaFixture } from "./fixture/small-schema.ts";
import { RecordStore } from "./record-store.ts";
import type { Row } from "./row.ts";

const schema = schemaFixture([ACCOUNT, CONTACT]);

function account(id: string, values: Row["values"], isDeleted = false): Row {
  return { object: "Account", id, values, isDeleted };
}

test("ids count up per object and carry its key prefix", () => {
  const store = new RecordStore(schema);

  expect(store.mint("Account")).toBe("001Lo0000000001IAA");
  expect(store.mint("Contact").slice(0, 3)).toBe("003");
  expect(store.mint("Account")).not.toBe("001Lo0000000001IAA");
});

test("an index finds rows by external id, in the case the field has, and forgets replaced values", () => {
  const store = new RecordStore(schema);
  const id = store.mint("Account");
  store.put(account(id, { Code__c: "Ab" }));

  expect([...store.table("Account").find("Code__c", "Ab")].map((row) => row.id)).toEqual([id]);
  expect([...store.table("Account").find("Code__c", "AB")]).toEqual([]);
  store.put(account(id, { Code__c: "Cd" }));
  expect([...store.table("Account").find("Code__c", "Ab")]).toEqual([]);
});

test("a row loaded at start moves the id counter past it", () => {
  const store = new RecordStore(schema);
  const other = new RecordStore(schema);
  other.mint("Account");
  const second = other.mint("Account");
  store.load(account(second, {}));

  expect(store.mint("Account") > second).toBe(true);
});

const operation = fc.record({
  kind: fc.constantFrom("put", "delete", "purge"),
  row: fc.integer({ min: 1, max: 6 }),
  code: fc.option(fc.constantFrom("a", "b", "c"), { nil: null }),
});

function run(
  store: RecordStore,
  ids: readonly string[],
  operations: readonly { kind: string; row: number; code: string | null }[],
): void {
  for (const { kind, row, code } of operations) {
    const id = ids[row - 1] ?? "";
    if (kind === "purge") store.purge("Account", id);
    else store.put(account(id, { Code__c: code }, kind === "delete"));
  }
}

function content(store: RecordStore): unknown {
  const table = store.table("Account");
  return {
    rows: new Map([...table.rows()].map((row) => [row.id, row])),
    byCode: ["a", "b", "c"].map((code) =>
      [...table.find("Code__c", code)].map((row) => row.id).sort(),
    ),
  };
}

test("whatever was done after a mark, rolling back to it leaves the store as it was", () => {
  fc.assert(
    fc.property(fc.array(operation), fc.array(operation), (before, after) => {
      const store = new RecordStore(schema);
      const ids = Array.from({ length: 6 }, () => store.mint("Account"));
      run(store, ids, before);
      const expected = content(store);
      const mark = store.mark();

      run(store, ids, after);
      store.rollbackTo(mark);

      expect(content(store)).toEqual(expected);
    }),
  );
});

test("changes since a mark name each id once with its last state", () => {
  const store = new RecordStore(schema);
  const [kept, gone] = [store.mint("Account"), store.mint("Account")];
  const mark = store.mark();
  store.put(account(kept, { Name: "first" }));
  store.put(account(gone, {}));
  store.put(account(kept, { Name: "last" }));
  store.purge("Account", gone);

  expect(store.changesSince(mark)).toEqual([
    { object: "Account", id: kept, row: account(kept, { Name: "last" }) },
    { object: "Account", id: gone, row: undefined },
  ]);
});
