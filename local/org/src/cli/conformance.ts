import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { TestOutcome } from "../apex-tests/outcome.ts";
import { compileProject, type CompiledProject } from "../compile/compile-project.ts";
import { accepted, changesOf, formatChange } from "../conformance/compare.ts";
import { runReports } from "../conformance/run-reports.ts";
import { readSuite, SuiteError, suiteFile, suiteNames, type Suite } from "../conformance/suite.ts";
import { openLocalOrg } from "../open-local-org.ts";
import { UsageError, type Command } from "./command.ts";
import { PROJECT_OPTIONS, projectOptions } from "./project-options.ts";

export const conformance: Command = {
  name: "conformance",
  summary: "run a public suite against what is expected of it",
  usage: `org conformance --suite NAME --clone DIR [options]

  --suite NAME    one of: ${suiteNames().join(", ")}
  --clone DIR     a clone of its repository, at its commit
  --accept        write what the run found into the suite's file
  --no-cache      compile everything anew

Where the suite has reports and dashboards, they are run on made-up rows of its objects. Ends with 1 where a test fails that is expected
to pass, or passes that is expected to fail, or a report does not run.`,
  run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        suite: { type: "string" },
        clone: { type: "string" },
        accept: { type: "boolean" },
        "no-cache": PROJECT_OPTIONS["no-cache"],
      },
    });
    const { suite: name, clone } = values;
    if (name === undefined || clone === undefined)
      throw new UsageError("A suite and a clone of it are needed.");
    const suite = suiteNamed(name);
    requireCommit(suite, clone);
    const project = compiled(suite, clone, values["no-cache"] === true);
    const areReportsRight = reportsAreRight(suite, project);
    const outcomes = openLocalOrg(project).runTests().tests;
    if (values.accept === true) return accept(suite, outcomes);
    return compare(suite, outcomes) === 0 && areReportsRight ? 0 : 1;
  },
};

function suiteNamed(name: string): Suite {
  try {
    return readSuite(name);
  } catch (error) {
    if (error instanceof SuiteError) throw new UsageError(error.message);
    throw error;
  }
}

/** Other sources would have other tests. */
function requireCommit({ commit, repository, paths }: Suite, clone: string): void {
  const git = (...args: readonly string[]): string => {
    try {
      return execFileSync("git", ["-C", clone, ...args], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    } catch {
      throw new UsageError(`${clone} is no clone of ${repository}.`);
    }
  };
  const head = git("rev-parse", "HEAD");
  if (head !== commit)
    throw new UsageError(`${clone} is at ${head}; git checkout ${commit} is what is expected of.`);
  const changed = git("status", "--porcelain", "--", ...paths);
  if (changed !== "") throw new UsageError(`${clone} has changes:\n${changed}`);
}

function compiled(suite: Suite, clone: string, isUncached: boolean): CompiledProject {
  return compileProject({
    ...projectOptions({
      path: suite.paths.map((each) => path.join(clone, each)),
      "no-cache": isUncached,
    }),
    onProgress: (line) => console.error(line),
  });
}

/** Says how its reports and dashboards ran. */
function reportsAreRight({ name, analytics }: Suite, project: CompiledProject): boolean {
  if (analytics === undefined) return true;
  const { reports, dashboards, withRows, problems } = runReports(project);
  for (const problem of problems) console.log(problem);
  console.log(
    `${name}: ${reports} of ${analytics.reports} reports (${withRows} found rows) and ${dashboards} of ${analytics.dashboards} dashboards run, ${problems.length} problems`,
  );
  const areAllThere = reports === analytics.reports && dashboards === analytics.dashboards;
  return areAllThere && problems.length === 0;
}

function compare(suite: Suite, outcomes: readonly TestOutcome[]): number {
  const changes = changesOf(suite, outcomes);
  for (const change of changes) console.log(formatChange(change));
  const passed = outcomes.filter(({ outcome }) => outcome === "pass").length;
  console.log(
    `${suite.name}: ${passed} of ${outcomes.length} pass, ${changes.length === 0 ? "as expected" : `${changes.length} changes`}`,
  );
  return changes.length === 0 ? 0 : 1;
}

function accept(suite: Suite, outcomes: readonly TestOutcome[]): number {
  const { name, ...content } = accepted(suite, outcomes);
  writeFileSync(suiteFile(name), `${JSON.stringify(content, null, 2)}\n`);
  console.log(`${suiteFile(name)} is written: ${outcomes.length} tests`);
  return 0;
}
