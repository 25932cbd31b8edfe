/** What differs between a suite's expected failures and a run of it, in either direction. */
import type { TestOutcome } from "../apex-tests/outcome.ts";
import type { ExpectedFailures, Suite } from "./suite.ts";

export type Change =
  /** Expected to pass. */
  | { readonly kind: "fails"; readonly test: string; readonly message: string }
  /** Expected to fail. */
  | { readonly kind: "passes"; readonly test: string; readonly reason: string }
  /** Expected to fail, and there is no such test. */
  | { readonly kind: "missing"; readonly test: string; readonly reason: string }
  | { readonly kind: "count"; readonly expected: number; readonly found: number };

export function changesOf(suite: Suite, outcomes: readonly TestOutcome[]): readonly Change[] {
  const reasons = new Map(
    suite.failures.flatMap(({ reason, tests }) => tests.map((test) => [test, reason])),
  );
  const byTest = new Map(outcomes.map((outcome) => [testName(outcome), outcome]));
  const changes: Change[] = [];
  for (const [test, { outcome, message }] of byTest) {
    const reason = reasons.get(test);
    if (outcome === "fail" && reason === undefined)
      changes.push({ kind: "fails", test, message: message ?? "" });
    if (outcome === "pass" && reason !== undefined) changes.push({ kind: "passes", test, reason });
  }
  for (const [test, reason] of reasons) {
    if (!byTest.has(test)) changes.push({ kind: "missing", test, reason });
  }
  if (outcomes.length !== suite.tests)
    changes.push({ kind: "count", expected: suite.tests, found: outcomes.length });
  return changes;
}

/** The suite as the run found it: reasons known stay, a new failure's reason is its message until somebody finds the cause. */
export function accepted(suite: Suite, outcomes: readonly TestOutcome[]): Suite {
  const failed = new Map(
    outcomes.flatMap((outcome) =>
      outcome.outcome === "fail" ? [[testName(outcome), outcome.message ?? "fails"]] : [],
    ),
  );
  const known = suite.failures.flatMap(({ reason, tests }): ExpectedFailures[] => {
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

export function formatChange(change: Change): string {
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

export function testName({ class: name, method }: TestOutcome): string {
  return `${name}.${method}`;
}
