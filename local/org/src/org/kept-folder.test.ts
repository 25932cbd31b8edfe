import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FolderError, makeKeptFolder } from "./kept-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kept-folder-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("is made with those above it, and may be there", () => {
  const deep = path.join(folder, "a/b/c");

  makeKeptFolder(deep);
  makeKeptFolder(deep);

  expect(existsSync(deep)).toBe(true);
});

test("of which a part is a file is refused in one sentence", () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");

  expect(() => makeKeptFolder(file)).toThrow(`The folder ${file} cannot be made: EEXIST`);
  expect(() => makeKeptFolder(path.join(file, "below"))).toThrow(FolderError);
});

test.runIf(existsSync("/proc"))(
  "that the system will not have is refused, not tried for ever",
  () => {
    expect(() => makeKeptFolder("/proc/kept-folder/data")).toThrow(
      "The folder /proc/kept-folder/data cannot be made: ENOENT",
    );
  },
);
