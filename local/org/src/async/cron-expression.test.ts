import { expect, test } from "vitest";
import { nextTime, parseCron } from "./cron-expression.ts";

const after = Date.UTC(2026, 4, 13, 15, 30);

function next(text: string, timeZone = "UTC"): string | undefined {
  const parsed = parseCron(text);
  const at = "error" in parsed ? undefined : nextTime(parsed.cron, after, timeZone);
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
  // The examples of the Apex Developer Guide: the last Friday of every month at 10 PM, at 8 PM of every day of a year.
  ["0 0 22 ? * 6L", "2026-05-29T22:00:00.000Z"],
  ["0 0 20 * * ? 2027", "2027-01-01T20:00:00.000Z"],
  ["0 0 0 ? * 6#3", "2026-05-15T00:00:00.000Z"],
  ["0 0 0 ? * MON#1", "2026-06-01T00:00:00.000Z"],
  ["0 0 0 ? * L", "2026-05-16T00:00:00.000Z"],
  // The 16th is a Saturday, the 17th a Sunday; 31 May is a Sunday; 1 August a Saturday, whose month is not left.
  ["0 0 0 16W * ?", "2026-05-15T00:00:00.000Z"],
  ["0 0 0 17W * ?", "2026-05-18T00:00:00.000Z"],
  ["0 0 0 LW * ?", "2026-05-29T00:00:00.000Z"],
  ["0 0 0 31W 5 ?", "2026-05-29T00:00:00.000Z"],
  ["0 0 0 1W 8 ?", "2026-08-03T00:00:00.000Z"],
])("%s runs next at %s", (text, expected) => {
  expect(next(text)).toBe(expected);
});

test("hours are those of the user's time zone", () => {
  expect(next("0 0 2 * * ?", "America/Los_Angeles")).toBe("2026-05-14T09:00:00.000Z");
});

test("hours are those of the clock on the days it is put forward and back", () => {
  expect(next("0 0 10 8 3 ? 2027", "America/Los_Angeles")).toBe("2027-03-08T18:00:00.000Z");
  expect(next("0 0 10 14 3 ? 2027", "America/Los_Angeles")).toBe("2027-03-14T17:00:00.000Z");
  expect(next("0 0 10 1 11 ? 2026", "America/Los_Angeles")).toBe("2026-11-01T18:00:00.000Z");
});

test("a schedule may be as late as 2100", () => {
  expect(next("0 0 * * * ? 2100", "GMT")).toBe("2100-01-01T00:00:00.000Z");
});

test.each([
  "0 0 * * * ? 2200",
  "",
  "0 0 2 * *",
  "*/5 0 2 * * ?",
  "0 60 2 * * ?",
  "0 0 24 * * ?",
  "0 0 2 0 * ?",
  "0 0 2 * 13 ?",
  "0 0 2 ? * FRI-MON",
  "0 0 2 ? * 6#6",
  "0 0 2 ? * 8L",
  "0 0 2 32W * ?",
])("%j is no schedule", (text) => {
  expect(parseCron(text)).toEqual({ error: `Illegal cron expression format: ${text}` });
});

test.each(["0 0 0 * * *", "0 0 0 15 * 2", "0 0 0 1 1 *"])("%j has days of both kinds", (text) => {
  expect(parseCron(text)).toEqual({
    error:
      "Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.",
  });
});

test("a schedule has days of one kind", () => {
  expect(parseCron("0 0 0 ? * ?")).toEqual({
    error: "'?' can only be specified for Day-of-Month -OR- Day-of-Week.",
  });
});
