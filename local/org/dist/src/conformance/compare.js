export function changesOf(suite, outcomes) {
    const reasons = new Map(suite.failures.flatMap(({ reason, tests }) => tests.map((test) => [test, reason])));
    const byTest = new Map(outcomes.map((outcome) => [testName(outcome), outcome]));
    const changes = [];
    for (const [test, { outcome, message }] of byTest) {
        const reason = reasons.get(test);
        if (outcome === "fail" && reason === undefined)
            changes.push({ kind: "fails", test, message: message ?? "" });
        if (outcome === "pass" && reason !== undefined)
            changes.push({ kind: "passes", test, reason });
    }
    for (const [test, reason] of reasons) {
        if (!byTest.has(test))
            changes.push({ kind: "missing", test, reason });
    }
    if (outcomes.length !== suite.tests)
        changes.push({ kind: "count", expected: suite.tests, found: outcomes.length });
    return changes;
}
/** The suite as the run found it: reasons known stay, a new failure's reason is its message until somebody finds the cause. */
export function accepted(suite, outcomes) {
    const failed = new Map(outcomes.flatMap((outcome) => outcome.outcome === "fail" ? [[testName(outcome), outcome.message ?? "fails"]] : []));
    const known = suite.failures.flatMap(({ reason, tests }) => {
        const still = tests.filter((test) => failed.delete(test));
        return still.length === 0 ? [] : [{ reason, tests: still }];
    });
    const fresh = Map.groupBy(failed, ([, message]) => message.split("\n", 1)[0] ?? message);
    return {
        ...suite,
        tests: outcomes.length,
        failures: [
            ...known,
            ...[...fresh].map(([reason, tests]) => ({ reason, tests: tests.map(([test]) => test) })),
        ],
    };
}
export function formatChange(change) {
    switch (change.kind) {
        case "fails":
            return `fails:   ${change.test}: ${change.message}`;
        case "passes":
            return `passes:  ${change.test}, expected to fail: ${change.reason}`;
        case "missing":
            return `missing: ${change.test}, expected to fail: ${change.reason}`;
        case "count":
            return `tests:   ${change.found}, expected ${change.expected}`;
    }
}
export function testName({ class: name, method }) {
    return `${name}.${method}`;
}
