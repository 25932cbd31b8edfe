import { CompilationError } from "../emit/program-units.js";
import { GapReached } from "../runtime/gap-reached.js";
import { apexExceptionOf } from "../runtime/javascript-errors.js";
import { stackTextOf } from "../runtime/stack.js";
import { seeAllData } from "../runtime/see-all-data.js";
/**
 * One outcome per test method, all of them or those named (in any case), in the order of declaration. A fault of the org fails the test
 * it happens in; one between the tests fails those that have no outcome yet.
 */
export function runTestClass(environment, testClass, only = null) {
    const names = only === null ? null : new Set(only.map((name) => name.toLowerCase()));
    const chosen = testClass.tests.filter(({ name }) => names?.has(name.toLowerCase()) ?? true);
    const outcomes = [];
    const outcomeOf = (method, failure, ms) => ({
        class: testClass.name,
        method: method.name,
        outcome: failure === null ? "pass" : "fail",
        message: failure?.message ?? null,
        stackTrace: failure?.stackTrace ?? null,
        ms: Math.round(ms),
    });
    const between = failureOf(() => {
        environment.runner.isolated(() => {
            const broken = setUp(environment, testClass);
            for (const method of chosen) {
                const started = performance.now();
                const failure = broken ?? failureOf(() => runMethod(environment, testClass, method));
                outcomes.push(outcomeOf(method, failure, performance.now() - started));
            }
        });
    });
    const missing = between === null ? [] : chosen.slice(outcomes.length);
    return [...outcomes, ...missing.map((method) => outcomeOf(method, between, 0))];
}
/** A setup that fails, or a class that does not compile, fails every method of the class. */
function setUp({ engine, runner, user }, testClass) {
    if (testClass.emitted === null)
        return compilationFailure(new CompilationError(testClass.diagnostics));
    for (const method of testClass.setups) {
        const failure = failureOf(() => runner.runTestSetup(user, () => engine.callStatic(testClass.name, method.key, [])));
        if (failure !== null)
            return failure;
    }
    return null;
}
function runMethod({ engine, runner, user }, testClass, method) {
    runner.runTest(user, () => {
        if (method.seesAllData)
            seeAllData();
        engine.callStatic(testClass.name, method.key, []);
    });
}
function failureOf(run) {
    try {
        run();
        return null;
    }
    catch (thrown) {
        if (thrown instanceof CompilationError)
            return compilationFailure(thrown);
        if (thrown instanceof GapReached)
            return { message: thrown.message, stackTrace: thrown.apexStack };
        const exception = apexExceptionOf(thrown);
        if (exception !== null)
            return { message: exception.headline, stackTrace: exception.stackTraceText };
        // A fault of the org itself: its own stack is what helps.
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        return { message: `The local org failed: ${error.message}`, stackTrace: stackTextOf(error) };
    }
}
function compilationFailure(error) {
    return { message: `Does not compile:\n${error.message}`, stackTrace: null };
}
