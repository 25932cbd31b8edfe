import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimFolder, makeUnclaimed } from "./folder-claim.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "folder-claim-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test("is made, claimed and given back", async () => {
  const data = path.join(folder, "new");

  const giveBack = await claimFolder(data);
  expect(await readdir(data)).not.toEqual([]);
  await giveBack();

  expect(await readdir(data)).toEqual([]);
});

test("of a process that runs it says so in a sentence; of one that is gone nothing", async () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const exited = new Promise((resolve) => other.once("exit", resolve));
  await writeFile(path.join(folder, "stack.pid"), String(other.pid));

  const refused = await makeUnclaimed(folder).catch((error: unknown) => String(error));
  other.kill();
  await exited;

  expect(refused).toContain(`A stack uses ${folder} already (process ${String(other.pid)}).`);
  await expect(makeUnclaimed(folder)).resolves.toBeUndefined();
});

test.runIf(existsSync("/proc"))(
  "a folder that the system will not have is told, and so is one nothing can be written to",
  async () => {
    for (const none of ["/proc/stack", "/proc"])
      await expect(makeUnclaimed(none)).rejects.toThrow(
        `The stack cannot keep its data in ${none} (`,
      );
  },
);

test("a folder that cannot be made is told", async () => {
  const file = path.join(folder, "file");
  await writeFile(file, "");

  await expect(claimFolder(file)).rejects.toThrow(`The stack cannot keep its data in ${file} (`);
});
