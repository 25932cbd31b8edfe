import { parseArgs } from "node:util";
import type { TestRun } from "../apex-tests/outcome.ts";
import { compileProject } from "../compile/compile-project.ts";
import { openLocalOrg } from "../open-local-org.ts";
import { runProjectTests } from "../org/run-project-tests.ts";
import { noticeLines } from "../schema/notices.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import { UsageError, type Command } from "./command.ts";
import { chosenClasses } from "./chosen-classes.ts";
import { runInThreads } from "./test-threads/run-in-threads.ts";
import { ThreadStart } from "./test-threads/thread-start.ts";
import { INSPECT_OPTIONS, INSPECT_USAGE, isInspected, waitForDebugger } from "./debugger.ts";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.ts";
import {
  REPORT_OPTIONS,
  REPORT_USAGE,
  checkReports,
  showClass,
  showCoverage,
  writeReports,
} from "./test-reports.ts";
import { watchTests } from "./watch-tests.ts";

export const test: Command = {
  usage: `org test [options]

${PROJECT_USAGE}
  --class NAME    only this test class; may be repeated
  --workers N     run N classes at a time, each in an org of its own (default: one a processor, where there are enough tests)
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
        workers: { type: "string" },
      },
    });
    const isDebuggable = isInspected(values);
    if (values.watch === true) {
      if (isDebuggable) throw new UsageError("--watch and --inspect do not go together.");
      const report = Object.keys(REPORT_OPTIONS).find((name) => name in values);
      if (report !== undefined) throw new UsageError(`--watch writes no file: --${report}`);
      if (values.workers !== undefined)
        throw new UsageError("--watch and --workers do not go together.");
      return watchTests(projectOptions(values), values.class ?? null);
    }
    if (isDebuggable && values.workers !== undefined)
      throw new UsageError("--inspect and --workers do not go together.");
    checkReports(values);
    return runTests(values, isDebuggable);
  },
};

type TestOptions = Parameters<typeof projectOptions>[0] &
  Parameters<typeof waitForDebugger>[0] &
  Parameters<typeof writeReports>[1] & {
    readonly class?: readonly string[] | undefined;
    readonly workers?: string | undefined;
  };

async function runTests(values: TestOptions, isDebuggable: boolean): Promise<number> {
  const startedAt = Date.now();
  const options = projectOptions(values);
  const log = (line: string): void => console.error(line);
  const threads = new ThreadStart(options, isDebuggable ? "1" : values.workers);
  try {
    const project = compileProject({
      ...options,
      onProgress: log,
      // Threads read the metadata meanwhile. How many tests some classes have is not known before.
      beforeCompiling: (files) => {
        if (values.class === undefined) threads.beforeCompiling(files);
      },
    });
    for (const line of noticeLines(project.notices)) console.error(line);
    for (const diagnostic of project.diagnostics) console.log(formatDiagnostic(diagnostic));
    const chosen = chosenClasses(project, values.class);
    const others = threads.beforeTests(chosen);
    const opened = openLocalOrg(project, { log, isDebuggable });
    if (isDebuggable) waitForDebugger(values);
    const run =
      others === null
        ? runProjectTests(project, opened, chosen, { onClass: showClass })
        : await runInThreads(project, opened, chosen, others, { onClass: showClass, log });
    const { id: userId, username } = opened.org.administrator;
    const orgId = opened.org.host.organization.id;
    writeReports(run, values, { orgId, userId, username, startedAt, endedAt: Date.now() });
    showCoverage(run.coverage);
    return showSummary(run);
  } finally {
    await threads.stop();
  }
}

function showSummary({ summary, compileErrors }: TestRun): number {
  const { passed, failed, skipped } = summary;
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || compileErrors.length > 0 ? 1 : 0;
}
