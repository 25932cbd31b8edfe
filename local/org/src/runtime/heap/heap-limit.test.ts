import { describe, expect, it } from "vitest";
import { apex, runApex } from "../../testing/apex.ts";

const HELD = "'x'.repeat(10000)";

function headlineOf(code: string): string | null {
  return apex().limits({ heapSize: 200_000 }).run(code).exception?.headline ?? null;
}

describe("the heap limit", () => {
  it("ends what keeps too much, with what it kept", () => {
    const headline = headlineOf(
      `List<String> l = new List<String>(); while (true) { l.add(${HELD} + l.size()); }`,
    );

    expect(headline).toMatch(/^System\.LimitException: Apex heap size too large: 2\d{5}$/);
  });

  it("cannot be caught", () => {
    const { exception, debug } = apex()
      .limits({ heapSize: 200_000 })
      .run(
        `Map<Integer, String> m = new Map<Integer, String>();
         try { while (true) { m.put(m.size(), ${HELD} + m.size()); } } catch (Exception e) { System.debug('caught'); }`,
      );

    expect(exception?.typeName).toBe("System.LimitException");
    expect(debug).toEqual([]);
  });

  it("counts what the collections, blobs and untyped values in a list hold", () => {
    for (const made of [
      `new List<Object>{ ${HELD} + l.size() }`,
      `Blob.valueOf(${HELD} + l.size())`,
      `JSON.deserializeUntyped('{"a":"' + ${HELD} + l.size() + '"}')`,
    ])
      expect(
        headlineOf(`List<Object> l = new List<Object>(); while (true) { l.add(${made}); }`),
      ).toContain("Apex heap size too large");
  });

  it("counts one text once, however many places refer to it", () => {
    expect(
      headlineOf(
        `String text = ${HELD}; List<String> l = new List<String>();
         for (Integer i = 0; i < 1000; i++) { l.add(text); } System.debug(l.size());`,
      ),
    ).toBeNull();
  });

  it("lets a transaction make any amount of what it drops again", () => {
    expect(
      headlineOf(
        `for (Integer i = 0; i < 1000; i++) { List<String> l = new List<String>{ ${HELD} + i }; l.clear(); }`,
      ),
    ).toBeNull();
  });

  it("does not count what a variable held before", () => {
    expect(
      headlineOf(
        `String text = ${HELD}; for (Integer i = 0; i < 100; i++) { text = ${HELD} + i; } System.debug(text.length());`,
      ),
    ).toBeNull();
  });
});

describe("Limits.getHeapSize()", () => {
  it.each([
    ["sees what was dropped, for a program that asks now and then", 1, 600_000, "true"],
    [
      "tells a program that logs it at every step what it made, a dropped tenth of the limit too",
      20,
      600_000,
      "false",
    ],
    ["measures for that one too, once it made a fifth of the limit", 20, 1_500_000, "true"],
  ])("%s", (_, times, characters, isLess) => {
    const { debug } = runApex(
      `for (Integer i = 0; i < ${times}; i++) { Limits.getHeapSize(); }
       String text = 'x'.repeat(${characters});
       text = null;
       System.debug(Limits.getHeapSize() < ${characters});`,
    );

    expect(debug).toEqual([isLess]);
  });
});
