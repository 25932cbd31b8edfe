/**
 * `node scripts/check-apex.ts [project folder] [--cache FOLDER]`: checks the Apex of an SFDX project without an org, three ways. Salesforce's own
 * compiler says whether it deploys; apex-ls compares it with the project's metadata, queries included; PMD looks for what compiles
 * and is wrong all the same (config/pmd-ruleset.xml). All three come as npm packages and need a JDK. With a folder to remember it in,
 * what was clean and has not changed since is not checked again.
 */
import { enableCompileCache } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { MODULE_CACHE } from "../local/org/src/serve/module-cache.ts";
import { missingJava } from "./check-apex/java.ts";

const root = path.resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cache: { type: "string" } },
});
const project = path.resolve(positionals[0] ?? root);

const missing = await missingJava();
if (missing !== undefined) {
  console.error(missing);
  process.exitCode = 1;
} else {
  // The catalogs of the platform take longer to load than Java to be asked for, and less when they are kept compiled.
  enableCompileCache(MODULE_CACHE);
  const { checkApex } = await import("./check-apex/check.ts");
  const { files, findings } = await checkApex(project, values.cache);
  for (const { file, line, message } of findings) {
    console.log(`${path.relative(process.cwd(), file)}:${line}: ${message}`);
  }
  console.log(`Apex: ${files} files checked, ${findings.length} errors`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
