import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { previousAttributes } from "./previous-attributes.ts";

/** Few enough that two objects often have the same, and as often another. */
const leaf = fc.constantFrom("", "x", 0, 1, false, null);
const name = fc.constantFrom("a", "b", "c", "constructor", "__proto__");
const object = fc.dictionary(
  name,
  fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 2 }),
    fc.dictionary(name, fc.oneof(leaf, fc.dictionary(name, leaf)), { maxKeys: 3 }),
  ),
);
type Hash = Readonly<Record<string, unknown>>;

function isHash(value: unknown): value is Hash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands in an object, but for what is null: an attribute that was not there is told as null. */
function known(value: unknown): unknown {
  if (!isHash(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => held !== null)
      .map(([key, held]) => [key, known(held)]),
  );
}

function own(hash: Hash, key: string): unknown {
  return Object.hasOwn(hash, key) ? hash[key] : undefined;
}

function before(after: Hash, previous: Hash): Hash {
  const changed = Object.entries(previous).map(([key, was]) => {
    const is = own(after, key);
    return [key, isHash(is) && isHash(was) ? before(is, was) : was] as const;
  });
  return Object.fromEntries([...Object.entries(after), ...changed]);
}

describe("previous attributes", () => {
  test("are none when nothing changed", () => {
    fc.assert(
      fc.property(object, (same) => {
        expect(previousAttributes(same, structuredClone(same))).toBeUndefined();
      }),
    );
  });

  test("are what makes the object before of the one after", () => {
    fc.assert(
      fc.property(object, object, (was, is) => {
        const previous = previousAttributes(was, is) ?? {};

        expect(known(before(is, previous))).toEqual(known(was));
        for (const key of Object.keys(previous)) expect(own(was, key)).not.toEqual(own(is, key));
      }),
    );
  });

  test("tell metadata that is named as what every object inherits", () => {
    const added = { metadata: { constructor: "Ada", ["__proto__"]: "Kenji" } };

    expect(JSON.stringify(previousAttributes({ metadata: {} }, added))).toBe(
      '{"metadata":{"constructor":null,"__proto__":null}}',
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
