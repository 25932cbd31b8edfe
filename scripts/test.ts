/**
 * `npm test`: the unit tests, those of the Lightning components, the Apex tests in the local org, the end-to-end test and a small
 * chaos, each shown as it runs, and at the end every test that failed and what each suite came to. A suite keeps one core busy, so
 * two run at once.
 */
import { sideBySide } from "./side-by-side.ts";
import { hasFailed } from "./test/outcome.ts";
import { reportLines } from "./test/report.ts";
import { apexSuite, componentSuite, runSuite, vitestSuite } from "./test/run-suite.ts";

/** Those that take longest first, so that none is left to run by itself at the end. */
const suites = [
  vitestSuite("end-to-end test", "--project", "e2e"),
  vitestSuite("unit tests", "--project", "node"),
  vitestSuite("page test", "--project", "page"),
  vitestSuite("test in a customer's org", "--project", "customer"),
  vitestSuite("Worker tests", "--root", "worker", "--coverage"),
  vitestSuite("chaos test", "--project", "chaos"),
  componentSuite("--coverage"),
  apexSuite(),
];
const outcomes = await sideBySide(suites, 2, runSuite);
for (const line of reportLines(outcomes)) console.log(line);
process.exitCode = outcomes.some(hasFailed) ? 1 : 0;
