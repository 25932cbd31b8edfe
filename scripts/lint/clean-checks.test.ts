import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CleanChecks } from "./clean-checks.ts";
import type { Check } from "./parts.ts";
import { Repository } from "./repository.ts";

const types: Check = { part: "types", command: "tsc", arguments: ["-p", "."], reads: /\.ts$/ };
let root: string;
let caches: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "clean-checks-"));
  caches = path.join(root, ".cache");
  execFileSync("git", ["init", "-q"], { cwd: root });
  await write("a.ts", "1");
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  await writeFile(path.join(root, file), text);
}

/** A run in which the check ends like this, with an edit while it runs. */
async function run(
  verdict: { exitCode: number; isSilent: boolean },
  meanwhile?: () => Promise<void>,
): Promise<void> {
  const clean = new CleanChecks(caches, await Repository.read(root));
  await meanwhile?.();
  await clean.keep([{ check: types, ...verdict }], await Repository.read(root));
}

async function isKnown(check: Check = types): Promise<boolean> {
  return new CleanChecks(caches, await Repository.read(root)).has(check);
}

test("what was clean need not be looked at again until a file of it changes", async () => {
  expect(await isKnown()).toBe(false);
  await run({ exitCode: 0, isSilent: true });

  await write("a.md", "# not read");
  expect(await isKnown()).toBe(true);
  await write("a.ts", "2");
  expect(await isKnown()).toBe(false);
});

test("another check of the same files is not known by it, nor is one that keeps nothing", async () => {
  await run({ exitCode: 0, isSilent: true });

  expect(await isKnown({ ...types, arguments: ["-p", "worker"] })).toBe(false);
  expect(await isKnown({ part: "metadata", command: "node", arguments: [] })).toBe(false);
});

test.each([
  ["failed", { exitCode: 1, isSilent: true }],
  ["warned", { exitCode: 0, isSilent: false }],
])("what %s is looked at again", async (_what, verdict) => {
  await run(verdict);

  expect(await isKnown()).toBe(false);
});

test("a file that was edited while the check ran is looked at again, whichever content it has", async () => {
  await run({ exitCode: 0, isSilent: true }, () => write("a.ts", "2"));

  expect(await isKnown()).toBe(false);
  await write("a.ts", "1");
  expect(await isKnown()).toBe(false);
});
