import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sfdxProject, writeProject, type TestProject } from "../schema/fixture/project.ts";
import { watchSources, type SourceWatcher } from "./source-watcher.ts";

let files: TestProject;
let watcher: SourceWatcher;
let told: (readonly string[])[];

beforeEach(() => {
  files = writeProject(sfdxProject({ "classes/Price.cls": "public class Price { }" }));
  told = [];
  watcher = watchSources([files.path], (changed) =>
    told.push([...changed].map((file) => path.relative(files.path, file)).sort()),
  );
});
afterEach(() => {
  watcher.close();
  files.remove();
});

const CLASSES = "force-app/main/default/classes";
const at = (name: string): string => path.join(files.path, CLASSES, name);
const hears = (count: number): Promise<void> =>
  vi.waitFor(() => expect(told).toHaveLength(count), { timeout: 20_000 });

test("a save is told once, whatever steps it takes", async () => {
  writeFileSync(at("Price.cls"), "");
  writeFileSync(at("Price.cls"), "public class Price { Integer i; }");
  await hears(1);
  expect(told).toEqual([[`${CLASSES}/Price.cls`]]);
});

test("a save by renaming tells of the file, not of what it was called before", async () => {
  writeFileSync(at(".Price.cls.swp"), "public class Price { Integer i; }");
  renameSync(at(".Price.cls.swp"), at("Price.cls"));
  await hears(1);
  expect(told).toEqual([[`${CLASSES}/Price.cls`]]);
});

test("a file that comes and one that goes are told together", async () => {
  writeFileSync(at("Plan.cls"), "public class Plan { }");
  rmSync(at("Price.cls"));
  await hears(1);
  expect(told).toEqual([[`${CLASSES}/Plan.cls`, `${CLASSES}/Price.cls`]]);
});

test("what lies in a folder that is new is heard too", async () => {
  mkdirSync(at("plans"));
  await hears(1);
  writeFileSync(at("plans/Plan.cls"), "public class Plan { }");
  await hears(2);
  expect(told[1]).toEqual([`${CLASSES}/plans/Plan.cls`]);
});

test("components and hidden folders are nothing to hear of", async () => {
  mkdirSync(path.join(files.path, "force-app/.sfdx"), { recursive: true });
  writeFileSync(path.join(files.path, "force-app/.sfdx/x.cls"), "");
  writeFileSync(at("Price.cls"), "public class Price { Integer i; }");
  await hears(1);
  expect(told).toEqual([[`${CLASSES}/Price.cls`]]);
});
