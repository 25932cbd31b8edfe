import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { durationsIn, keepDurations } from "./durations.ts";
import { SerializedOutput } from "./serialized-output.ts";
import type { Outcome, SuiteResults } from "./outcome.ts";
import { apexSuiteResults, jestSuiteResults } from "./results.ts";
import { runTimed } from "./timed.ts";

export const ROOT = path.resolve(import.meta.dirname, "../..");
/** How long each test file took. */
export const DURATIONS = path.join(ROOT, ".cache", "test-durations.json");

export interface Suite {
  readonly name: string;
  /** @param results the file the suite is to write its results to */
  readonly commandLine: (results: string) => readonly [string, ...string[]];
  readonly read: (root: string, json: unknown) => SuiteResults | undefined;
}

export function vitestSuite(name: string, ...arguments_: readonly string[]): Suite {
  return {
    name,
    commandLine: (results) => [
      "vitest",
      ...arguments_,
      ...(process.stdout.isTTY ? ["--color"] : []),
      "--run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${results}`,
    ],
    read: jestSuiteResults,
  };
}

export function componentSuite(...arguments_: readonly string[]): Suite {
  return {
    name: "component tests",
    commandLine: (results) => [
      "jest",
      ...arguments_,
      ...(process.stdout.isTTY ? ["--colors"] : []),
      "--json",
      `--outputFile=${results}`,
    ],
    read: jestSuiteResults,
  };
}

export function apexSuite(): Suite {
  return {
    name: "Apex tests",
    commandLine: (results) => ["npm", "run", "--silent", "test:apex", "--", "--json", results],
    read: apexSuiteResults,
  };
}

/** The suite gives way to those that are not patient. Windows has no such command. */
export function patient(suite: Suite): Suite {
  if (process.platform === "win32") return suite;
  return { ...suite, commandLine: (results) => ["nice", "-n", "5", ...suite.commandLine(results)] };
}

const shown = new SerializedOutput((text) => process.stdout.write(text));

/** Runs a suite for a person to watch, and reads what it came to. Of suites that run at once, one is shown after the other. */
export async function runSuite(suite: Suite): Promise<Outcome> {
  const writer = shown.begin();
  writer.write(`\n── ${suite.name} ──\n`);
  const folder = await mkdtemp(path.join(tmpdir(), "test-results-"));
  try {
    const file = path.join(folder, "results.json");
    const started = performance.now();
    const { exitCode, cpuSeconds } = await runTimed(ROOT, suite.commandLine(file), (chunk) => {
      writer.write(chunk);
    });
    const seconds = (performance.now() - started) / 1000;
    const said = await json(file);
    const results = suite.read(ROOT, said);
    keepDurations(DURATIONS, durationsIn(ROOT, said));
    return {
      suite: suite.name,
      seconds,
      cpuSeconds,
      ...(results === undefined
        ? { exitCode: exitCode || 1, passed: 0, skipped: 0, failures: [] }
        : { exitCode, ...results }),
    };
  } finally {
    writer.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function json(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "null");
  return JSON.parse(text) as unknown;
}
