import { mkdirSync, statSync } from "node:fs";
import path from "node:path";

/** A folder that somebody chose to keep something in cannot be made. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/**
 * Makes a folder and those above it that are missing. `mkdir` with `recursive` does the same, but never returns where the system answers ENOENT
 * though the folder above is there, as it does in /proc.
 * @throws FolderError of one sentence
 */
export function makeKeptFolder(folder: string): void {
  try {
    make(path.resolve(folder));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FolderError(`The folder ${folder} cannot be made: ${reason}`, { cause: error });
  }
}

function make(folder: string): void {
  if (isFolder(folder)) return;
  const above = path.dirname(folder);
  if (above !== folder) make(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(at: string): boolean {
  return statSync(at, { throwIfNoEntry: false })?.isDirectory() === true;
}
