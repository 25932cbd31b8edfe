import { ApexDatetime } from "../../runtime/datetime.js";
import { json } from "../http.js";
import { chosenTests } from "./chosen-tests.js";
export function runTestsAsynchronous(context) {
    const chosen = chosenTests(context);
    const { org, user, background } = context;
    const now = () => new ApexDatetime(org.host.clock.now());
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
    const progress = { classes: 0, methods: 0, failed: 0, ms: 0 };
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
            if (isDone)
                org.keep("AsyncApexJob", job, { Status: "Completed", CompletedDate: now() });
        });
    }
    return json(200, job);
}
function methodCount({ testClass, methods }) {
    return methods?.length ?? testClass.tests.length;
}
function resultRow(outcome, classId, job, item, run, at) {
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
