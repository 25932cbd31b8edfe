/** A project's test classes, run one after the other in one org, and what came of them. */
import { coverageOf } from "../apex-tests/coverage.js";
import { runTestClass } from "../apex-tests/run-tests.js";
export function runProjectTests(project, { org, engine }, testClasses, { onClass } = {}) {
    const environment = { engine, runner: org.runner, user: org.administrator };
    const tests = testClasses.flatMap((testClass) => {
        const outcomes = runTestClass(environment, testClass);
        onClass?.(testClass.name, outcomes);
        return outcomes;
    });
    const count = (outcome) => tests.filter((each) => each.outcome === outcome).length;
    return {
        summary: { passed: count("pass"), failed: count("fail"), skipped: count("skip") },
        tests,
        compileErrors: project.diagnostics.flatMap(({ kind, file, at, message }) => kind === "error" ? [{ file, line: at.line, column: at.column, message }] : []),
        coverage: coverageOf(project, engine.coverage()),
    };
}
export function testClassesOf(project) {
    return project.classes.filter(({ tests }) => tests.length > 0);
}
