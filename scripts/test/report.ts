import { stripVTControlCharacters } from "node:util";
import { hasFailed, type Failure, type Outcome } from "./outcome.ts";

/** Enough to see what was expected and where; the whole stands further up. */
const LINES_OF_A_MESSAGE = 8;

/** The last lines of a run: each failed test, then a line for each suite and one for all. So the tail of a log tells what failed. */
export function reportLines(outcomes: readonly Outcome[]): string[] {
  const failed = outcomes.filter(hasFailed);
  const total = (count: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
  return [
    ...(failed.length === 0 ? [] : ["", "── what failed ──", ...failed.flatMap(failureLines)]),
    "",
    ...outcomes.map(
      (outcome) =>
        `${outcome.suite}: ${outcome.passed} passed, ${outcome.failures.length} failed in ` +
        `${outcome.seconds.toFixed(1)} s, ${outcome.cpuSeconds.toFixed(1)} s of CPU` +
        (hasFailed(outcome) ? "  FAILED" : ""),
    ),
    `${total((o) => o.passed)} passed, ${total((o) => o.failures.length)} failed, ` +
      `${total((o) => o.skipped)} skipped, ${total((o) => o.cpuSeconds).toFixed(1)} s of CPU`,
  ];
}

function failureLines({ suite, exitCode, failures }: Outcome): string[] {
  if (failures.length === 0)
    return [`✗ ${suite}: no test failed, and it ended with exit code ${exitCode}`];
  return failures.flatMap((failure) => [
    `✗ ${suite}: ${failure.file}${failure.test === undefined ? "" : ` › ${failure.test}`}`,
    ...messageLines(failure),
  ]);
}

function messageLines({ message }: Failure): string[] {
  const lines = stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.slice(0, LINES_OF_A_MESSAGE).map((line) => `    ${line}`);
}
