/**
 * Builds the package: JavaScript and declarations of `bin` and `src` into `dist`, with the data they read beside them. That the types
 * agree is asked where the code is checked, once.
 */
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const DIST = path.join(ROOT, "dist");
/** Read at run time by the module beside which they lie. */
const DATA = ["src/signatures/generated", "src/schema/standard/generated", "conformance"];

rmSync(DIST, { recursive: true, force: true });
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
execFileSync(process.execPath, [tsc, "-p", path.join(ROOT, "tsconfig.build.json")], {
  stdio: "inherit",
});
for (const folder of DATA)
  cpSync(path.join(ROOT, folder), path.join(DIST, folder), { recursive: true });
