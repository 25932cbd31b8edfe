/**
 * A test run as `sf apex run test --json --code-coverage` prints it, so that what reads the one reads the other.
 * Source: Salesforce CLI, plugin-apex, the result of `apex run test`.
 */
import { percentCovered } from "../coverage.ts";
import type { ClassCoverage, TestOutcome, TestRun } from "../outcome.ts";

/** Who ran it, and when. */
export interface RunFacts {
  readonly orgId: string;
  readonly userId: string;
  readonly username: string;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Test results have ids in an org; these are in the order of the run. */
const RESULT_PREFIX = "07M";
const CLASS_PREFIX = "01p";
const RUN_ID = "707000000000001AAA";

const OUTCOMES = { pass: "Pass", fail: "Fail", skip: "Skip" } as const;

export function sfJsonOf(run: TestRun, facts: RunFacts): unknown {
  const { passed, failed, skipped } = run.summary;
  const all = passed + failed + skipped;
  const covered = `${percentCovered(run.coverage)}%`;
  const executionMs = run.tests.reduce((sum, { ms }) => sum + ms, 0);
  const classes = [...new Set(run.tests.map((test) => test.class))];
  return {
    status: failed > 0 ? 100 : 0,
    result: {
      summary: {
        failRate: rate(failed, all),
        failing: failed,
        hostname: "https://local.my.salesforce.com",
        orgId: facts.orgId,
        outcome: failed > 0 ? "Failed" : "Passed",
        passRate: rate(passed, all),
        passing: passed,
        skipped,
        testRunId: RUN_ID,
        testStartTime: new Date(facts.startedAt).toISOString(),
        testsRan: all,
        userId: facts.userId,
        username: facts.username,
        commandTime: `${facts.endedAt - facts.startedAt} ms`,
        testExecutionTime: `${executionMs} ms`,
        testTotalTime: `${executionMs} ms`,
        orgWideCoverage: covered,
        testRunCoverage: covered,
      },
      tests: run.tests.map((test, index) => testOf(test, index, classes.indexOf(test.class))),
      coverage: coverageOf(run.coverage),
    },
    warnings: [],
  };
}

function testOf(test: TestOutcome, index: number, classIndex: number): unknown {
  return {
    Id: idOf(RESULT_PREFIX, index),
    QueueItemId: idOf("709", classIndex),
    StackTrace: test.stackTrace,
    Message: test.message,
    AsyncApexJobId: RUN_ID,
    MethodName: test.method,
    Outcome: OUTCOMES[test.outcome],
    ApexClass: { Id: idOf(CLASS_PREFIX, classIndex), Name: test.class, NamespacePrefix: null },
    RunTime: test.ms,
    FullName: `${test.class}.${test.method}`,
  };
}

function coverageOf(coverage: readonly ClassCoverage[]): unknown {
  const totalLines = coverage.reduce((sum, { lines }) => sum + lines, 0);
  const coveredLines = coverage.reduce((sum, { covered }) => sum + covered, 0);
  const percent = `${percentCovered(coverage)}%`;
  return {
    coverage: coverage.map((each, index) => ({
      id: idOf(CLASS_PREFIX, index),
      name: each.class,
      totalLines: each.lines,
      lines: Object.fromEntries([
        ...each.coveredLines.map((line) => [line, 1] as const),
        ...each.uncoveredLines.map((line) => [line, 0] as const),
      ]),
      totalCovered: each.covered,
      coveredPercent: percentCovered([each]),
    })),
    records: [],
    summary: { totalLines, coveredLines, orgWideCoverage: percent, testRunCoverage: percent },
  };
}

function rate(part: number, all: number): string {
  return `${all === 0 ? 0 : Math.round((100 * part) / all)}%`;
}

function idOf(prefix: string, index: number): string {
  return `${prefix}${String(index + 1).padStart(12, "0")}AAA`;
}
