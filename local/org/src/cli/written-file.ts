/** A file that a command was told to write. */
import { statSync } from "node:fs";
import path from "node:path";
import { UsageError } from "./command.ts";

/**
 * Before the work, so that none is done in vain.
 * @param option its name, as it is typed: `--json`
 * @throws UsageError where no such file can be written
 */
export function checkWriteable(option: string, file: string): void {
  if (file === "") throw new UsageError(`${option} takes the name of a file.`);
  if (isFolder(file))
    throw new UsageError(`${option} takes the name of a file: ${file} is a folder.`);
  const folder = path.dirname(path.resolve(file));
  if (!isFolder(folder))
    throw new UsageError(`${option} cannot be written: there is no folder ${folder}.`);
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
