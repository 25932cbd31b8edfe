/**
 * `npm test`: the unit tests, those of the Lightning components, the Apex tests in the local org, the end-to-end test and a small
 * chaos, each shown as it runs, and at the end every test that failed and what each suite came to.
 */
import { availableParallelism } from "node:os";
import { parseNoOptions, runCommandLine } from "./command-line.ts";
import { sideBySide } from "./side-by-side.ts";
import { hasFailed } from "./test/outcome.ts";
import { reportLines } from "./test/report.ts";
import { apexSuite, componentSuite, patient, runSuite, vitestSuite } from "./test/run-suite.ts";

const USAGE = `npm test

Runs every test: the Worker in workerd, the local parts, components, Apex, the page in Chromium, end to end, a small chaos. Of one part alone:
npm run test:unit, test:lwc, test:apex, test:e2e; of what you changed: npm run test:changed.`;

/**
 * A suite keeps about one core busy and waits now and then, for a queue or a browser: one more than there are cores leaves none idle. Each may
 * have a stack and a browser in memory, so there are never many.
 */
const AT_ONCE = Math.min(availableParallelism() + 1, 4);

/**
 * First the Apex tests: what they compile lies in the local org's cache, and no other suite parses it again. Beside them those that need no org;
 * then those that take longest, so that none is left to run by itself at the end. The page's stories are one long chain that nothing shortens:
 * they, and what they wait for, have the processor first, and the others what these leave.
 */
const suites = [
  apexSuite(),
  patient(componentSuite("--coverage")),
  patient(vitestSuite("Worker tests", "--root", "worker", "--coverage")),
  vitestSuite("page test", "--project", "page"),
  patient(vitestSuite("end-to-end test", "--project", "e2e")),
  patient(vitestSuite("unit tests", "--project", "node")),
  patient(vitestSuite("chaos test", "--project", "chaos")),
  patient(vitestSuite("test in a customer's org", "--project", "customer")),
];

await runCommandLine(parseNoOptions(process.argv.slice(2)), USAGE, async () => {
  const outcomes = await sideBySide(suites, AT_ONCE, runSuite);
  for (const line of reportLines(outcomes)) console.log(line);
  return outcomes.some(hasFailed) ? 1 : 0;
});
