import { expect, test } from "vitest";
import { nextTime, parseCron } from "./cron-expression.ts";

const after = Date.UTC(2026, 4, 13, 15, 30);

function next(text: string, timeZone = "UTC"): string | undefined {
  const cron = parseCron(text);
  const at = cron === undefined ? undefined : nextTime(cron, after, timeZone);
  return at === undefined ? undefined : new Date(at).toISOString();
}

test.each([
  ["0 0 2 * * ?", "2026-05-14T02:00:00.000Z"],
  ["0 45 15 * * ?", "2026-05-13T15:45:00.000Z"],
  ["0 0 8-10 ? * MON-FRI", "2026-05-14T08:00:00.000Z"],
  ["0 0 0 L * ?", "2026-05-31T00:00:00.000Z"],
  ["0 0 */6 * * ?", "2026-05-13T18:00:00.000Z"],
  ["0 0 0 1 JAN,JUL ?", "2026-07-01T00:00:00.000Z"],
  ["0 0 0 28 5 ? 2099", "2099-05-28T00:00:00.000Z"],
  ["0 0 0 29 2 ?", "2028-02-29T00:00:00.000Z"],
  ["0 0 0 30 2 ?", undefined],
  ["0 0 0 1 1 ? 2020", undefined],
])("%s runs next at %s", (text, expected) => {
  expect(next(text)).toBe(expected);
});

test("hours are those of the user's time zone", () => {
  expect(next("0 0 2 * * ?", "America/Los_Angeles")).toBe("2026-05-14T09:00:00.000Z");
});

test.each([
  "",
  "0 0 2 * *",
  "*/5 0 2 * * ?",
  "0 60 2 * * ?",
  "0 0 24 * * ?",
  "0 0 2 0 * ?",
  "0 0 2 * 13 ?",
  "0 0 2 ? * FRI-MON",
])("%j is no schedule", (text) => {
  expect(parseCron(text)).toBeUndefined();
});
