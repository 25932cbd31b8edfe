import { json } from "../http.js";
import { chosenTests } from "./chosen-tests.js";
export function runTestsSynchronous(context) {
    const ran = chosenTests(context).flatMap(({ testClass, classId, methods }) => context.apex.runTests(testClass, methods).map((outcome) => ({ classId, outcome })));
    const successes = ran.filter(({ outcome }) => outcome.outcome === "pass");
    const failures = ran.filter(({ outcome }) => outcome.outcome === "fail");
    return json(200, {
        apexLogId: null,
        codeCoverage: [],
        codeCoverageWarnings: [],
        flowCoverage: [],
        flowCoverageWarnings: [],
        numFailures: failures.length,
        numTestsRun: ran.length,
        totalTime: ran.reduce((sum, { outcome }) => sum + outcome.ms, 0),
        successes: successes.map((each) => ({ ...common(each), seeAllData: false })),
        failures: failures.map((each) => ({
            ...common(each),
            message: each.outcome.message,
            stackTrace: each.outcome.stackTrace,
            packageName: each.outcome.class,
            seeAllData: false,
            type: "Class",
        })),
    });
}
function common({ classId, outcome }) {
    return {
        id: classId,
        methodName: outcome.method,
        name: outcome.class,
        namespace: null,
        time: outcome.ms,
    };
}
