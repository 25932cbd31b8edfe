import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApexDate } from "./date.ts";
import { ApexDatetime } from "./datetime.ts";
import { ApexDecimal } from "./decimal.ts";
import { ApexDouble } from "./double.ts";
import { equalValues } from "./equality.ts";
import { HashIndex } from "./hash-index.ts";
import { ApexList } from "./list.ts";
import { ApexMap } from "./map.ts";
import { ApexSet } from "./set.ts";
import { OBJECT, STRING } from "./type.ts";

/** Few of a kind, so that equal ones meet; in lists and maps of lists and maps, so that parts of one may look like another. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("", "a", "A", "1", "\u0001", "a\u0001string a"),
    fc.integer({ min: -1, max: 2 }),
    fc.bigInt({ min: -1n, max: 2n }),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(0, 0.5, 1, Number.NaN, 1e21).map((number) => new ApexDouble(number)),
    fc.integer({ min: 0, max: 3 }).map((days) => new ApexDate(days)),
    fc.constantFrom(0, 1, 1000).map((ms) => new ApexDatetime(ms)),
    fc.integer({ min: 0, max: 30 }).map((unscaled) => new ApexDecimal(BigInt(unscaled), 1)),
    fc.array(tie("value"), { maxLength: 3 }).map((items) => new ApexList(OBJECT, items)),
    fc.array(tie("value"), { maxLength: 2 }).map((items) => new ApexSet(OBJECT, items)),
    fc
      .array(fc.tuple(fc.constantFrom("a", "b"), tie("value")), { maxLength: 2 })
      .map((entries) => new ApexMap(STRING, OBJECT, entries)),
  ),
}));

describe("HashIndex", () => {
  it("holds each of equal keys once, in the order they came", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), (keys) => {
        const index = new HashIndex();
        keys.forEach((key, position) => index.set(key, position));
        const expected = keys.filter(
          (key, position) => keys.findIndex((other) => equalValues(other, key)) === position,
        );
        expect([...index.keys()].length).toBe(expected.length);
        expect([...index.keys()].every((key, position) => key === expected[position])).toBe(true);
      }),
    );
  });

  it("finds nothing that was removed, everything that was not", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 10 }), value, (keys, removed) => {
        const index = new HashIndex();
        for (const key of keys) index.set(key, true);
        index.delete(removed);
        for (const key of keys) expect(index.has(key)).toBe(!equalValues(key, removed));
      }),
    );
  });

  it("made of another has its entries, and neither sees what the other changes", () => {
    const first = new HashIndex();
    first.set("a", 1);
    first.set("b", 2);
    const second = new HashIndex(first);
    const third = new HashIndex(second);
    second.set("a", 10);
    second.delete("b");
    first.set("c", 3);
    third.clear();
    const entries = (index: HashIndex) =>
      [...index.entries()].map(({ key, value }) => [key, value]);

    expect(entries(first)).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
    expect(entries(second)).toEqual([["a", 10]]);
    expect(third.size).toBe(0);
  });

  it("keeps lists apart that have the same values one in the other or side by side", () => {
    const list = (...items: unknown[]) => new ApexList(OBJECT, items);
    const index = new HashIndex();
    index.set(list(list(1), list(2)), true);

    expect(index.has(list(list(1, list(2))))).toBe(false);
    expect(index.has(list(list(1), list(2)))).toBe(true);
  });

  it("keeps a map with a key for null apart from one without the key", () => {
    const index = new HashIndex();
    index.set(new ApexMap(STRING, OBJECT, [["a", null]]), true);

    expect(index.has(new ApexMap(STRING, OBJECT))).toBe(false);
  });

  it("keeps texts apart by case and from numbers", () => {
    const index = new HashIndex();
    index.set("a", 1);
    expect(index.has("A")).toBe(false);
    index.set("1", 1);
    expect(index.has(1)).toBe(false);
  });
});
