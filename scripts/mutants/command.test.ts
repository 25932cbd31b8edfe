import { expect, test } from "vitest";
import { parseMutantsCommand } from "./command.ts";

test("takes how many, from which seed, and of which classes", () => {
  expect(
    parseMutantsCommand(["--count", "5", "--seed", "7", "--class", "A", "--class", "B"]),
  ).toEqual({
    kind: "command",
    request: { count: 5, seed: 7, classes: ["A", "B"], atLeast: 95 },
  });
  expect(parseMutantsCommand(["--help"])).toEqual({ kind: "help" });
});

test.each([
  [["--count", "0"]],
  [["--count", "some"]],
  [["--seed", "-1"]],
  [["--at-least", "101"]],
  [["--fast"]],
])("refuses %j", (argv) => {
  expect(parseMutantsCommand(argv)).toMatchObject({ kind: "refused" });
});

test("draws a seed where none is given", () => {
  expect(parseMutantsCommand([])).toMatchObject({ kind: "command", request: { count: 40 } });
});
