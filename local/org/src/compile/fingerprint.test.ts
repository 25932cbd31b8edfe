import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderFingerprint } from "./fingerprint.ts";

const LONG_AGO = new Date("2020-01-01");

let folder = "";
let keptIn = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "fingerprint-"));
  keptIn = path.join(mkdtempSync(path.join(tmpdir(), "fingerprint-")), "kept.json");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(path.dirname(keptIn), { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

/** As told in a minute, when what was just written has settled. */
function later(): string {
  return folderFingerprint(folder, keptIn, Date.now() + 60_000);
}

test("a folder's fingerprint is that of what its files say, tests left out", () => {
  write("a.ts", "one");
  const first = later();
  write("a.test.ts", "a test");
  expect(later()).toBe(first);
  write("b.ts", "another file");
  expect(later()).not.toBe(first);
  rmSync(path.join(folder, "b.ts"));
  expect(later()).toBe(first);
});

test("it is kept, and an edit is seen all the same that leaves a file its size and gives it back its date", () => {
  write("a.ts", "one");
  utimesSync(path.join(folder, "a.ts"), LONG_AGO, LONG_AGO);
  const first = later();
  expect(readFileSync(keptIn, "utf8")).toContain(first);
  write("a.ts", "two");
  utimesSync(path.join(folder, "a.ts"), LONG_AGO, LONG_AGO);
  expect(later()).not.toBe(first);
});

test("it is not kept while a file was changed a moment ago, for it may change in the same moment again", () => {
  write("a.ts", "one");
  folderFingerprint(folder, keptIn);
  expect(existsSync(keptIn)).toBe(false);
});
