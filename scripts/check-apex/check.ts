/** The three checks of a project's Apex, one after the other: each is a Java machine that fills the cores by itself. */
import path from "node:path";
import { fingerprintOf } from "../lint/clean-inputs.ts";
import { ownCode } from "../lint/own-code.ts";
import { apexLsFindings } from "./apex-ls.ts";
import { compilerFindings } from "./compiler/compile.ts";
import type { Finding } from "./finding.ts";
import { pmdFindings } from "./pmd.ts";
import { apexFiles, projectFiles } from "./project-files.ts";
import { findingsOfChanged, findingsUnlessClean } from "./remembered.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PROGRAM = "scripts/check-apex.ts";

export interface CheckedApex {
  /** How many classes and triggers. */
  readonly files: number;
  readonly findings: readonly Finding[];
}

/** @param cache folder of what was clean, which is not checked again; without it all is checked */
export async function checkApex(project: string, cache: string | undefined): Promise<CheckedApex> {
  const files = await projectFiles(project);
  const sources = apexFiles(files);
  const ofCompiler = (): Promise<Finding[]> => compilerFindings(project, sources);
  const ofApexLs = (): Promise<Finding[]> => apexLsFindings(project);
  const ofPmd = (chosen: readonly string[]): Promise<Finding[]> =>
    pmdFindings(chosen, path.join(ROOT, "config", "pmd-ruleset.xml"));
  if (cache === undefined) {
    const findings = [...(await ofCompiler()), ...(await ofApexLs()), ...(await ofPmd(sources))];
    return { files: sources.length, findings };
  }
  const tools = await ownCode(PROGRAM);
  const whole = await fingerprintOf(project, files, tools);
  const kept = (file: string): string => path.join(cache, file);
  const findings = [
    ...(await findingsUnlessClean(kept("compiler.json"), whole, ofCompiler)),
    ...(await findingsUnlessClean(kept("apex-ls.json"), whole, ofApexLs)),
    ...(await findingsOfChanged(kept("pmd.json"), sources, tools, ofPmd)),
  ];
  return { files: sources.length, findings };
}
