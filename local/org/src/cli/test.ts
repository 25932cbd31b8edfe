import { parseArgs } from "node:util";
import type { TestRun } from "../apex-tests/outcome.ts";
import { compileProject } from "../compile/compile-project.ts";
import { openLocalOrg } from "../open-local-org.ts";
import { noticeLines } from "../schema/notices.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import { UsageError, type Command } from "./command.ts";
import { chosenClasses } from "./chosen-classes.ts";
import { INSPECT_OPTIONS, INSPECT_USAGE, isInspected, waitForDebugger } from "./debugger.ts";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.ts";
import {
  REPORT_OPTIONS,
  REPORT_USAGE,
  showClass,
  showCoverage,
  writeReports,
} from "./test-reports.ts";
import { watchTests } from "./watch-tests.ts";

export const test: Command = {
  usage: `org test [options]

${PROJECT_USAGE}
  --class NAME    only this test class; may be repeated
  --watch         run again what an edit reaches, until q ends it
${INSPECT_USAGE}
${REPORT_USAGE}`,
  run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...PROJECT_OPTIONS,
        ...REPORT_OPTIONS,
        ...INSPECT_OPTIONS,
        class: { type: "string", multiple: true },
        watch: { type: "boolean" },
      },
    });
    const isDebuggable = isInspected(values);
    if (values.watch === true) {
      if (isDebuggable) throw new UsageError("--watch and --inspect do not go together.");
      const report = Object.keys(REPORT_OPTIONS).find((name) => name in values);
      if (report !== undefined) throw new UsageError(`--watch writes no file: --${report}`);
      return watchTests(projectOptions(values), values.class ?? null);
    }
    const startedAt = Date.now();
    const project = compileProject({
      ...projectOptions(values),
      onProgress: (line) => console.error(line),
    });
    for (const line of noticeLines(project.notices)) console.error(line);
    for (const diagnostic of project.diagnostics) console.log(formatDiagnostic(diagnostic));

    const opened = openLocalOrg(project, { log: (line) => console.error(line), isDebuggable });
    if (isDebuggable) waitForDebugger(values);
    const run = opened.runTests(chosenClasses(project, values.class), { onClass: showClass });
    const { id: userId, username } = opened.org.administrator;
    const orgId = opened.org.host.organization.id;
    writeReports(run, values, { orgId, userId, username, startedAt, endedAt: Date.now() });
    showCoverage(run.coverage);
    return showSummary(run);
  },
};

function showSummary({ summary, compileErrors }: TestRun): number {
  const { passed, failed, skipped } = summary;
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || compileErrors.length > 0 ? 1 : 0;
}
