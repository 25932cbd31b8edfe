import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileProject } from "../src/compile/compile-project.ts";
import { refusedPrograms, writeProject } from "./programs.ts";

const programs = refusedPrograms();
const errors = new Map<string, string[]>();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "refused-"));
  writeProject(folder, programs);
  for (const { file, kind, message } of compileProject({ paths: [folder] }).diagnostics) {
    const name = path.basename(file, ".cls");
    if (kind === "error") errors.set(name, [...(errors.get(name) ?? []), message]);
  }
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("there are at least 300 of them", () => {
  expect(programs.length).toBeGreaterThanOrEqual(300);
});

test.each(programs)("$area: $title", ({ name }) => {
  expect(errors.get(name) ?? []).not.toEqual([]);
});

test("none is refused by a fault of the local org", () => {
  const faults = [...errors.values()].flat().filter((message) => message.includes("failed to"));

  expect(faults).toEqual([]);
});
