import { glob } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { fingerprintOf } from "./clean-inputs.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Data that the checks' modules read rather than import. */
const DATA = [
  "local/org/src/signatures/generated/**/*",
  "local/org/src/schema/standard/generated/**/*",
  "scripts/check-apex/compiler/*.java",
  "config/pmd-ruleset.xml",
];

/** A fingerprint of the modules a program of this repository consists of and of the data the checks read. */
export async function ownCode(program: string): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [program],
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  const files = Object.keys(metafile.inputs);
  for await (const entry of glob(DATA, { cwd: ROOT, withFileTypes: true })) {
    if (entry.isFile()) files.push(path.join(entry.parentPath, entry.name));
  }
  return fingerprintOf(ROOT, files);
}
