import path from "node:path";

/**
 * What is kept between runs, in subfolders of its own: by default beside the package's sources, and of an installed package among the other
 * caches of `node_modules`.
 */
export const CACHE_FOLDER = process.env["LOCAL_ORG_CACHE"] ?? defaultFolder(import.meta.dirname);

export function defaultFolder(sources: string): string {
  const parts = sources.split(path.sep);
  const at = parts.lastIndexOf("node_modules");
  return at < 0
    ? path.resolve(sources, "../.cache")
    : path.join(parts.slice(0, at + 1).join(path.sep), ".cache", "local-org");
}
