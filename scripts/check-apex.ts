/**
 * `node scripts/check-apex.ts [project folder]`: checks the Apex of an SFDX project without an org, three ways. Salesforce's own
 * compiler says whether it deploys; apex-ls compares it with the project's metadata, queries included; PMD looks for what compiles
 * and is wrong all the same (config/pmd-ruleset.xml). All three come as npm packages and need a JDK.
 */
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { apexLsFindings } from "./check-apex/apex-ls.ts";
import { compilerFindings } from "./check-apex/compiler/compile.ts";
import { missingJava } from "./check-apex/java.ts";
import { pmdFindings } from "./check-apex/pmd.ts";

const root = path.resolve(import.meta.dirname, "..");
const project = path.resolve(process.argv[2] ?? root);

const missing = await missingJava();
if (missing !== undefined) {
  console.error(missing);
  process.exitCode = 1;
} else {
  const sources = await apexFiles();
  const found = await Promise.all([
    compilerFindings(project, sources),
    apexLsFindings(project),
    pmdFindings(sources, path.join(root, "config", "pmd-ruleset.xml")),
  ]);
  const findings = found.flat();
  for (const { file, line, message } of findings) {
    console.log(`${path.relative(process.cwd(), file)}:${line}: ${message}`);
  }
  console.log(`Apex: ${sources.length} files checked, ${findings.length} errors`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

async function apexFiles(): Promise<string[]> {
  const settings = z
    .object({ packageDirectories: z.array(z.object({ path: z.string() })) })
    .parse(JSON.parse(await readFile(path.join(project, "sfdx-project.json"), "utf8")));
  const found: string[] = [];
  for (const directory of settings.packageDirectories) {
    for await (const file of glob("**/*.{cls,trigger}", {
      cwd: path.join(project, directory.path),
    })) {
      found.push(path.join(project, directory.path, file));
    }
  }
  return found.sort();
}
