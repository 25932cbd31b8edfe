import { describe, expect, test } from "vitest";
import { conditionOf, selectionOf, type QueryPlace } from "./soql.ts";
import type { FilterUi, ListViewUi } from "./types.ts";

const place: QueryPlace = {
  object: "Bike__c",
  nameField: "Name",
  userId: "005000000000001AAA",
  fields: {
    Name: { type: "string", relationshipName: null },
    Price__c: { type: "currency", relationshipName: null },
    Sold__c: { type: "boolean", relationshipName: null },
    Due__c: { type: "date", relationshipName: null },
    Shop__c: { type: "reference", relationshipName: "Shop__r" },
  },
};

function view(filters: readonly FilterUi[], more: Partial<ListViewUi> = {}): ListViewUi {
  return {
    name: "v",
    label: "v",
    columns: [],
    filters,
    booleanFilter: null,
    isOfOwnRecords: false,
    ...more,
  };
}
const filter = (field: string, operation: string, value: string): FilterUi => ({
  field,
  operation,
  value,
});

describe("a list view's filters as a condition", () => {
  test.each<[FilterUi, string]>([
    [filter("Name", "equals", "a,b"), "((Name = 'a' OR Name = 'b'))"],
    [filter("Name", "notEqual", "a,b"), "((Name != 'a' AND Name != 'b'))"],
    [filter("Name", "contains", "O'Hara"), "(Name LIKE '%O\\'Hara%')"],
    [filter("Name", "startsWith", "x"), "(Name LIKE 'x%')"],
    [filter("Name", "equals", ""), "(Name = null)"],
    [filter("Price__c", "greaterThan", "5"), "(Price__c > 5)"],
    [filter("Sold__c", "equals", "1"), "(Sold__c = true)"],
    [filter("Due__c", "lessThan", "LAST_N_DAYS:30"), "(Due__c < LAST_N_DAYS:30)"],
    [filter("Due__c", "equals", "NEXT_N_DAYS 7"), "(Due__c = NEXT_N_DAYS:7)"],
  ])("%j is %s", (given, condition) => {
    expect(conditionOf(view([given]), place)).toBe(condition);
  });

  test("are joined as the view says, and narrowed to the viewer's own records", () => {
    const given = view([filter("Name", "equals", "a"), filter("Sold__c", "equals", "0")], {
      booleanFilter: "1 OR 2",
      isOfOwnRecords: true,
    });
    expect(conditionOf(given, place)).toBe(
      "(Name = 'a' OR Sold__c = false) AND OwnerId = '005000000000001AAA'",
    );
    expect(conditionOf(view([]), place)).toBe("");
  });
});

test("columns nobody can read are left out, and a lookup brings its parent's name", () => {
  expect(selectionOf(["Shop__c", "Secret__c"], place)).toEqual([
    "Id",
    "Name",
    "Shop__c",
    "Shop__r.Name",
  ]);
});

test("where the org has several currencies, each row says which its amounts are in", () => {
  const code = { type: "picklist", relationshipName: null };
  const manifold = { ...place, fields: { ...place.fields, CurrencyIsoCode: code } };
  expect(selectionOf(["Price__c"], manifold)).toEqual([
    "Id",
    "Name",
    "Price__c",
    "CurrencyIsoCode",
  ]);
});

test("records without a name are named by their id, which is selected once", () => {
  const fields = { ...place.fields, Id: { type: "id", relationshipName: null } };
  expect(selectionOf(["Id"], { ...place, nameField: "Id", fields })).toEqual(["Id"]);
});
