import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Finding } from "../check-apex/finding.ts";
import { findingsOfChanged, findingsUnlessClean } from "../check-apex/remembered.ts";
import { CleanInputs, fingerprintOf } from "./clean-inputs.ts";

let folder: string;
let cache: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "clean-inputs-"));
  cache = path.join(folder, "caches", "check.json");
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** Complains of the files named, and tells which it was asked about. */
function checkOf(complaints: readonly string[]): {
  asked: string[][];
  check: (changed: readonly string[]) => Promise<Finding[]>;
} {
  const asked: string[][] = [];
  return {
    asked,
    check: async (changed) => {
      asked.push(changed.map((file) => path.basename(file)));
      return changed
        .filter((file) => complaints.includes(path.basename(file)))
        .map((file) => ({ file, line: 1, message: "bad" }));
    },
  };
}

test("what was clean is not checked again", async () => {
  const files = [await write("A.cls", "a"), await write("B.cls", "b")];
  const { asked, check } = checkOf([]);

  await findingsOfChanged(cache, files, "tools", check);
  await findingsOfChanged(cache, files, "tools", check);

  expect(asked).toEqual([["A.cls", "B.cls"], []]);
});

test("a file whose content changed is checked again, and it alone", async () => {
  const files = [await write("A.cls", "a"), await write("B.cls", "b")];
  const { asked, check } = checkOf([]);
  await findingsOfChanged(cache, files, "tools", check);

  await write("B.cls", "b2");
  await findingsOfChanged(cache, files, "tools", check);

  expect(asked[1]).toEqual(["B.cls"]);
});

test("a file that was complained of is complained of again", async () => {
  const files = [await write("A.cls", "a"), await write("B.cls", "b")];
  const { asked, check } = checkOf(["B.cls"]);
  await findingsOfChanged(cache, files, "tools", check);

  const again = await findingsOfChanged(cache, files, "tools", check);

  expect(again.map(({ file }) => path.basename(file))).toEqual(["B.cls"]);
  expect(asked[1]).toEqual(["B.cls"]);
});

test("other tools check everything again", async () => {
  const files = [await write("A.cls", "a")];
  const { asked, check } = checkOf([]);
  await findingsOfChanged(cache, files, "tools", check);

  await findingsOfChanged(cache, files, "newer tools", check);

  expect(asked[1]).toEqual(["A.cls"]);
});

test("a check of the whole runs again until it is clean, and then no more", async () => {
  const answers: Finding[][] = [[{ file: "A.cls", line: 1, message: "bad" }], []];
  let runs = 0;
  const check = async (): Promise<Finding[]> => answers[runs++] ?? [];

  const first = await findingsUnlessClean(cache, "as it is", check);
  await findingsUnlessClean(cache, "as it is", check);
  await findingsUnlessClean(cache, "as it is", check);

  expect(first).toHaveLength(1);
  expect(runs).toBe(2);
});

test("a cache that is no list counts as empty", async () => {
  await mkdir(path.dirname(cache));
  await writeFile(cache, "{ half a fi");

  expect((await CleanInputs.open(cache)).has("anything")).toBe(false);
});

test("content, place and facts each change a fingerprint; the order of the files does not", async () => {
  const a = await write("A.cls", "a");
  const b = await write("B.cls", "b");
  const before = await fingerprintOf(folder, [a, b], "fact");

  expect(await fingerprintOf(folder, [b, a], "fact")).toBe(before);
  expect(await fingerprintOf(folder, [a, b], "other fact")).not.toBe(before);
  await rename(b, path.join(folder, "C.cls"));
  expect(await fingerprintOf(folder, [a, path.join(folder, "C.cls")], "fact")).not.toBe(before);
});

test("a line that moves from one file to the next changes the fingerprint", async () => {
  const files = [await write("A.cls", "one\ntwo"), await write("B.cls", "three")];
  const before = await fingerprintOf(folder, files);

  await write("A.cls", "one");
  await write("B.cls", "two\nthree");

  expect(await fingerprintOf(folder, files)).not.toBe(before);
});
