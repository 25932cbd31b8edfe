import { expect, it } from "vitest";
import { rawNumber } from "../rest/json-text.ts";
import { tableOf } from "./table.ts";

it("a table has a column per field, those of parents by their path, and children as a count", () => {
  const table = tableOf([
    {
      attributes: { type: "A" },
      Name: "One\ntwo",
      Amount__c: rawNumber("12.50"),
      Owner: { attributes: { type: "User" }, Name: "Ada" },
      Lines__r: { totalSize: 3, done: true, records: [] },
    },
    { attributes: { type: "A" }, Name: "Two", Amount__c: null, Owner: null, Lines__r: null },
  ]);
  expect(table).toEqual([
    "Name     Amount__c  Owner.Name  Lines__r  Owner",
    "───────  ─────────  ──────────  ────────  ─────",
    "One two  12.50      Ada         (3)",
    "Two",
    "2 records",
  ]);
});

it("a table of nothing is its count", () => {
  expect(tableOf([])).toEqual(["0 records"]);
});
