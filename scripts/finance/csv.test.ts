import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csv } from "./csv.ts";

describe("CSV", () => {
  test("quotes what would end a field, and leaves the rest alone", () => {
    expect(
      csv(
        ["name", "amount", "live"],
        [
          ['Ada "Countess" King, Ltd.', -12.5, true],
          ["two\nlines", null, false],
        ],
      ),
    ).toBe(
      'name,amount,live\r\n"Ada ""Countess"" King, Ltd.",-12.5,true\r\n"two\nlines",,false\r\n',
    );
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])(
    "makes no formula of the text %j",
    (text) => {
      const [, row = ""] = csv(["a"], [[text]]).split(/(?<=^a\r\n)/);
      expect(row.replace(/^"/, "")).toMatch(/^'/);
    },
  );

  test("reads back as it was written, but for the apostrophe before a formula", () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom("a", "1", ",", '"', "'", "=", "+", "-", "@", "\t", "\r", "\n", "é"),
      }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const shown = rows.map((row) =>
          row.map((value) =>
            typeof value === "string" && /^[=+\-@\t\r]/.test(value)
              ? `'${value}`
              : String(value ?? ""),
          ),
        );

        expect(parsed(csv(["a", "b"], rows)).slice(1)).toEqual(shown);
      }),
    );
  });
});

/** A reader of RFC 4180, by its grammar. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
