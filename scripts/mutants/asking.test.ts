import { expect, test } from "vitest";
import { askedOf, type Noticed } from "./asking.ts";
import type { ReachOfTest } from "./reach.ts";

const method = (name: string, ms: number, lines: number[]): ReachOfTest["methods"][number] => ({
  name,
  ms,
  lines: { a: lines },
});

const reach: readonly ReachOfTest[] = [
  { test: "Slow", key: "", setUp: {}, methods: [method("late", 90, [1, 2])] },
  { test: "Quick", key: "", setUp: {}, methods: [method("soon", 10, [2]), method("not", 1, [1])] },
  { test: "ATest", key: "", setUp: {}, methods: [method("own", 50, [1, 2])] },
  {
    test: "Other",
    key: "",
    setUp: { a: [3] },
    methods: [method("any", 1, []), method("all", 1, [])],
  },
];

const asked = (line: number, noticed: readonly Noticed[] = []): readonly string[] =>
  askedOf(reach, "A", line, noticed).map(
    ({ test: name, methods }) => `${name}: ${methods.join(", ")}`,
  );

test("only methods that run the line are asked: those of the class's own test first, then the quickest", () => {
  expect(asked(2)).toEqual(["ATest: own", "Quick: soon", "Slow: late"]);
});

test("a line that a setup runs is met by every method of its class", () => {
  expect(asked(3)).toEqual(["Other: any, all"]);
});

test("whoever noticed a mistake nearby is asked before all others, and once", () => {
  const noticed = [
    { line: 40, test: "Quick", method: "soon" },
    { line: 4, test: "Slow", method: "late" },
    { line: 5, test: "Slow", method: "late" },
  ];

  expect(asked(2, noticed)).toEqual(["Slow: late", "Quick: soon", "ATest: own"]);
});

test("whoever noticed one nearby and does not run the line is not asked", () => {
  expect(asked(2, [{ line: 1, test: "Quick", method: "not" }])).toEqual(asked(2));
});
