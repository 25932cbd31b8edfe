/**
 * `node scripts/check-apex.ts [project folder]`: checks the Apex of an SFDX project without an org. apex-ls compares every type,
 * field and call with the project's own metadata and stubs of the platform; PMD looks for what compiles and is wrong all the same
 * (config/pmd-ruleset.xml). Both come with @salesforce/code-analyzer-pmd-engine and need Java.
 */
import { spawn } from "node:child_process";
import { glob, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";

const OLDEST_JAVA = 11;

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

interface JavaRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const typeCheckOutput = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      messages: z.array(
        z.object({
          start: z.object({ line: z.number() }),
          category: z.string(),
          message: z.string(),
        }),
      ),
    }),
  ),
});

const pmdOutput = z.object({
  violations: z.array(
    z.object({
      rule: z.string(),
      message: z.string(),
      codeLocation: z.object({ file: z.string(), startLine: z.number() }),
    }),
  ),
  processingErrors: z.array(z.object({ file: z.string(), message: z.string() })),
});

const root = path.resolve(import.meta.dirname, "..");
const project = path.resolve(process.argv[2] ?? root);
const engine = createRequire(import.meta.url).resolve("@salesforce/code-analyzer-pmd-engine");
const classPath = path.join(path.dirname(engine), "java-lib", "*");

const missing = await missingJava();
if (missing !== undefined) {
  console.error(missing);
  process.exitCode = 1;
} else {
  const sources = await apexFiles();
  const findings = [...(await typeErrors()), ...(await ruleViolations(sources))];
  for (const { file, line, message } of findings) {
    console.log(`${path.relative(process.cwd(), file)}:${line}: ${message}`);
  }
  console.log(`Apex: ${sources.length} files checked, ${findings.length} errors`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

/** One sentence for a person, or undefined when there is a Java that will do. */
async function missingJava(): Promise<string | undefined> {
  const needed = `Checking Apex needs Java ${OLDEST_JAVA} or later`;
  const run = await java(["-version"]).catch(() => undefined);
  if (run?.exitCode !== 0) return `${needed}, and no Java was found in JAVA_HOME or on the PATH.`;
  // 1.8 is how Java 8 calls itself; since 9 the major version comes first.
  const version = /version "(?:1\.)?(\d+)/.exec(run.stderr)?.[1];
  if (version === undefined)
    return `${needed}, and the version of the one found cannot be read: ${run.stderr.trim()}`;
  return Number(version) < OLDEST_JAVA
    ? `${needed}, and the one found is Java ${version}.`
    : undefined;
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

async function typeErrors(): Promise<Finding[]> {
  const main = "io.github.apexdevtools.apexls.CheckForIssues";
  const run = await java([
    "-cp",
    classPath,
    main,
    "-w",
    project,
    "-n",
    "-d",
    "warnings",
    "-f",
    "json",
  ]);
  const output = typeCheckOutput.safeParse(parsed(run.stdout));
  if (!output.success) throw new Error(`The type check did not run.\n${run.stdout}${run.stderr}`);
  return output.data.files.flatMap((file) =>
    file.messages.map(({ start, category, message }) => ({
      file: file.path,
      line: start.line,
      message: `${message} (${category})`,
    })),
  );
}

async function ruleViolations(sources: readonly string[]): Promise<Finding[]> {
  if (sources.length === 0) return [];
  const folder = await mkdtemp(path.join(tmpdir(), "check-apex-"));
  try {
    const input = path.join(folder, "input.json");
    const results = path.join(folder, "results.json");
    const ruleSetInputFile = path.join(root, "config", "pmd-ruleset.xml");
    await writeFile(
      input,
      JSON.stringify({ ruleSetInputFile, runDataPerLanguage: { apex: { filesToScan: sources } } }),
    );
    const run = await java([
      "-cp",
      classPath,
      "com.salesforce.sfca.pmdwrapper.PmdWrapper",
      "run",
      input,
      results,
    ]);
    const output = pmdOutput.safeParse(parsed(await readFile(results, "utf8").catch(() => "")));
    if (!output.success) throw new Error(`PMD did not run.\n${run.stdout}${run.stderr}`);
    return [
      ...output.data.violations.map(({ rule, message, codeLocation }) => ({
        file: codeLocation.file,
        line: codeLocation.startLine,
        message: `${message} (PMD ${rule})`,
      })),
      ...output.data.processingErrors.map(({ file, message }) => ({
        file,
        line: 1,
        message: `${message} (PMD)`,
      })),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function java(arguments_: readonly string[]): Promise<JavaRun> {
  const home = process.env["JAVA_HOME"];
  const command = home === undefined || home === "" ? "java" : path.join(home, "bin", "java");
  return new Promise((resolve, reject) => {
    const child = spawn(command, arguments_, { stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
  });
}
