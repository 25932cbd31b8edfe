import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const PARSE = path.join(import.meta.dirname, "testing/parse-small-classes.ts");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "grammar-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Outcome {
  /** Trees and diagnostics. */
  readonly parsed: unknown;
  /** States that the parser had to work out. */
  readonly fresh: number;
}

/** In a process that knows what is kept in the folder. The classes of even places in the list, or of odd ones. */
function parse(which: "even" | "odd", cache = folder): Outcome {
  const output = execFileSync(process.execPath, [PARSE, which === "even" ? "0" : "1"], {
    env: { ...process.env, LOCAL_ORG_CACHE: cache },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output) as Outcome;
}

test("what one process learned of the grammar, another does not work out again, and parses as one that knows nothing", () => {
  const first = parse("even");
  expect(first.fresh).toBeGreaterThan(300);
  const again = parse("even");
  expect(again.parsed).toEqual(first.parsed);
  expect(again.fresh).toBeLessThan(first.fresh / 10);
});

test("what was never parsed goes on from what is kept, mistakes and all, as from nothing", () => {
  parse("even");
  const taught = parse("odd");
  const untaught = parse("odd", path.join(folder, "nothing"));
  expect(taught.parsed).toEqual(untaught.parsed);
  expect(taught.fresh).toBeLessThan(untaught.fresh);
});

test.each([
  ["a damaged", '{"format":1,"gram'],
  ["another grammar's", '{"format":1,"grammar":"another","tables":[]}'],
])("%s file of it counts as none", (_, text) => {
  writeFileSync(path.join(folder, "grammar.json"), text);
  expect(parse("even").fresh).toBeGreaterThan(300);
  expect(readdirSync(folder)).toEqual(["grammar.json"]);
});
