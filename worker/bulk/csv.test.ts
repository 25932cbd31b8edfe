import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { csvText, readCsv } from "./csv.ts";

describe("CSV", () => {
  it("comes back as it was written, whatever the cells hold", () => {
    const cell = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[",\r\n a]*$/));
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(csvText(rows))).toEqual(rows);
      }),
    );
  });

  it("is quoted throughout, with LF, and doubles its quotes", () => {
    expect(
      csvText([
        ["a", 'say "hi"'],
        ["", "1\n2"],
      ]),
    ).toBe('"a","say ""hi"""\n"","1\n2"\n');
  });

  it.each([
    ["", []],
    [
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a,b", [["a", "b"]]],
    [
      '"a",\n,\n',
      [
        ["a", ""],
        ["", ""],
      ],
    ],
    ["a,", [["a", ""]]],
    ['"cut off', null],
    ['"cut "" off', null],
  ])("reads %j", (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });
});
