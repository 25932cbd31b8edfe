/**
 * `npm test`: the unit tests, those of the Lightning components, the Apex tests in the local org, the end-to-end test and a small
 * chaos, each shown as it runs, and one line that sums them up.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";

interface Outcome {
  readonly suite: string;
  readonly exitCode: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

const vitestSummary = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const apexSummary = z.object({
  summary: z.object({ passed: z.number(), failed: z.number(), skipped: z.number() }),
});

const root = path.resolve(import.meta.dirname, "..");
const results = await mkdtemp(path.join(tmpdir(), "test-results-"));
try {
  const outcomes = [
    await vitest("unit tests", ["--project", "node", "--project", "worker"]),
    await componentTests(),
    await apexTests(),
    await vitest("end-to-end test", ["--project", "e2e"]),
    await vitest("page test", ["--project", "page"]),
    await vitest("chaos test", ["--project", "chaos"]),
  ];
  report(outcomes);
  process.exitCode = outcomes.some((outcome) => outcome.exitCode !== 0 || outcome.failed > 0)
    ? 1
    : 0;
} finally {
  await rm(results, { recursive: true, force: true });
}

async function vitest(suite: string, projects: readonly string[]): Promise<Outcome> {
  const file = path.join(results, `${suite.replaceAll(" ", "-")}.json`);
  const { exitCode, seconds } = await run(suite, "vitest", [
    "run",
    ...projects,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const summary = vitestSummary.safeParse(await json(file));
  if (!summary.success)
    return { suite, exitCode: exitCode || 1, passed: 0, failed: 0, skipped: 0, seconds };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = summary.data;
  return {
    suite,
    exitCode,
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
    seconds,
  };
}

async function componentTests(): Promise<Outcome> {
  const suite = "component tests";
  const file = path.join(results, "components.json");
  const { exitCode, seconds } = await run(suite, "jest", [
    "--coverage",
    "--json",
    `--outputFile=${file}`,
  ]);
  const summary = vitestSummary.safeParse(await json(file));
  if (!summary.success)
    return { suite, exitCode: exitCode || 1, passed: 0, failed: 0, skipped: 0, seconds };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = summary.data;
  const skipped = numPendingTests + numTodoTests;
  return { suite, exitCode, passed: numPassedTests, failed: numFailedTests, skipped, seconds };
}

async function apexTests(): Promise<Outcome> {
  const suite = "Apex tests";
  const file = path.join(results, "apex.json");
  const { exitCode, seconds } = await run(suite, "npm", [
    "run",
    "--silent",
    "test:apex",
    "--",
    "--json",
    file,
  ]);
  const summary = apexSummary.safeParse(await json(file));
  if (!summary.success)
    return { suite, exitCode: exitCode || 1, passed: 0, failed: 0, skipped: 0, seconds };
  return { suite, exitCode, ...summary.data.summary, seconds };
}

async function run(
  suite: string,
  command: string,
  arguments_: readonly string[],
): Promise<{ exitCode: number; seconds: number }> {
  console.log(`\n── ${suite} ──`);
  const started = performance.now();
  const exitCode = await new Promise<number>((resolve, reject) => {
    spawn(command, arguments_, { cwd: root, stdio: "inherit" })
      .on("error", reject)
      .on("exit", (code) => resolve(code ?? 1));
  });
  return { exitCode, seconds: (performance.now() - started) / 1000 };
}

async function json(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "null");
  return JSON.parse(text) as unknown;
}

function report(outcomes: readonly Outcome[]): void {
  console.log("");
  for (const { suite, exitCode, passed, failed, seconds } of outcomes) {
    const verdict = exitCode === 0 ? "" : "  FAILED";
    console.log(
      `${suite}: ${passed} passed, ${failed} failed in ${seconds.toFixed(1)} s${verdict}`,
    );
  }
  const total = (count: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
  console.log(
    `${total((o) => o.passed)} passed, ${total((o) => o.failed)} failed, ${total((o) => o.skipped)} skipped`,
  );
}
