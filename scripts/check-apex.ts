/**
 * `node scripts/check-apex.ts [project folder] [--cache FOLDER]`: checks the Apex of an SFDX project without an org, three ways. Salesforce's own
 * compiler says whether it deploys; apex-ls compares it with the project's metadata, queries included; PMD looks for what compiles
 * and is wrong all the same (config/pmd-ruleset.xml). All three come as npm packages and need a JDK. With a folder to remember it in,
 * what was clean and has not changed since is not checked again.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { apexLsFindings } from "./check-apex/apex-ls.ts";
import { compilerFindings } from "./check-apex/compiler/compile.ts";
import { missingJava } from "./check-apex/java.ts";
import { pmdFindings } from "./check-apex/pmd.ts";
import { apexFiles, projectFiles } from "./check-apex/project-files.ts";
import { findingsOfChanged, findingsUnlessClean } from "./check-apex/remembered.ts";
import { fingerprintOf } from "./lint/clean-inputs.ts";
import { ownCode } from "./lint/own-code.ts";

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
  const files = await projectFiles(project);
  const sources = apexFiles(files);
  const tools = await ownCode("scripts/check-apex.ts");
  const whole = await fingerprintOf(project, files, tools);
  const cached = (file: string): string | undefined =>
    values.cache === undefined ? undefined : path.join(values.cache, file);
  // One after the other: each is a Java machine that fills the cores by itself.
  const findings = [
    ...(await findingsUnlessClean(cached("compiler.json"), whole, () =>
      compilerFindings(project, sources),
    )),
    ...(await findingsUnlessClean(cached("apex-ls.json"), whole, () => apexLsFindings(project))),
    ...(await findingsOfChanged(cached("pmd.json"), sources, tools, (changed) =>
      pmdFindings(changed, path.join(root, "config", "pmd-ruleset.xml")),
    )),
  ];
  for (const { file, line, message } of findings) {
    console.log(`${path.relative(process.cwd(), file)}:${line}: ${message}`);
  }
  console.log(`Apex: ${sources.length} files checked, ${findings.length} errors`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
