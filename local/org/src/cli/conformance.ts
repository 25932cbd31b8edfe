import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { TestOutcome } from "../apex-tests/outcome.ts";
import { compileProject, type CompiledProject } from "../compile/compile-project.ts";
import { formatVerdict, isAsExpected, readBreaks } from "../conformance/breaks.ts";
import { accepted, changesOf, formatChange } from "../conformance/compare.ts";
import { plantBreaks } from "../conformance/plant-breaks.ts";
import { runReports } from "../conformance/run-reports.ts";
import { ownTestClasses, suiteClone, type SuiteClone } from "../conformance/suite-clone.ts";
import { readSuite, SuiteError, suiteFile, suiteNames, type Suite } from "../conformance/suite.ts";
import { openLocalOrg } from "../open-local-org.ts";
import { UsageError, type Command } from "./command.ts";
import { PROJECT_OPTIONS, projectOptions, type ProjectOptions } from "./project-options.ts";

export const conformance: Command = {
  usage: `org conformance --suite NAME --clone DIR [options]

  --suite NAME    one of: ${suiteNames().join(", ")}
  --clone DIR     a clone of its repository, at its commit
  --with DIR      a clone of a suite that it needs; may be repeated
  --breaks        plant the mistakes of breaks/NAME.json in its code, and see that its tests notice them
  --accept        write what the run found into the suite's file
  --no-cache      compile everything anew

Where the suite has reports and dashboards, they are run on made-up rows of its objects. Ends with 1 where a test fails that is expected
to pass, or passes that is expected to fail, or a report does not run; with --breaks, where a mistake is not noticed that a test can see.
The clone itself stays as it is.`,
  run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        suite: { type: "string" },
        clone: { type: "string" },
        with: { type: "string", multiple: true },
        breaks: { type: "boolean" },
        accept: { type: "boolean" },
        "no-cache": PROJECT_OPTIONS["no-cache"],
      },
    });
    const { suite: name, clone: folder } = values;
    if (name === undefined || folder === undefined)
      throw new UsageError("A suite and a clone of it are needed.");
    if (values.breaks === true && values.accept === true)
      throw new UsageError("--breaks and --accept do not go together.");
    return forThePerson(() => {
      const clone = suiteClone(readSuite(name), folder, values.with);
      const options = projectOptions({ path: clone.paths, "no-cache": values["no-cache"] });
      if (values.breaks === true) return breaksAreNoticed(clone, options) ? 0 : 1;
      const project = compiled(options);
      const areReportsRight = reportsAreRight(clone.suite, project);
      const outcomes = openLocalOrg(project).runTests(ownTestClasses(clone, project)).tests;
      if (values.accept === true) return accept(clone.suite, outcomes);
      return compare(clone.suite, outcomes) === 0 && areReportsRight ? 0 : 1;
    });
  },
};

/** What is wrong with a suite, a clone or a break is theirs to mend. */
function forThePerson(run: () => number): number {
  try {
    return run();
  } catch (error) {
    if (error instanceof SuiteError) throw new UsageError(error.message);
    throw error;
  }
}

function compiled(options: ProjectOptions): CompiledProject {
  return compileProject({ ...options, onProgress: (line) => console.error(line) });
}

function breaksAreNoticed(clone: SuiteClone, options: ProjectOptions): boolean {
  const { name } = clone.suite;
  const breaks = readBreaks(name);
  let asExpected = 0;
  let noticed = 0;
  for (const { planted, verdict } of plantBreaks(clone, compiled(options), options, breaks)) {
    console.log(formatVerdict(planted, verdict));
    if (verdict.kind === "noticed") noticed += 1;
    if (isAsExpected(planted, verdict)) asExpected += 1;
  }
  console.log(
    `${name}: ${noticed} of ${breaks.length} breaks noticed, ${asExpected === breaks.length ? "as expected" : `${breaks.length - asExpected} otherwise than expected`}`,
  );
  return asExpected === breaks.length;
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
