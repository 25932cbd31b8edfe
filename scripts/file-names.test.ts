import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** Every file and every folder above one. */
function pathsOf(files: readonly string[]): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const file of files)
    for (let each = file; each !== "."; each = path.posix.dirname(each)) paths.add(each);
  return paths;
}

test("no two names differ by their letters' case alone, which are one name on macOS and Windows", () => {
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  const byName = Map.groupBy(pathsOf(files.split("\0").filter(Boolean)), (each) =>
    each.toLowerCase(),
  );

  expect([...byName.values()].filter(({ length }) => length > 1)).toEqual([]);
});
