/** One stack at a time on a data folder: two would write over each other's records. */
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeKeptFolder } from "../org/src/org/kept-folder.ts";
import { isAlive } from "./state.ts";

const CLAIM_FILE = "stack.pid";

/**
 * Claims the folder for this process.
 * @returns gives the folder back
 * @throws Error of one sentence: another stack has the folder, or nothing can be kept there
 */
export async function claimFolder(dataFolder: string): Promise<() => Promise<void>> {
  const file = path.join(dataFolder, CLAIM_FILE);
  await makeUnclaimed(dataFolder);
  await writeFile(file, `${process.pid}\n`);
  return () => rm(file, { force: true });
}

/**
 * Makes the folder, if need be. A claim of a process that is gone counts no more.
 * @throws Error of one sentence: another stack has the folder, or nothing can be kept there
 */
export async function makeUnclaimed(dataFolder: string): Promise<void> {
  await makeWritable(dataFolder);
  const file = path.join(dataFolder, CLAIM_FILE);
  const pid = Number(await readFile(file, "utf8").catch(() => ""));
  if (pid > 0 && pid !== process.pid && isAlive(pid))
    throw new Error(
      `A stack uses ${dataFolder} already (process ${pid}). Stop it, or give this one a folder of its own: npm start -- --data DIR. If none runs any more, delete ${file}.`,
    );
}

/** Whether something can be written there is known only when it was: root passes each check of rights, in /proc too. @throws Error of one sentence */
async function makeWritable(folder: string): Promise<void> {
  const probe = path.join(folder, `stack.${process.pid}.probe`);
  try {
    makeKeptFolder(folder);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The stack cannot keep its data in ${folder} (${reason}). Give it another folder: npm start -- --data DIR`,
      { cause: error },
    );
  }
}
