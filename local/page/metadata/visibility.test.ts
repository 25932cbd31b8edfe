import { expect, test } from "vitest";
import { isShown, type Viewing } from "./visibility.ts";

const viewing: Viewing = {
  field: (path) => ({ Status__c: "open", Amount__c: 12, Paid__c: false, Empty__c: null })[path],
  customPermissions: ["Refund"],
  formFactor: "Small",
  user: { Id: "005" },
};
const rule = (booleanFilter: string | null, ...criteria: [string, string, string][]) => ({
  booleanFilter,
  criteria: criteria.map(([left, operator, right]) => ({ left, operator, right })),
});

test.each([
  ["{!Record.Status__c}", "EQUAL", "open", true],
  ["{!Record.Status__c}", "NE", "open", false],
  ["{!Record.Status__c}", "CONTAINS", "pe", true],
  ["{!Record.Amount__c}", "GT", "5", true],
  ["{!Record.Amount__c}", "LE", "5", false],
  ["{!Record.Paid__c}", "EQUAL", "false", true],
  ["{!Record.Empty__c}", "EQUAL", "", true],
  ["{!$Permission.CustomPermission.Refund}", "EQUAL", "true", true],
  ["{!$Permission.CustomPermission.Other}", "EQUAL", "true", false],
  ["{!$Client.FormFactor}", "EQUAL", "Large", false],
])("%s %s %j: %s", (left, operator, right, shown) => {
  expect(isShown(rule(null, [left, operator, right]), viewing)).toBe(shown);
});

test("criteria are joined as the rule says, all of them where it says nothing", () => {
  const open: [string, string, string] = ["{!Record.Status__c}", "EQUAL", "open"];
  const large: [string, string, string] = ["{!$Client.FormFactor}", "EQUAL", "Large"];
  const cheap: [string, string, string] = ["{!Record.Amount__c}", "LT", "5"];
  expect(isShown(null, viewing)).toBe(true);
  expect(isShown(rule(null, open, large), viewing)).toBe(false);
  expect(isShown(rule("1 OR 2", open, large), viewing)).toBe(true);
  expect(isShown(rule("1 AND (2 OR NOT 3)", open, large, cheap), viewing)).toBe(true);
  expect(isShown(rule("(1 AND 2) OR 3", open, large, cheap), viewing)).toBe(false);
});
