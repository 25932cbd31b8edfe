import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApexDate } from "./date.ts";
import { ApexDecimal } from "./decimal.ts";
import { equalValues } from "./equality.ts";
import { HashIndex } from "./hash-index.ts";
import { ApexList } from "./list.ts";
import { OBJECT } from "./type.ts";

const value = fc.oneof(
  fc.string({ maxLength: 2 }),
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }).map((days) => new ApexDate(days)),
  fc.integer({ min: 0, max: 30 }).map((unscaled) => new ApexDecimal(BigInt(unscaled), 1)),
  fc
    .array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 })
    .map((items) => new ApexList(OBJECT, items)),
);

describe("HashIndex", () => {
  it("holds each of equal keys once, in the order they came", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), (keys) => {
        const index = new HashIndex();
        keys.forEach((key, position) => index.set(key, position));
        const expected = keys.filter(
          (key, position) => keys.findIndex((other) => equalValues(other, key)) === position,
        );
        expect([...index.keys()]).toEqual(expected);
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

  it("keeps texts apart by case and from numbers", () => {
    const index = new HashIndex();
    index.set("a", 1);
    expect(index.has("A")).toBe(false);
    index.set("1", 1);
    expect(index.has(1)).toBe(false);
  });
});
