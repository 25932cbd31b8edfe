/** The project in a folder of its own, for tests that change its metadata. */
import { cp, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const PROJECT_FILE = "sfdx-project.json";
const project = z.object({ packageDirectories: z.array(z.object({ path: z.string() })) });

export const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Copies sfdx-project.json and what it names. @returns the folder */
export async function copyProject(to: string): Promise<string> {
  const file = path.join(ROOT, PROJECT_FILE);
  const { packageDirectories } = project.parse(JSON.parse(await readFile(file, "utf8")));
  await mkdir(to, { recursive: true });
  await cp(file, path.join(to, PROJECT_FILE));
  for (const { path: folder } of packageDirectories)
    await cp(path.join(ROOT, folder), path.join(to, folder), { recursive: true });
  return to;
}
