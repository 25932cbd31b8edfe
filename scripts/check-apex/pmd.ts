import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { CODE_ANALYZER_CLASS_PATH } from "./code-analyzer.ts";
import type { Finding } from "./finding.ts";
import { java, SHORT_LIVED } from "./java.ts";

const output = z.object({
  violations: z.array(
    z.object({
      rule: z.string(),
      message: z.string(),
      codeLocation: z.object({ file: z.string(), startLine: z.number() }),
    }),
  ),
  processingErrors: z.array(z.object({ file: z.string(), message: z.string() })),
});

/** PMD looks for what compiles and is wrong all the same. */
export async function pmdFindings(
  sources: readonly string[],
  ruleSetInputFile: string,
): Promise<Finding[]> {
  if (sources.length === 0) return [];
  const folder = await mkdtemp(path.join(tmpdir(), "pmd-"));
  try {
    const input = path.join(folder, "input.json");
    const results = path.join(folder, "results.json");
    await writeFile(
      input,
      JSON.stringify({ ruleSetInputFile, runDataPerLanguage: { apex: { filesToScan: sources } } }),
    );
    const main = "com.salesforce.sfca.pmdwrapper.PmdWrapper";
    const run = await java("java", [
      ...SHORT_LIVED,
      "-cp",
      CODE_ANALYZER_CLASS_PATH,
      main,
      "run",
      input,
      results,
    ]);
    const text = await readFile(results, "utf8").catch(() => undefined);
    if (text === undefined) throw new Error(`PMD did not run.\n${run.stdout}${run.stderr}`);
    const { violations, processingErrors } = output.parse(JSON.parse(text));
    return [
      ...violations.map(({ rule, message, codeLocation }) => ({
        file: codeLocation.file,
        line: codeLocation.startLine,
        message: `${message} (PMD ${rule})`,
      })),
      ...processingErrors.map(({ file, message }) => ({
        file,
        line: 1,
        message: `${message} (PMD)`,
      })),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
