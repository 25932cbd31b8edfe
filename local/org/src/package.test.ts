import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

const ROOT = path.join(import.meta.dirname, "..");

/** Names of the packages that the built files import. */
function importedPackages(): ReadonlySet<string> {
  const files = ["bin", "src"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|fixture|testing\//u.test(file))
      .map((file) => path.join(ROOT, folder, file)),
  );
  const named = files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /^(?:import|export) (?!type\b)[^;]*?from "([^".][^"]*)"/gmu,
      ),
    ].map((match) => match[1] ?? ""),
  );
  return new Set(
    named
      .filter((name) => !name.startsWith("node:"))
      .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/")),
  );
}

test("the package depends on what it imports, and on nothing else", () => {
  expect([...importedPackages()].sort()).toEqual(Object.keys(manifest.dependencies).sort());
});

test("it gives its command and its entrance, built", () => {
  expect(manifest.bin).toEqual({ "local-org": "dist/bin/org.js" });
  expect(manifest.exports["."].default).toBe("./dist/src/index.js");
  expect(manifest.files).toEqual(["dist"]);
});
