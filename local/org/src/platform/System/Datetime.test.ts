import { describe, expect, it } from "vitest";
import { evaluate, runApex } from "../../testing/apex.ts";

describe("Date", () => {
  it.each([
    ["String.valueOf(Date.newInstance(2024, 1, 31).addMonths(1))", "2024-02-29"],
    ["String.valueOf(Date.newInstance(2026, 13, 1))", "2027-01-01"],
    ["Date.newInstance(2026, 1, 1).daysBetween(Date.newInstance(2026, 3, 1))", "59"],
    ["Date.newInstance(2026, 1, 31).monthsBetween(Date.newInstance(2026, 3, 1))", "2"],
    ["String.valueOf(Date.newInstance(2026, 1, 31).toStartOfWeek())", "2026-01-25"],
    ["String.valueOf(Date.newInstance(2026, 1, 31).toStartOfMonth())", "2026-01-01"],
    ["Date.newInstance(2026, 1, 31).format()", "1/31/2026"],
    ["String.valueOf(Date.parse('10/14/2011'))", "2011-10-14"],
    ["String.valueOf(Date.valueOf('2026-01-31 10:00:00'))", "2026-01-31"],
    ["Date.daysInMonth(2024, 2)", "29"],
    ["Date.isLeapYear(1900)", "false"],
    ["Date.newInstance(2026, 3, 1).dayOfYear()", "60"],
    ["String.valueOf(Date.today())", "2026-01-31"],
    ["Date.newInstance(2026, 1, 1) < Date.newInstance(2026, 1, 2)", "true"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });
});

describe("Datetime", () => {
  const at = "Datetime.newInstanceGmt(2026, 7, 4, 15, 5, 9)";

  it.each([
    ["2026-01-31 25:00:00", "2026-02-01 01:00:00"],
    ["2026-01-31 24:00:00", "2026-02-01 00:00:00"],
    ["2026-01-31 23:60:00", "2026-02-01 00:00:00"],
    ["2026-02-30 00:00:60", "2026-03-02 00:01:00"],
  ])("reads %s as %s", (text, moment) => {
    expect(evaluate(`Datetime.valueOfGmt('${text}').formatGmt('yyyy-MM-dd HH:mm:ss')`)).toBe(
      moment,
    );
  });

  it.each([
    [`${at}.format('yyyy-MM-dd\\'T\\'HH:mm:ss.SSSZ')`, "2026-07-04T15:05:09.000+0000"],
    [`${at}.format('EEE, MMM d, h:mm a', 'America/New_York')`, "Sat, Jul 4, 11:05 AM"],
    [`${at}.format('EEEE yy z', 'America/New_York')`, "Saturday 26 EDT"],
    [`${at}.formatGmt('HH:mm')`, "15:05"],
    [`${at}.format()`, "7/4/2026, 3:05 PM"],
    [`${at}.getTime()`, "1783177509000"],
    [`${at}.addMonths(-5).monthGmt()`, "2"],
    [`${at}.hourGmt() + ':' + ${at}.minuteGmt()`, "15:5"],
    [`${at}.timeGmt()`, "15:05:09.000Z"],
    ["Datetime.valueOf('2026-01-31 10:00:00')", "2026-01-31 10:00:00"],
    ["String.valueOf(Datetime.now())", "2026-01-31 10:15:30"],
    [
      "String.valueOf(Datetime.newInstance(Date.newInstance(2026, 1, 2), Time.newInstance(3, 4, 5, 0)))",
      "2026-01-02 03:04:05",
    ],
    ["Time.newInstance(23, 30, 0, 0).addMinutes(45)", "00:15:00.000Z"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it("refuses a text that is no date", () => {
    expect(runApex("Date d = Date.valueOf('soon');").exception?.headline).toBe(
      "System.TypeException: Invalid date: soon",
    );
  });
});
