import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const CACHES = path.join(ROOT, ".cache", "lint");

/**
 * Where the checks keep what they found nothing wrong with. Another version of any tool, of a plugin or of Node begins an empty
 * folder: the tools' own caches do not look at the versions of their plugins, nor ESLint's at which files a tsconfig.json includes.
 */
export async function lintCacheFolder(): Promise<string> {
  const version = createHash("sha256").update(process.version);
  for (const file of ["package-lock.json", "tsconfig.json", "tsconfig.base.json"])
    version.update(await readFile(path.join(ROOT, file)));
  const folder = path.join(CACHES, version.digest("hex").slice(0, 16));
  await mkdir(folder, { recursive: true });
  const others = (await readdir(CACHES)).filter((name) => path.join(CACHES, name) !== folder);
  await Promise.all(
    others.map((name) => rm(path.join(CACHES, name), { recursive: true, force: true })),
  );
  return folder;
}

export async function emptyLintCache(): Promise<void> {
  await rm(CACHES, { recursive: true, force: true });
}
