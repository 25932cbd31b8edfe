/** What files say, in one word: as long as it stays the same, so does whatever was made from them. */
import { glob } from "node:fs/promises";
import path from "node:path";
import { fingerprintOf } from "../lint/clean-inputs.ts";

/**
 * Of every file that one of the patterns names, its path and its content.
 * @param patterns as `glob` of node:fs takes them, relative to `root`
 * @param isLeftOut by the path relative to `root`, with slashes
 */
export async function stateOfFiles(
  root: string,
  patterns: readonly string[],
  isLeftOut: (file: string) => boolean = () => false,
): Promise<string> {
  const files = new Set<string>();
  for await (const entry of glob(patterns, { cwd: root, withFileTypes: true })) {
    const file = path
      .relative(root, path.join(entry.parentPath, entry.name))
      .replaceAll(path.sep, "/");
    if (entry.isFile() && !isLeftOut(file)) files.add(file);
  }
  return fingerprintOf(root, [...files]);
}
