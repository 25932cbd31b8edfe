import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { mutantsOf } from "./draw.ts";
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
