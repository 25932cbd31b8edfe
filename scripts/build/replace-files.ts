/** Brings a folder to what another holds while others read it: at no moment a file is missing that stays, or half written. */
import { mkdir, readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import path from "node:path";

/**
 * Files that are the same are left alone; the others are moved into place, each at once; then what is in the target only goes.
 * @param from on the target's file system; what differed is gone from it afterwards
 */
export async function replaceFiles(from: string, target: string): Promise<void> {
  const wanted = await filesBelow(from);
  const moves = wanted.map(async (file) => {
    const [made, there] = [path.join(from, file), path.join(target, file)];
    if (await areSame(made, there)) return;
    await mkdir(path.dirname(there), { recursive: true });
    await rename(made, there);
  });
  await Promise.all(moves);
  const kept = new Set(wanted);
  for (const file of await filesBelow(target))
    if (!kept.has(file)) await rm(path.join(target, file), { force: true });
  await removeEmptyFolders(target);
}

async function areSame(one: string, other: string): Promise<boolean> {
  const there = await readFile(other).catch(() => null);
  return there !== null && there.equals(await readFile(one));
}

/** Paths below a folder; none where there is no such folder. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

async function removeEmptyFolders(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isDirectory())) {
    const below = path.join(folder, entry.name);
    await removeEmptyFolders(below);
    // One that is not empty refuses, and stays.
    await rmdir(below).catch(() => undefined);
  }
}
