import { expect, test } from "vitest";
import { NameMap } from "./name-map.ts";

test("names are found in any case, again and after a change", () => {
  const map = new NameMap([["Amount__c", 1]]);
  expect([map.get("Amount__c"), map.get("AMOUNT__C"), map.get("amount__c")]).toEqual([1, 1, 1]);
  map.set("AMOUNT__c", 2);
  expect([map.get("Amount__c"), map.get("AMOUNT__C"), map.has("aMount__c")]).toEqual([2, 2, true]);
  expect([...map]).toEqual([["amount__c", 2]]);
  expect(map.delete("Amount__C")).toBe(true);
  expect([map.get("Amount__c"), map.get("AMOUNT__C"), map.size]).toEqual([undefined, undefined, 0]);
});

test("what is not there is found once it is", () => {
  const map = new NameMap<number>();
  expect(map.get("Other__c")).toBeUndefined();
  map.set("other__c", 1);
  expect(map.get("Other__c")).toBe(1);
  map.clear();
  expect(map.get("Other__c")).toBeUndefined();
});
