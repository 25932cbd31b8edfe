import { raise } from "../runtime/exception.js";
import { apexExceptionOf } from "../runtime/javascript-errors.js";
import { callMethod } from "../runtime/object.js";
import { isInTest, transaction } from "../runtime/transaction.js";
import { DEFAULT_SCOPE, runBatch } from "./batch-job.js";
import { nextTime, parseCron } from "./cron-expression.js";
import { refuseCallouts, runningQueueable, SchedulableContextValue } from "./job-context.js";
import { outboxOf, outermost } from "./outbox.js";
import { finishJob, runQueueable } from "./queueable-job.js";
const MS_PER_MINUTE = 60_000;
/** Jobs that enqueue each other without end are a fault of the test, not a reason to run for ever. */
const MAX_JOBS_OF_A_TEST = 1000;
/** Asynchronous Apex: what transactions ask for, in order, after their commit. */
export class JobQueue {
    parts;
    classes;
    waiting = [];
    constructor(parts, classes) {
        this.parts = parts;
        this.classes = classes;
    }
    enqueueFuture(call) {
        const { user, limits, quiddity } = transaction();
        if (quiddity === "FUTURE" || quiddity === "BATCH_APEX") {
            raise("System.AsyncException", `Future method cannot be called from a future or batch method: ${call.signature}`);
        }
        limits.spend("futureCalls");
        const id = this.createJob("Future", call.className, { MethodName: call.methodName });
        this.put({ id, user, dueAt: 0, signature: null, run: () => this.runFuture(id, user, call) });
    }
    enqueueQueueable(job, options) {
        const running = transaction();
        const parent = runningQueueable(running);
        const depth = (parent?.depth ?? 0) + 1;
        const maximumDepth = options.maximumDepth ?? parent?.maximumDepth ?? null;
        // Source: Apex Developer Guide, Queueable Apex: a test cannot chain jobs.
        if (parent !== undefined &&
            running.isTest &&
            running.quiddity === "QUEUEABLE" &&
            maximumDepth === null) {
            raise("System.AsyncException", "Maximum stack depth has been reached.");
        }
        if (maximumDepth !== null && depth > maximumDepth)
            raise("System.AsyncException", "Maximum stack depth has been reached.");
        running.limits.spend("queueableJobs");
        const { signature } = options;
        if (signature !== null && this.isWaiting(signature)) {
            raise("System.DuplicateMessageException", `Attempt to enqueue job with duplicate queueable signature`);
        }
        const { user } = running;
        const id = this.createJob("Queueable", job.$class.name, {});
        const dueAt = this.parts.clock.now() + options.delayMinutes * MS_PER_MINUTE;
        this.put({
            id,
            user,
            dueAt,
            signature,
            run: () => runQueueable(this.parts, { id, user, job }, depth, maximumDepth),
        });
        return id;
    }
    attachFinalizer(finalizer) {
        const running = runningQueueable(transaction());
        if (running === undefined || transaction().quiddity !== "QUEUEABLE") {
            raise("System.AsyncException", "System.attachFinalizer(Finalizer) is not allowed in this context");
        }
        if (running.finalizer !== null)
            raise("System.AsyncException", "More than one Finalizer cannot be attached to same Async Apex Job");
        running.finalizer = finalizer;
    }
    executeBatch(batch, scope) {
        const { user } = transaction();
        const id = this.createJob("BatchApex", batch.$class.name, {
            Status: "Holding",
            TotalJobItems: 0,
            JobItemsProcessed: 0,
        });
        const size = scope > 0 ? scope : DEFAULT_SCOPE;
        this.put({
            id,
            user,
            dueAt: 0,
            signature: null,
            run: () => runBatch(this.parts, { id, user, job: batch }, size),
        });
        return id;
    }
    schedule(name, cron, job) {
        const { user } = transaction();
        const expression = parseCron(cron);
        const first = expression === undefined
            ? undefined
            : nextTime(expression, this.parts.clock.now(), user.timeZone);
        if (expression === undefined)
            raise("System.StringException", `Illegal cron expression format: ${cron}`);
        if (first === undefined)
            raise("System.AsyncException", "Based on configured schedule, the given trigger will never fire.");
        const id = this.createTrigger(name, cron, first, "7");
        const jobId = this.createJob("ScheduledApex", job.$class.name, { CronTriggerId: id });
        const runOnce = () => this.runScheduled(id, jobId, user, job);
        const queued = (dueAt) => ({
            id,
            user,
            dueAt,
            signature: null,
            followsInTest: false,
            run: () => {
                runOnce();
                if (isInTest() || this.parts.rows.field(id, "CronJobDetailId") === null)
                    return;
                const next = nextTime(expression, dueAt, user.timeZone);
                this.parts.rows.update(id, {
                    NextFireTime: next === undefined ? null : this.parts.rows.moment(next),
                });
                if (next !== undefined)
                    this.waiting.push(queued(next));
            },
        });
        this.put(queued(first));
        return id;
    }
    scheduleBatch(batch, name, minutes, scope) {
        const { user } = transaction();
        const dueAt = this.parts.clock.now() + minutes * MS_PER_MINUTE;
        const id = this.createTrigger(name, "", dueAt, "7");
        this.put({
            id,
            user,
            dueAt,
            signature: null,
            run: () => {
                // A test runs it when it stops, and its row stays, as that of any schedule.
                if (!isInTest())
                    this.endSchedule(id);
                this.parts.runner.run(user, "SCHEDULED", () => this.executeBatch(batch, scope));
            },
        });
        return id;
    }
    abort(id) {
        const isThis = (job) => job.id === id || job.id.slice(0, 15) === id;
        const outbox = outboxOf(outermost(transaction()));
        const isWaiting = [...this.waiting, ...outbox.jobs, ...outboxOf(transaction()).jobs].some(isThis);
        // A schedule that is running just now waits no more, and may end itself.
        const isSchedule = this.parts.rows.field(id, "CronJobDetailId") !== null;
        if (!isWaiting && !isSchedule)
            raise("System.StringException", `Invalid job id: ${id}`);
        this.waiting = this.waiting.filter((job) => !isThis(job));
        outbox.jobs = outbox.jobs.filter((job) => !isThis(job));
        const own = outboxOf(transaction());
        own.jobs = own.jobs.filter((job) => !isThis(job));
        if (isSchedule)
            this.endSchedule(id);
        else
            this.parts.rows.update(id, { Status: "Aborted" });
    }
    /** Runs what the test has enqueued, and what the finalizers of those jobs and its batches enqueue; what queueables enqueue waits. */
    runInTest() {
        const outbox = outboxOf(outermost(transaction()));
        const jobs = outbox.jobs;
        outbox.jobs = [];
        for (const job of jobs) {
            job.run();
            jobs.push(...outbox.jobs.filter(({ followsInTest }) => followsInTest));
            outbox.jobs = outbox.jobs.filter(({ followsInTest }) => !followsInTest);
            if (jobs.length > MAX_JOBS_OF_A_TEST)
                throw new Error(`a test's jobs have enqueued ${jobs.length} others and do not end`);
        }
    }
    /** Takes the jobs of a committed transaction. */
    accept(jobs) {
        this.waiting.push(...jobs);
    }
    /** Runs the first job that is due; false when none is. A failed job is logged. */
    runNext() {
        const now = this.parts.clock.now();
        const index = this.waiting.findIndex((job) => job.dueAt <= now);
        const [job] = index < 0 ? [] : this.waiting.splice(index, 1);
        if (job === undefined)
            return false;
        try {
            job.run();
        }
        catch (thrown) {
            if (apexExceptionOf(thrown) === null)
                throw thrown;
        }
        return true;
    }
    /** Epoch ms of the next job; null when none waits. */
    get nextDueAt() {
        return this.waiting.length === 0 ? null : Math.min(...this.waiting.map((job) => job.dueAt));
    }
    isWaiting(signature) {
        const jobs = [
            ...this.waiting,
            ...outboxOf(transaction()).jobs,
            ...outboxOf(outermost(transaction())).jobs,
        ];
        return jobs.some((job) => job.signature === signature);
    }
    put(job) {
        const running = transaction();
        outboxOf(running).jobs.push({ ...job, followsInTest: runsFollowers(running) });
    }
    createJob(type, className, more) {
        const { rows } = this.parts;
        const values = {
            JobType: type,
            Status: "Queued",
            NumberOfErrors: 0,
            ApexClassId: rows.classId(className.split(".")[0] ?? className),
            ...more,
        };
        return rows.create("AsyncApexJob", values, transaction().user.id);
    }
    createTrigger(name, cron, next, jobType) {
        const { rows } = this.parts;
        if (rows.hasSchedule(name))
            raise("System.AsyncException", `The Apex job named "${name}" is already scheduled for execution.`);
        const userId = transaction().user.id;
        const detail = rows.create("CronJobDetail", { Name: name, JobType: jobType }, userId);
        const values = {
            CronJobDetailId: detail,
            CronExpression: cron,
            State: "WAITING",
            TimesTriggered: 0,
            NextFireTime: rows.moment(next),
            OwnerId: userId,
        };
        return rows.create("CronTrigger", values, userId);
    }
    endSchedule(triggerId) {
        const { rows } = this.parts;
        const detail = rows.field(triggerId, "CronJobDetailId");
        rows.delete(triggerId);
        if (typeof detail === "string")
            rows.delete(detail);
    }
    runFuture(id, user, call) {
        try {
            this.parts.runner.run(user, "FUTURE", () => {
                if (!call.allowsCallouts)
                    refuseCallouts(transaction());
                this.classes.callStatic(call.className, call.key, call.values);
            });
            finishJob(this.parts, id, null);
        }
        catch (thrown) {
            const exception = apexExceptionOf(thrown);
            if (exception !== null)
                finishJob(this.parts, id, exception);
            throw thrown;
        }
    }
    runScheduled(triggerId, jobId, user, job) {
        const { rows, runner } = this.parts;
        // A test runs a schedule once, when it stops, and its row does not change.
        if (!isInTest()) {
            const times = rows.field(triggerId, "TimesTriggered");
            rows.update(triggerId, {
                TimesTriggered: typeof times === "number" ? times + 1 : 1,
                PreviousFireTime: rows.moment(),
            });
        }
        try {
            runner.run(user, "SCHEDULED", () => callMethod(job, "System.Schedulable.execute", new SchedulableContextValue(triggerId)));
        }
        catch (thrown) {
            const exception = apexExceptionOf(thrown);
            if (exception !== null)
                this.parts.log(`scheduled job ${jobId} failed: ${exception.headline}`);
            throw thrown;
        }
    }
}
/** A queueable cannot chain in a test, and a scheduled job's jobs wait; public suites show that finalizers' and batches' run. */
function runsFollowers({ quiddity }) {
    return quiddity === "TRANSACTION_FINALIZER_QUEUEABLE" || quiddity === "BATCH_APEX";
}
