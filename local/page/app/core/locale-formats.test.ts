import { expect, test } from "vitest";
import { localeFormats, monthNames } from "./locale-formats.ts";

test.each([
  ["en-US", "M/d/yyyy", "MMM d, yyyy", "h:mm a", ".", 1],
  ["en-GB", "dd/MM/yyyy", "d MMM yyyy", "H:mm", ".", 2],
  ["de-DE", "d.M.yyyy", "d. MMM yyyy", "H:mm", ",", 2],
  ["ja-JP", "yyyy/M/d", "yyyy年M月d日", "H:mm", ".", 1],
  ["pt-BR", "dd/MM/yyyy", "d 'de' MMM 'de' yyyy", "H:mm", ",", 1],
])("a day, a time and a number are read as %s writes them", (locale, ...expected) => {
  const formats = localeFormats(locale);

  expect([
    formats["dateTime.shortDateFormat"],
    formats["dateTime.mediumDateFormat"],
    formats["dateTime.shortTimeFormat"],
    formats["number.decimalSeparator"],
    formats["firstDayOfWeek"],
  ]).toEqual(expected);
});

test("months have the names they have in a date", () => {
  expect(monthNames("de-DE").abbreviated["12"]).toBe("Dez.");
  expect(monthNames("de-DE").wide["3"]).toBe("März");
});
