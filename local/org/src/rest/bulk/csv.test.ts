import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, DELIMITERS, parseCsv } from "./csv.ts";

describe("CSV", () => {
  it("that was written is read back, whatever the cells hold", () => {
    const delimiters = Object.values(DELIMITERS);
    const cell = fc.string({
      unit: fc.constantFrom("a", '"', "\n", "\r", " ", "é", "\uFEFF", ...delimiters),
    });
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    const rows = fc.array(row, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...delimiters),
        fc.constantFrom("\n", "\r\n"),
        (given, delimiter, lineEnding) => {
          const text = given.map((cells) => csvLine(cells, { delimiter, lineEnding })).join("");
          expect(parseCsv(text, delimiter)).toEqual({ ok: true, value: given });
        },
      ),
    );
  });

  it.each([
    [
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\r\n1,\r\n",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    ["\uFEFFa\n\n1\n", [["a"], ["1"]]],
    ['a\n"x ""y"""\n', [["a"], ['x "y"']]],
    [
      "a,b\n1,",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    ["", []],
  ])("%j is %j", (text, value) => {
    expect(parseCsv(text, ",")).toEqual({ ok: true, value });
  });

  it("with a quote that does not end, or ends early, is refused with its row", () => {
    expect(parseCsv('a\n"b', ",")).toEqual({ ok: false, error: "Unterminated quote in row 2" });
    expect(parseCsv('a\n"b"c', ",")).toMatchObject({ ok: false });
  });
});
