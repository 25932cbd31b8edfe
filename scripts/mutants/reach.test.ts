import { expect, test } from "vitest";
import { keyOf, statementAt } from "./reach.ts";

test("what a test runs is found anew when it or a class it ran changes, and not when another does", () => {
  const reach = {
    test: "ATest",
    setUp: { b: [1] },
    methods: [{ name: "any", ms: 1, lines: { a: [1], atest: [1] } }],
  };
  const keyOfTexts = (texts: Record<string, string>): string =>
    keyOf(reach, new Map(Object.entries({ a: "1", b: "1", c: "1", atest: "1", ...texts })));
  const before = keyOfTexts({});

  expect(keyOfTexts({ c: "2" })).toBe(before);
  for (const name of ["a", "b", "atest"])
    expect(keyOfTexts({ [name]: "2" }), name).not.toBe(before);
});

test.each([
  [5, 5],
  [6, 5],
  [9, 9],
  [1, 3],
])("line %i is run with the statement of line %i", (line, first) => {
  expect(statementAt([3, 5, 9], line)).toBe(first);
});
