/** What the REST API and the command line do with an open org's Apex beside records: anonymous blocks and tests. */
import { runTestClass } from "../apex-tests/run-tests.js";
import { CompilationError } from "../emit/program-units.js";
import { apexExceptionOf } from "../runtime/javascript-errors.js";
export function debugTap(now) {
    let listening = null;
    return {
        receive({ line, level, text }) {
            const time = new Date(now()).toISOString().slice(11, 22);
            listening?.push(`${time} (0)|USER_DEBUG|[${line}]|${level}|${text}`);
        },
        during(work) {
            const outer = listening;
            const lines = [];
            listening = lines;
            try {
                return { result: work(), lines };
            }
            finally {
                listening = outer;
            }
        },
    };
}
export function apexOf(project, { org, engine }, tap) {
    return {
        classes: project.classes,
        running: engine,
        runAnonymous(text, user) {
            const { result, lines } = tap.during(() => {
                try {
                    const emitted = project.anonymous(text);
                    org.transact(user, "ANONYMOUS", () => engine.runAnonymous(emitted));
                    return { kind: "success", debug: [] };
                }
                catch (thrown) {
                    return failure(thrown);
                }
            });
            return result.kind === "notCompiled" ? result : { ...result, debug: lines };
        },
        runTests: (testClass, methods) => runTestClass({ engine, runner: org.runner, user: org.administrator }, testClass, methods),
    };
}
function failure(thrown) {
    if (thrown instanceof CompilationError) {
        const [first] = thrown.diagnostics;
        if (first !== undefined)
            return { kind: "notCompiled", first };
    }
    const exception = apexExceptionOf(thrown);
    if (exception === null)
        throw thrown;
    const frame = exception.frames.findLast(({ name }) => name === "AnonymousBlock");
    return {
        kind: "exception",
        message: exception.headline,
        stackTrace: exception.stackTraceText,
        line: frame?.line ?? 1,
        column: frame?.column ?? 1,
        debug: [],
    };
}
