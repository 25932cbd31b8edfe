import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const PROJECT_FILE = "sfdx-project.json";

/** Everything of an SFDX project that a check reads: its settings and all files of its package directories. Absolute paths, sorted. */
export async function projectFiles(project: string): Promise<string[]> {
  const settings = z
    .object({ packageDirectories: z.array(z.object({ path: z.string() })) })
    .parse(JSON.parse(await readFile(path.join(project, PROJECT_FILE), "utf8")));
  const found = [path.join(project, PROJECT_FILE)];
  const patterns = [".forceignore", ...settings.packageDirectories.map((d) => `${d.path}/**/*`)];
  for await (const entry of glob(patterns, { cwd: project, withFileTypes: true })) {
    if (entry.isFile()) found.push(path.join(entry.parentPath, entry.name));
  }
  return [...new Set(found)].sort();
}

export function apexFiles(files: readonly string[]): string[] {
  return files.filter((file) => file.endsWith(".cls") || file.endsWith(".trigger"));
}
