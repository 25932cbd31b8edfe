import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { replaceFiles } from "./replace-files.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "replace-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(file: string, text: string): Promise<void> {
  const place = path.join(folder, file);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, text);
}
const at = (file: string): string => path.join(folder, file);

test("a folder becomes what the other holds, and keeps what was the same already", async () => {
  await put("there/same/same.js", "same");
  await put("there/changed/changed.js", "old");
  await put("there/gone/gone.js", "gone");
  const before = await stat(at("there/same/same.js"));
  await put("made/same/same.js", "same");
  await put("made/changed/changed.js", "new");
  await put("made/added/added.js", "added");

  await replaceFiles(at("made"), at("there"));

  expect((await readdir(at("there"))).toSorted()).toEqual(["added", "changed", "same"]);
  expect(await readFile(at("there/changed/changed.js"), "utf8")).toBe("new");
  const after = await stat(at("there/same/same.js"));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
});

test("a folder that was not there is made", async () => {
  await put("made/one/one.js", "1");

  await replaceFiles(at("made"), at("there"));

  expect(await readFile(at("there/one/one.js"), "utf8")).toBe("1");
});

test("who reads meanwhile finds each file whole, the old one or the new one", async () => {
  const text = (version: string): string => version.repeat(400_000);
  await put("there/one/one.js", text("a"));
  const replacing = new AbortController();
  const seen = new Set<string>();
  const reading = (async (): Promise<void> => {
    while (!replacing.signal.aborted) {
      const found = await readFile(at("there/one/one.js"), "utf8");
      seen.add(`${found.length} × ${found.slice(0, 1)}`);
    }
  })();

  for (const version of ["b", "a", "b", "a", "b", "a", "b"]) {
    await put("made/one/one.js", text(version));
    await replaceFiles(at("made"), at("there"));
  }
  replacing.abort();
  await reading;

  for (const each of seen) expect(["400000 × a", "400000 × b"]).toContain(each);
});
