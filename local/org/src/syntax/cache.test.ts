import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cachedParse } from "./cache.ts";
import { parseClass, parseTrigger } from "./parse.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "syntax-cache-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the same text is parsed once, whatever the file is called", () => {
  const parse = vi.fn(parseClass);
  const text = "class A { Integer a = 99999999999; }";

  const first = cachedParse(folder, "classUnit", parse)("A.cls", text);
  const second = cachedParse(folder, "classUnit", parse)("other/A.cls", text);

  expect(parse).toHaveBeenCalledTimes(1);
  expect(second.unit).toEqual(first.unit);
  expect(second.diagnostics).toEqual([{ ...first.diagnostics[0], file: "other/A.cls" }]);
});

test("other text is another entry", () => {
  const parse = cachedParse(folder, "classUnit", parseClass);

  parse("A.cls", "class A { }");

  expect(parse("B.cls", "class B { }").unit?.declaration.name).toBe("B");
});

test("a class and a trigger of the same text are two entries", () => {
  const text = "trigger T on A (before insert) { }";

  cachedParse(folder, "classUnit", parseClass)("T.cls", text);

  expect(cachedParse(folder, "triggerUnit", parseTrigger)("T.trigger", text).unit?.name).toBe("T");
});

test.each(["", "{", "null", '{"unit":{"kind":"triggerUnit"},"diagnostics":[]}', '{"unit":null}'])(
  "the damaged entry %j is parsed again",
  (damage) => {
    const parse = cachedParse(folder, "classUnit", parseClass);
    parse("A.cls", "class A { }");
    for (const entry of readdirSync(folder)) writeFileSync(join(folder, entry), damage);

    expect(parse("A.cls", "class A { }").unit?.declaration.name).toBe("A");
    expect(readdirSync(folder)).toHaveLength(1);
  },
);

test("the folder is made when it is missing", () => {
  const parse = cachedParse(join(folder, "a", "b"), "classUnit", parseClass);

  expect(parse("A.cls", "class A { }").unit).not.toBeNull();
});
