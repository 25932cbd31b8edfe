import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { stubJars } from "../local/org/scripts/stubs/stub-jars.ts";

const root = path.resolve(import.meta.dirname, "..");

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")));

/** Needed though no file of ours names them. */
const BY_OTHERS: Readonly<Record<string, string>> = {
  "@babel/eslint-parser": "@lwc/eslint-plugin-lwc wants it beside itself",
  "@salesforce/cli": "the program sf, which setup runs",
  "@types/node": "types of node:*",
  "@types/pdfkit": "types of pdfkit",
  "@vitest/coverage-istanbul": "vitest --coverage",
};

const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((file) => /\.(ts|js|cjs|mjs)$|^\.prettierrc\.json$|tsconfig[^/]*\.json$/.test(file));

/** The packages among what quoted texts of the files name: imports, resolved files, plugins, types. */
function namedIn(some: readonly string[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const file of some) {
    const text = readFileSync(path.join(root, file), "utf8");
    for (const [, specifier = ""] of text.matchAll(
      /["'`](?:[^"'`\s]*node_modules\/)?((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^"'`\s]*)?["'`]/g,
    ))
      named.add(specifier);
  }
  return named;
}

describe("package.json", () => {
  it("names nothing that nobody uses", () => {
    const named = namedIn(files.filter((file) => file !== "scripts/dependencies.test.ts"));
    const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const unused = all.filter((name) => !named.has(name));

    expect(unused.toSorted()).toEqual(Object.keys(BY_OTHERS).toSorted());
  });

  it("calls a dependency what is deployed with the Worker, and nothing else", () => {
    const worker = files.filter(
      (file) =>
        file.startsWith("worker/") &&
        !/\.test\.ts$|\.config\.ts$|\.d\.ts$|^worker\/testing\//.test(file),
    );
    const imported = new Set(
      worker.flatMap((file) =>
        [
          ...readFileSync(path.join(root, file), "utf8").matchAll(/from "((?:@[\w.-]+\/)?[\w-]+)/g),
        ].map(([, name = ""]) => name),
      ),
    );
    imported.delete("cloudflare");

    expect(Object.keys(manifest.dependencies).toSorted()).toEqual([...imported].toSorted());
  });

  it("brings the jars without which local/org leaves out the tests of its generated files", () => {
    expect(stubJars()).not.toBeNull();
  });
});
