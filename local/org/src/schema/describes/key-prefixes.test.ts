import fc from "fast-check";
import { expect, test } from "vitest";
import { allotKeyPrefixes } from "./key-prefixes.ts";

test("no two objects share a prefix, in whatever order they are named", () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{1,6}__(c|mdt|e)$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 400, selector: (n) => n.toLowerCase() }),
      (names) => {
        const prefixes = allotKeyPrefixes(names);

        expect(new Set(prefixes.values()).size).toBe(names.length);
        expect(allotKeyPrefixes(names.toReversed())).toEqual(prefixes);
        for (const prefix of prefixes.values()) expect(prefix).toMatch(/^[ame][0-9A-Za-z]{2}$/);
      },
    ),
    { numRuns: 30 },
  );
});
