import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { previousAttributes } from "./previous-attributes.ts";

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const name = fc.stringMatching(/^[a-z]{1,3}$/);
const object = fc.dictionary(
  name,
  fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(name, leaf, { maxKeys: 3 })),
  { maxKeys: 5 },
);

describe("previous attributes", () => {
  test("are none when nothing changed", () => {
    fc.assert(
      fc.property(object, (same) => {
        expect(previousAttributes(same, structuredClone(same))).toBeUndefined();
      }),
    );
  });

  test("name what changed, and nothing else", () => {
    fc.assert(
      fc.property(object, object, (before, after) => {
        const previous = previousAttributes(before, after) ?? {};

        for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
          const changed = JSON.stringify(before[key]) !== JSON.stringify(after[key]);
          // Hashes do not care for the order of their keys, which JSON does.
          if (!changed) expect(previous).not.toHaveProperty([key]);
        }
        expect(Object.keys({ ...before, ...after })).toEqual(
          expect.arrayContaining(Object.keys(previous)),
        );
      }),
    );
  });

  test("tell hashes attribute by attribute, with null for what was not there, and lists as a whole", () => {
    const before = { metadata: { kept: "1", lost: "2", changed: "3" }, images: ["a"], name: "x" };
    const after = {
      metadata: { kept: "1", changed: "4", added: "5" },
      images: ["a", "b"],
      name: "x",
    };

    expect(previousAttributes(before, after)).toEqual({
      metadata: { lost: "2", changed: "3", added: null },
      images: ["a"],
    });
  });
});
