import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Repository } from "./repository.ts";

const TYPESCRIPT = /\.ts$/;
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "repository-"));
  execFileSync("git", ["init", "-q"], { cwd: root });
  await write("a.ts", "1");
  await write("a.md", "# A");
  await write(".gitignore", "made/\n*.log");
  execFileSync("git", ["add", "-A"], { cwd: root });
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  await writeFile(path.join(root, file), text);
}

async function fingerprint(...facts: readonly string[]): Promise<string | undefined> {
  return (await Repository.read(root))?.fingerprint(TYPESCRIPT, ...facts);
}

test("files that do not count, and ignored ones, change nothing", async () => {
  const before = await fingerprint();

  await write("a.md", "# B");
  await write("x.log", "said");

  expect(await fingerprint()).toBe(before);
});

test("other content, another name, a new file and one less are each another fingerprint", async () => {
  const seen = [await fingerprint()];

  await write("a.ts", "2");
  seen.push(await fingerprint());
  await write("new.ts", "1");
  seen.push(await fingerprint());
  await rm(path.join(root, "a.ts"));
  seen.push(await fingerprint());
  await write("b.ts", "2");
  seen.push(await fingerprint());

  expect(new Set(seen).size).toBe(5);
});

test("what else the verdict depends on is part of it", async () => {
  expect(await fingerprint("tsc", "-p", ".")).not.toBe(await fingerprint("tsc", "-p", "worker"));
});

test("a folder that is no repository has none", async () => {
  await rm(path.join(root, ".git"), { recursive: true });

  expect(await fingerprint()).toBeUndefined();
});
