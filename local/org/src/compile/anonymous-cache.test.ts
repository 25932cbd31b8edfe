import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLocalOrg } from "../open-local-org.ts";
import { keptBlocks } from "./anonymous-cache.ts";
import { compileProject, type CompiledProject } from "./compile-project.ts";
import { ProjectUnderWork } from "./project-under-work.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "anonymous-cache-"));
  write("public class Word { public static String say() { return 'first'; } }");
});

afterEach(() => rmSync(folder, { recursive: true }));

const source = (): string => path.join(folder, "classes", "Word.cls");
const kept = (): readonly string[] => readdirSync(path.join(folder, "cache", "anonymous"));
const options = (): { paths: string[]; cacheFolder: string } => ({
  paths: [path.dirname(source())],
  cacheFolder: path.join(folder, "cache"),
});

function write(text: string): void {
  mkdirSync(path.dirname(source()), { recursive: true });
  writeFileSync(source(), text);
}

function saidBy(project: CompiledProject): string {
  const { apex, org } = openLocalOrg(project);
  const block = "throw new IllegalArgumentException(Word.say());";
  const outcome = apex.runAnonymous(block, org.administrator);
  return outcome.kind === "exception" ? outcome.message : outcome.kind;
}

test("a block is compiled once, and does the same when it was kept", () => {
  expect(saidBy(compileProject(options()))).toContain("first");
  expect(kept()).toHaveLength(1);

  expect(saidBy(compileProject(options()))).toContain("first");
  expect(kept()).toHaveLength(1);
});

test("a block is compiled anew against another project", () => {
  saidBy(compileProject(options()));
  write("public class Word { public static String say() { return 'second' + 1; } }");

  expect(saidBy(compileProject(options()))).toContain("second1");
  expect(kept()).toHaveLength(2);
});

test("a block is compiled against an edit, not against what the project was when it was opened", () => {
  const work = new ProjectUnderWork(options());
  saidBy(work.project);
  write("public class Word { public static Integer say() { return 1; } }");
  work.refresh(new Set([source()]));

  expect(() => work.project.anonymous("String said = Word.say();")).toThrow();
  expect(() => work.project.anonymous("Integer said = Word.say();")).not.toThrow();
});

test("a block that is refused is not kept", () => {
  const project = compileProject(options());

  expect(() => project.anonymous("Integer one = 'x';")).toThrow();
  expect(() => project.anonymous("Integer one = 'x';")).toThrow();
});

test("a block that cannot be read is compiled again, and there are never too many", () => {
  const compiling: string[] = [];
  const emitted = compileProject(options()).anonymous("Integer one = 1;");
  const blocks = keptBlocks(path.join(folder, "blocks"), "project", (text) => {
    compiling.push(text);
    return emitted;
  });

  blocks("a");
  blocks("a");
  for (const name of readdirSync(path.join(folder, "blocks")))
    writeFileSync(path.join(folder, "blocks", name), "{");
  blocks("a");

  expect(compiling).toEqual(["a", "a"]);
  for (let index = 0; index < 600; index += 1) blocks(String(index));
  expect(readdirSync(path.join(folder, "blocks")).length).toBeLessThanOrEqual(500);
});
