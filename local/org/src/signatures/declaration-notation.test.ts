import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TypeRef } from "./catalog-types.ts";
import { readDeclaration, readTypeRef, writeTypeRef } from "./declaration-notation.ts";

describe("a written declaration", () => {
  it("is read with its modifiers, types and parameter names", () => {
    const type = readDeclaration(
      "Wave.Sample",
      "Wave",
      {
        of: ["T"],
        constructors: ["", "String name, List<T> values"],
        methods: ["static Map<String,List<T>> group(List<T> values)", "void run()"],
        fields: ["static final Integer LIMIT", "T current"],
      },
      [],
    );

    expect(type.constructors.map(({ parameters }) => parameters.length)).toEqual([0, 2]);
    expect(type.methods[0]).toMatchObject({ name: "group", isStatic: true, isVirtual: false });
    expect(type.methods[1]).toMatchObject({ name: "run", isStatic: false, isVirtual: true });
    expect(type.fields[0]).toMatchObject({ name: "LIMIT", isStatic: true, isReadOnly: true });
    expect(type.fields[1]).toMatchObject({ name: "current", isStatic: false, isReadOnly: false });
  });

  it.each(["void run", "run()", "void run(String)", "void run() throws", "List<String run()"])(
    "is refused when a member is not in the notation: %s",
    (line) => {
      const read = (): unknown => readDeclaration("Sample", "System", { methods: [line] }, []);
      expect(read).toThrow("unexpected signature");
    },
  );
});

describe("a written type", () => {
  const names = fc.stringMatching(/^[A-Za-z]\w{0,8}(\.[A-Za-z]\w{0,8}){0,2}$/);
  const typeRefs = nested(3);

  function nested(depth: number): fc.Arbitrary<TypeRef> {
    const args = depth === 0 ? fc.constant([]) : fc.array(nested(depth - 1), { maxLength: 2 });
    return fc.record({ name: names, args });
  }

  it("is read back as it was", () => {
    fc.assert(
      fc.property(typeRefs, (type) => {
        expect(readTypeRef(writeTypeRef(type))).toEqual(type);
      }),
    );
  });
});
