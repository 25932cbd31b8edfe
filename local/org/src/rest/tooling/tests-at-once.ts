/** `/tooling/runTestsSynchronous`: one class, answered when it has run. Source: Tooling API Developer Guide, RunTestsResult. */
import type { TestOutcome } from "../../apex-tests/outcome.ts";
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import { chosenTests, type ChosenTests } from "./chosen-tests.ts";

interface Ran extends Pick<ChosenTests, "classId"> {
  readonly outcome: TestOutcome;
}

export function runTestsSynchronous(context: RestContext): RestResponse {
  const ran: readonly Ran[] = chosenTests(context).flatMap(({ testClass, classId, methods }) =>
    context.apex.runTests(testClass, methods).map((outcome) => ({ classId, outcome })),
  );
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

function common({ classId, outcome }: Ran): Record<string, unknown> {
  return {
    id: classId,
    methodName: outcome.method,
    name: outcome.class,
    namespace: null,
    time: outcome.ms,
  };
}
