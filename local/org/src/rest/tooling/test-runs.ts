/**
 * `/tooling/runTestsAsynchronous`: answers with the run's id; classes run between requests, and their results are rows of
 * ApexTestQueueItem, ApexTestResult and ApexTestRunResult. Source: Tooling API Developer Guide, runTestsAsynchronous and these objects.
 */
import type { TestOutcome } from "../../apex-tests/outcome.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import type { SystemRow } from "../../org/org.ts";
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import { chosenTests, type ChosenTests } from "./chosen-tests.ts";

export function runTestsAsynchronous(context: RestContext): RestResponse {
  const chosen = chosenTests(context);
  const { org, user, background } = context;
  org.host.allocations.count("DailyAsyncApexTests", chosen.length);
  const now = (): ApexDatetime => new ApexDatetime(org.host.clock.now());
  const job = org.keep("AsyncApexJob", null, {
    JobType: "TestRequest",
    Status: "Processing",
    CreatedById: user.id,
    CreatedDate: now(),
  });
  const run = org.keep("ApexTestRunResult", null, {
    AsyncApexJobId: job,
    Status: "Processing",
    StartTime: now(),
    UserId: user.id,
    IsAllTests: false,
    JobName: "TestRequest",
    Source: "API",
    ClassesEnqueued: chosen.length,
    ClassesCompleted: 0,
    MethodsEnqueued: chosen.reduce((sum, each) => sum + methodCount(each), 0),
    MethodsCompleted: 0,
    MethodsFailed: 0,
    TestTime: 0,
    TestSetupTime: 0,
  });
  const items = chosen.map((each) => ({
    each,
    item: org.keep("ApexTestQueueItem", null, {
      ApexClassId: each.classId,
      ParentJobId: job,
      Status: "Queued",
      TestRunResultId: run,
      CreatedDate: now(),
    }),
  }));
  const progress: Progress = { classes: 0, methods: 0, failed: 0, ms: 0 };
  for (const { each, item } of items) {
    background.add(() => {
      const outcomes = context.apex.runTests(each.testClass, each.methods);
      for (const outcome of outcomes)
        org.keep("ApexTestResult", null, resultRow(outcome, each.classId, job, item, run, now()));
      const failed = outcomes.filter(({ outcome }) => outcome === "fail").length;
      org.keep("ApexTestQueueItem", item, {
        Status: "Completed",
        ExtendedStatus: `(${outcomes.length - failed}/${outcomes.length})`,
      });
      progress.classes += 1;
      progress.methods += outcomes.length;
      progress.failed += failed;
      progress.ms += outcomes.reduce((sum, outcome) => sum + outcome.ms, 0);
      const isDone = progress.classes === chosen.length;
      const status = isDone ? (progress.failed > 0 ? "Failed" : "Completed") : "Processing";
      org.keep("ApexTestRunResult", run, {
        Status: status,
        ClassesCompleted: progress.classes,
        MethodsCompleted: progress.methods,
        MethodsFailed: progress.failed,
        TestTime: progress.ms,
        EndTime: isDone ? now() : null,
      });
      if (isDone) org.keep("AsyncApexJob", job, { Status: "Completed", CompletedDate: now() });
    });
  }
  return json(200, job);
}

interface Progress {
  classes: number;
  methods: number;
  failed: number;
  ms: number;
}

function methodCount({ testClass, methods }: ChosenTests): number {
  return methods?.length ?? testClass.tests.length;
}

function resultRow(
  outcome: TestOutcome,
  classId: string,
  job: string,
  item: string,
  run: string,
  at: ApexDatetime,
): SystemRow {
  return {
    ApexClassId: classId,
    AsyncApexJobId: job,
    QueueItemId: item,
    ApexTestRunResultId: run,
    MethodName: outcome.method,
    Outcome: outcome.outcome === "pass" ? "Pass" : "Fail",
    Message: outcome.message,
    StackTrace: outcome.stackTrace,
    RunTime: outcome.ms,
    TestTimestamp: at,
    IsTestSetup: false,
  };
}
