import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { mutantsOf } from "./draw.ts";
import { keysOf, statementAt, testsReaching } from "./reach.ts";
import { FOLDERS, subjectsIn } from "./subjects.ts";

const text = "public class A { static Integer of(Integer a) { return a + 1; } }";
const subjects = ["A", "B"].map((name) => ({ name, file: `${name}.cls`, text }));

test("the same seed draws the same mistakes, another seed others", () => {
  const drawn = (seed: number): string[] =>
    mutantsOf(subjects, seed).map(({ name, mutation }) => `${name} ${mutation.to}`);

  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1).toSorted()).toEqual(drawn(2).toSorted());
  expect(new Set([1, 2, 3, 4, 5].map((seed) => drawn(seed).join())).size).toBeGreaterThan(1);
});

test("only tests that run the line are asked: the class's own first, then the quickest", () => {
  const reach = [
    { test: "Slow", key: "", ms: 90, lines: { A: [1, 2] } },
    { test: "Quick", key: "", ms: 10, lines: { A: [2] } },
    { test: "ATest", key: "", ms: 50, lines: { A: [1, 2] } },
    { test: "Other", key: "", ms: 1, lines: { A: [1], B: [2] } },
  ];

  expect(testsReaching(reach, "A", 2).map(({ test: name }) => name)).toEqual([
    "ATest",
    "Quick",
    "Slow",
  ]);
});

test("what a test runs is found anew when it or a class changes, and not when another test does", () => {
  const keyOf = (texts: Record<string, string>): string | undefined =>
    keysOf(
      ["ATest", "BTest"],
      Object.entries(texts).map(([name, source]) => ({ name, text: source })),
    ).get("ATest");
  const before = keyOf({ A: "1", ATest: "1", BTest: "1" });

  expect(keyOf({ A: "1", ATest: "1", BTest: "2" })).toBe(before);
  expect(keyOf({ A: "1", ATest: "2", BTest: "1" })).not.toBe(before);
  expect(keyOf({ A: "2", ATest: "1", BTest: "1" })).not.toBe(before);
});

test.each([
  [5, 5],
  [6, 5],
  [9, 9],
  [1, 3],
])("line %i is run with the statement of line %i", (line, first) => {
  expect(statementAt([3, 5, 9], line)).toBe(first);
});

test("every folder of subjects is there", () => {
  const classes = path.resolve(import.meta.dirname, "../../force-app/main/default/classes");
  for (const folder of FOLDERS) expect(existsSync(path.join(classes, folder)), folder).toBe(true);
});

test("subjects read, decide and compute; tests, queries and jobs are none", () => {
  const at = (file: string) => ({
    name: /([^/]+)\.cls$/.exec(file)?.[1] ?? "",
    file: `force-app/main/default/classes/${file}`,
    text: "public class X {}",
  });
  const classes = [
    at("invoices/StripeInvoice.cls"),
    at("invoices/StripeInvoiceSelector.cls"),
    at("invoices/StripeInvoiceTest.cls"),
    at("jobs/StripeLane.cls"),
    at("customers/StripeReadCustomersJob.cls"),
  ];

  expect(subjectsIn(classes).map(({ name }) => name)).toEqual(["StripeInvoice"]);
  expect(subjectsIn(classes, ["stripelane"]).map(({ name }) => name)).toEqual(["StripeLane"]);
  expect(() => subjectsIn(classes, ["StripeNone"])).toThrow("no class StripeNone");
});
