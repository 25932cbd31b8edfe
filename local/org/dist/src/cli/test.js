import { parseArgs } from "node:util";
import { compileProject } from "../compile/compile-project.js";
import { openLocalOrg } from "../open-local-org.js";
import { testClassesOf } from "../org/run-project-tests.js";
import { formatDiagnostic } from "../syntax/diagnostic.js";
import { UsageError } from "./command.js";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.js";
import { REPORT_OPTIONS, REPORT_USAGE, showClass, showCoverage, writeReports, } from "./test-reports.js";
export const test = {
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
        for (const { file, message } of project.notices)
            console.error(`${file}: ${message}`);
        for (const diagnostic of project.diagnostics)
            console.log(formatDiagnostic(diagnostic));
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
function chosenClasses(project, only) {
    const known = new Set(testClassesOf(project).map(({ name }) => name.toLowerCase()));
    const missing = only?.find((name) => !known.has(name.toLowerCase()));
    if (missing !== undefined)
        throw new UsageError(`There is no test class ${missing} in the project.`);
    return only;
}
function showSummary({ summary, compileErrors }) {
    const { passed, failed, skipped } = summary;
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    return failed > 0 || compileErrors.length > 0 ? 1 : 0;
}
