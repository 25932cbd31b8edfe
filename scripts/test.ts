/**
 * `npm test`: the unit tests, those of the Lightning components, the Apex tests in the local org, the end-to-end test and a small
 * chaos, each shown as it runs, and at the end every test that failed and what each suite came to.
 */
import { hasFailed, type Outcome } from "./test/outcome.ts";
import { reportLines } from "./test/report.ts";
import { apexSuite, componentSuite, runSuite, vitestSuite } from "./test/run-suite.ts";

const outcomes: Outcome[] = [];
for (const suite of [
  vitestSuite("unit tests", "--project", "node", "--project", "worker"),
  componentSuite("--coverage"),
  apexSuite(),
  vitestSuite("end-to-end test", "--project", "e2e"),
  vitestSuite("page test", "--project", "page"),
  vitestSuite("chaos test", "--project", "chaos"),
]) {
  outcomes.push(await runSuite(suite));
}
for (const line of reportLines(outcomes)) console.log(line);
process.exitCode = outcomes.some(hasFailed) ? 1 : 0;
