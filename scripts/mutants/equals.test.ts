import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EQUALS, isEqual, outlived, type Equal } from "./equals.ts";
import { mutationsOf } from "./mutations.ts";

const CLASSES = path.resolve(import.meta.dirname, "../../force-app/main/default/classes");
const A = {
  name: "A",
  file: "A.cls",
  text: "class A {\n  Integer of(Integer a) {\n    return a + 1;\n  }\n}",
};
const equal: Equal = { name: "A", line: "return a + 1;", from: "+", to: "-", because: "a test" };

test("is told by its class, its line and what is changed", () => {
  const [operator, constant] = mutationsOf(A.text);
  if (operator === undefined || constant === undefined) throw new Error("Two are expected.");

  expect(isEqual([equal], A, operator)).toBe(true);
  expect(isEqual([equal], A, constant)).toBe(false);
  expect(isEqual([equal], { ...A, name: "B" }, operator)).toBe(false);
});

test("is outlived once its line is gone", () => {
  expect(outlived([equal], [A])).toEqual([]);
  expect(outlived([equal], [{ ...A, text: "class A {}" }])).toEqual([equal]);
  expect(outlived([equal], [])).toEqual([equal]);
});

test("every one still stands, and says why", () => {
  const classes = readdirSync(CLASSES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".cls"))
    .map((file) => ({
      name: path.basename(file, ".cls"),
      file,
      text: readFileSync(path.join(CLASSES, file), "utf8"),
    }));

  expect(outlived(EQUALS, classes)).toEqual([]);
  for (const { because } of EQUALS) expect(because).not.toBe("");
});
