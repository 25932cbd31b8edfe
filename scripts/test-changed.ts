/** `npm run test:changed`: the tests that what was changed reaches, nearest first, then those of the whole, while the time lasts. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { runCommandLine } from "./command-line.ts";
import { parseChangedCommand, USAGE } from "./test/changed-command.ts";
import { keptDurations } from "./test/durations.ts";
import { importGraph, reach } from "./test/import-graph.ts";
import { similarity } from "./test/similarity.ts";
import { hasFailed, type Outcome } from "./test/outcome.ts";
import { reportLines } from "./test/report.ts";
import {
  apexSuite,
  componentSuite,
  DURATIONS,
  ROOT,
  runSuite,
  vitestSuite,
} from "./test/run-suite.ts";
import { isLong, notRunLines, plan, projectsOf, select } from "./test/selection.ts";

/** For what is most about changed Apex, before anything else takes the time. */
const SECONDS_OF_THE_WHOLE = 30;

await runCommandLine(parseChangedCommand(process.argv.slice(2)), USAGE, async (command) => {
  const changed = await changedFiles(command.since ?? "HEAD");
  if (changed.length === 0) {
    console.log("Nothing has changed since the last commit; --since main counts commits too.");
    return 0;
  }
  const started = performance.now();
  const tests = await testFiles();
  const graph = await importGraph(ROOT, tests);
  const chosen = select(
    changed,
    tests,
    await reach(ROOT, graph, changed),
    await similarity(ROOT, graph, tests.filter(isLong), changed),
  );
  const outcomes: Outcome[] = [];
  const components = chosen.components.filter((file) => existsSync(path.join(ROOT, file)));
  if (components.length > 0)
    outcomes.push(await runSuite(componentSuite("--findRelatedTests", ...components)));
  if (chosen.apex) outcomes.push(await runSuite(apexSuite()));
  const secondsLeft = (): number => command.seconds - (performance.now() - started) / 1000;
  /** @returns those that there was no time for */
  const runPlanned = async (
    name: string,
    planned: readonly string[],
    seconds = Infinity,
  ): Promise<readonly string[]> => {
    const time = Math.min(seconds, secondsLeft());
    const { run, left } = plan(planned, keptDurations(DURATIONS), time);
    if (run.length > 0) {
      const projects = projectsOf(run).map((each) => `--project=${each}`);
      outcomes.push(await runSuite(vitestSuite(name, ...run, ...projects)));
    }
    return left;
  };
  // Nearest to Apex are its own tests, and then what plays it in a whole stack: the unit tests it reaches only read the project.
  const further = chosen.apex
    ? await runPlanned("tests of the whole", chosen.long, SECONDS_OF_THE_WHOLE)
    : chosen.long;
  const unitLeft = await runPlanned("unit tests", chosen.unit);
  const longLeft = await runPlanned("further tests of the whole", further);
  for (const line of reportLines(outcomes)) console.log(line);
  for (const line of [
    ...notRunLines("For these unit tests, further away or long, there was no time", unitLeft),
    ...notRunLines("Nor for these of the whole", longLeft),
  ])
    console.log(line);
  return outcomes.some(hasFailed) ? 1 : 0;
});

/** Changed or new, deleted too, as paths relative to the repository. */
async function changedFiles(since: string): Promise<string[]> {
  const base = since === "HEAD" ? "HEAD" : (await git("merge-base", since, "HEAD"))[0];
  return [
    ...(await git("diff", "--name-only", base ?? since)),
    ...(await git("ls-files", "--others", "--exclude-standard")),
  ];
}

async function git(...arguments_: readonly string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)("git", arguments_, { cwd: ROOT });
  return stdout.split("\n").filter((line) => line !== "");
}

async function testFiles(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob("{local,scripts,worker,test}/**/*.test.ts", {
    cwd: ROOT,
    exclude: (name) => name === "node_modules",
  })) {
    found.push(file);
  }
  return found.sort();
}
