import { parseArgs } from "node:util";
import type { TestRun } from "../apex-tests/outcome.ts";
import { compileProject, type CompiledProject } from "../compile/compile-project.ts";
import { openLocalOrg } from "../open-local-org.ts";
import { testClassesOf } from "../org/run-project-tests.ts";
import { noticeLines } from "../schema/notices.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import { UsageError, type Command } from "./command.ts";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.ts";
import {
  REPORT_OPTIONS,
  REPORT_USAGE,
  showClass,
  showCoverage,
  writeReports,
} from "./test-reports.ts";

export const test: Command = {
  name: "test",
  summary: "run a project's Apex tests",
  usage: `org test [options]

${PROJECT_USAGE}
  --class NAME    only this test class; may be repeated
${REPORT_USAGE}`,
  run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...PROJECT_OPTIONS,
        ...REPORT_OPTIONS,
        class: { type: "string", multiple: true },
      },
    });
    const startedAt = Date.now();
    const project = compileProject({
      ...projectOptions(values),
      onProgress: (line) => console.error(line),
    });
    for (const line of noticeLines(project.notices)) console.error(line);
    for (const diagnostic of project.diagnostics) console.log(formatDiagnostic(diagnostic));

    const opened = openLocalOrg(project, { log: (line) => console.error(line) });
    const run = opened.runTests(chosenClasses(project, values.class), { onClass: showClass });
    const { id: userId, username } = opened.org.administrator;
    const orgId = opened.org.host.organization.id;
    writeReports(run, values, { orgId, userId, username, startedAt, endedAt: Date.now() });
    showCoverage(run.coverage);
    return showSummary(run);
  },
};

/** Names of test classes; undefined for all. */
function chosenClasses(
  project: CompiledProject,
  only: readonly string[] | undefined,
): readonly string[] | undefined {
  const known = new Set(testClassesOf(project).map(({ name }) => name.toLowerCase()));
  const missing = only?.find((name) => !known.has(name.toLowerCase()));
  if (missing !== undefined)
    throw new UsageError(`There is no test class ${missing} in the project.`);
  return only;
}

function showSummary({ summary, compileErrors }: TestRun): number {
  const { passed, failed, skipped } = summary;
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || compileErrors.length > 0 ? 1 : 0;
}
