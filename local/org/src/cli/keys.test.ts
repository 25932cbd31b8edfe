import { expect, test } from "vitest";
import { keysIn } from "./keys.ts";

test.each([
  ["\r", ["all"]],
  ["\n", ["all"]],
  ["q", ["quit"]],
  ["Q\n", ["quit"]],
  ["q\r\n", ["quit"]],
  ["\u0003", ["quit"]],
  ["f", ["failing"]],
  ["f\r", ["failing"]],
  ["ff", ["failing", "failing"]],
  ["x", ["other"]],
  ["", []],
])("%j is %j", (text, keys) => {
  expect(keysIn(text)).toEqual(keys);
});
