import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseForm } from "./form.ts";

type Tree = string | { [name: string]: Tree };

/** Names without brackets, and not empty: what a parameter can be called. */
const name = fc.oneof(
  fc.stringMatching(/^[a-zA-Z_][\w-]{0,8}$/),
  fc.constantFrom("constructor", "__proto__", "toString"),
);
const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.string({ unit: fc.oneof(fc.constantFrom("&", "=", "+", "%", "[", "]", " "), fc.string()) }),
    fc.dictionary(name, tie("tree"), { minKeys: 1, maxKeys: 3 }),
  ),
})).tree;

/** As the Stripe SDK encodes nested parameters. */
function pairsOf(value: Tree, prefix: string): [string, string][] {
  return typeof value === "string"
    ? [[prefix, value]]
    : Object.entries(value).flatMap(([key, held]) => pairsOf(held, `${prefix}[${key}]`));
}

function depthOf(value: Tree): number {
  return typeof value === "string" ? 0 : 1 + Math.max(...Object.values(value).map(depthOf));
}

/** A form has no prototype; for comparing it gets one. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

describe("a form", () => {
  test("is read back as the parameters it was made of", () => {
    fc.assert(
      fc.property(fc.dictionary(name, tree, { maxKeys: 4 }), (parameters) => {
        fc.pre(Object.values(parameters).every((value) => depthOf(value) < 7));
        const pairs = Object.entries(parameters).flatMap(([key, value]) => pairsOf(value, key));
        const encoded = new URLSearchParams(pairs).toString();

        expect(plain(parseForm(new URLSearchParams(encoded)))).toEqual(plain(parameters));
      }),
    );
  });

  test("numbers the items of a list that has no numbers", () => {
    expect(
      plain(
        parseForm([
          ["a[]", "x"],
          ["a[]", "y"],
        ]),
      ),
    ).toEqual({ a: { "0": "x", "1": "y" } });
  });

  test("takes no name for special", () => {
    const form = parseForm([
      ["__proto__[polluted]", "yes"],
      ["constructor", "x"],
    ]);

    expect(Object.keys(form)).toEqual(["__proto__", "constructor"]);
    expect({}).not.toHaveProperty("polluted");
  });

  test.each([
    [
      [
        ["a", "1"],
        ["a[b]", "2"],
      ],
    ],
    [
      [
        ["a[b]", "2"],
        ["a", "1"],
      ],
    ],
    [[["a[b", "1"]]],
    [[["[b]", "1"]]],
    [[["a[b]c", "1"]]],
    [[[`a${"[b]".repeat(20)}`, "1"]]],
  ])("refuses %j", (pairs) => {
    // The table's rows are pairs; vitest widens them to arrays.
    expect(() => parseForm(pairs as [string, string][])).toThrow(/^Invalid/);
  });
});
