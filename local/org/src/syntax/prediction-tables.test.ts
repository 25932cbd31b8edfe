import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { CACHE_FOLDER } from "../cache-folder.ts";

/** Node's, of our modules. */
const MODULES = path.join(CACHE_FOLDER, "modules");
const PARSE = path.join(import.meta.dirname, "testing/parse-small-classes.ts");

interface Outcome {
  /** Trees and diagnostics. */
  readonly parsed: unknown;
  /** States that the parser had to work out. */
  readonly fresh: number;
}

/** In a process that knows what is kept in the folder. The classes of even places in the list, or of odd ones. */
function parse(which: "even" | "odd", folder: string): Outcome {
  const output = execFileSync(process.execPath, [PARSE, which === "even" ? "0" : "1"], {
    env: { ...process.env, LOCAL_ORG_CACHE: folder, NODE_COMPILE_CACHE: MODULES },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output) as Outcome;
}

/** What a first process parsed, and where it kept what it learned. */
let first: Outcome;
let kept = "";
beforeAll(() => {
  kept = mkdtempSync(path.join(tmpdir(), "grammar-"));
  first = parse("even", kept);
});
afterAll(() => rmSync(kept, { recursive: true }));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "grammar-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("what one process learned of the grammar, another does not work out again, and parses as one that knows nothing", () => {
  cpSync(kept, folder, { recursive: true });
  const again = parse("even", folder);
  expect(first.fresh).toBeGreaterThan(200);
  expect(again.parsed).toEqual(first.parsed);
  expect(again.fresh).toBeLessThan(first.fresh / 10);
});

test("what was never parsed goes on from what is kept, mistakes and all, as from nothing", () => {
  const untaught = parse("odd", folder);
  cpSync(kept, folder, { recursive: true });
  const taught = parse("odd", folder);
  expect(taught.parsed).toEqual(untaught.parsed);
  expect(taught.fresh).toBeLessThan(untaught.fresh);
});

test.each([
  ["a damaged", '{"format":1,"gram'],
  ["another grammar's", '{"format":1,"grammar":"another","tables":[]}'],
])("%s file of it counts as none", (_, text) => {
  writeFileSync(path.join(folder, "grammar.json"), text);
  expect(parse("even", folder).fresh).toBe(first.fresh);
  expect(readdirSync(folder)).toEqual(["grammar.json"]);
});
