import { raise } from "../runtime/exception.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import type { FutureCall, JobAccess, QueueableOptions } from "../runtime/host.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import { type ApexObject, callMethod } from "../runtime/object.ts";
import { reclass } from "../runtime/reclass.ts";
import type { ProjectClasses } from "../runtime/project-classes.ts";
import { serializedCopy } from "../runtime/serialized-copy.ts";
import { isInTest, type Transaction, transaction } from "../runtime/transaction.ts";
import { DEFAULT_SCOPE, runBatch } from "./batch-job.ts";
import { FlowControl } from "./flow-control.ts";
import { nextTime, parseCron } from "./cron-expression.ts";
import { refuseCallouts, runningQueueable, SchedulableContextValue } from "./job-context.ts";
import type { JobParts } from "./job-parts.ts";
import { outboxOf, outermost } from "./outbox.ts";
import { finishJob, runQueueable } from "./queueable-job.ts";
import type { QueuedJob } from "./queued-job.ts";

const MS_PER_MINUTE = 60_000;

/** Jobs that enqueue each other without end are a fault of the test, not a reason to run for ever. */
const MAX_JOBS_OF_A_TEST = 1000;

/**
 * How many jobs that fail one after the other may each be followed by another that its finalizer enqueues. Salesforce documents the
 * number, not the words of its refusal.
 * Source: Apex Developer Guide, Transaction Finalizers.
 */
const MAX_FAILURES_FOLLOWED = 5;

/** Asynchronous Apex: what transactions ask for, in order, after their commit. */
export class JobQueue implements JobAccess {
  private readonly parts: JobParts;
  private readonly classes: ProjectClasses;
  private readonly flow = new FlowControl();
  private waiting: QueuedJob[] = [];

  constructor(parts: JobParts, classes: ProjectClasses) {
    this.parts = parts;
    this.classes = classes;
  }

  enqueueFuture(call: FutureCall): void {
    const { user, limits, quiddity } = transaction();
    if (quiddity === "FUTURE" || quiddity === "BATCH_APEX") {
      raise(
        "System.AsyncException",
        `Future method cannot be called from a future or batch method: ${call.signature}`,
      );
    }
    limits.spend("futureCalls");
    const id = this.createJob("Future", call.className, { MethodName: call.methodName });
    const serialized = { ...call, values: call.values.map(serializedCopy) };
    this.put({
      id,
      user,
      dueAt: 0,
      signature: null,
      job: null,
      run: () => this.runFuture(id, user, serialized),
    });
  }

  enqueueQueueable(job: ApexObject, options: QueueableOptions): string {
    const running = transaction();
    const parent = runningQueueable(running);
    const depth = (parent?.depth ?? 0) + 1;
    const maximumDepth = options.maximumDepth ?? parent?.maximumDepth ?? null;
    // Source: Apex Developer Guide, Queueable Apex: a test cannot chain jobs.
    if (
      parent !== undefined &&
      running.isTest &&
      running.quiddity === "QUEUEABLE" &&
      maximumDepth === null
    ) {
      raise("System.AsyncException", "Maximum stack depth has been reached.");
    }
    if (maximumDepth !== null && depth > maximumDepth)
      raise("System.AsyncException", "Maximum stack depth has been reached.");
    const failures = parent?.failures ?? 0;
    if (failures > MAX_FAILURES_FOLLOWED)
      raise(
        "System.AsyncException",
        "A finalizer can enqueue a job after five consecutive failures and not after more.",
      );
    running.limits.spend("queueableJobs");
    const { signature } = options;
    if (signature !== null && this.isWaiting(signature)) {
      raise(
        "System.DuplicateMessageException",
        `Attempt to enqueue job with duplicate queueable signature`,
      );
    }
    const { user } = running;
    const serialized = serializedCopy(job);
    const id = this.createJob("Queueable", job.$class.name, {});
    this.put({
      id,
      user,
      dueAt: this.startOf(job.$class.name, options.delayMinutes),
      signature,
      job: serialized,
      run: () =>
        runQueueable(this.parts, { id, user, job: serialized }, depth, maximumDepth, failures),
    });
    return id;
  }

  attachFinalizer(finalizer: ApexObject): void {
    const running = runningQueueable(transaction());
    if (running === undefined || transaction().quiddity !== "QUEUEABLE") {
      raise(
        "System.AsyncException",
        "System.attachFinalizer(Finalizer) is not allowed in this context",
      );
    }
    if (running.finalizer !== null)
      raise(
        "System.AsyncException",
        "More than one Finalizer cannot be attached to same Async Apex Job",
      );
    running.finalizer = finalizer;
  }

  executeBatch(batch: ApexObject, scope: number): string {
    const { user } = transaction();
    const job = serializedCopy(batch);
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
      job,
      run: () => runBatch(this.parts, { id, user, job }, size),
    });
    return id;
  }

  schedule(name: string, cron: string, job: ApexObject): string {
    const { user } = transaction();
    const parsed = parseCron(cron);
    if ("error" in parsed) raise("System.StringException", parsed.error);
    const first = nextTime(parsed.cron, this.parts.clock.now(), user.timeZone);
    if (first === undefined)
      raise(
        "System.AsyncException",
        "Based on configured schedule, the given trigger will never fire.",
      );
    const serialized = serializedCopy(job);
    const id = this.createTrigger(name, cron, first, "7");
    const jobId = this.createJob("ScheduledApex", job.$class.name, { CronTriggerId: id });
    const runOnce = (): void => this.runScheduled(id, jobId, user, serializedCopy(serialized));
    const queued = (dueAt: number): QueuedJob => ({
      id,
      user,
      dueAt,
      signature: null,
      job: serialized,
      followsInTest: false,
      run: () => {
        runOnce();
        if (isInTest() || this.parts.rows.field(id, "CronJobDetailId") === null) return;
        const next = nextTime(parsed.cron, dueAt, user.timeZone);
        this.parts.rows.update(id, {
          NextFireTime: next === undefined ? null : this.parts.rows.moment(next),
        });
        if (next !== undefined) this.waiting.push(queued(next));
      },
    });
    this.put(queued(first));
    return id;
  }

  scheduleBatch(batch: ApexObject, name: string, minutes: number, scope: number): string {
    const { user } = transaction();
    const job = serializedCopy(batch);
    const dueAt = this.parts.clock.now() + minutes * MS_PER_MINUTE;
    const id = this.createTrigger(name, "", dueAt, "7");
    this.put({
      id,
      user,
      dueAt,
      signature: null,
      job,
      run: () => {
        // A test runs it when it stops, and its row stays, as that of any schedule.
        if (!isInTest()) this.endSchedule(id);
        this.parts.runner.run(user, "SCHEDULED", () => this.executeBatch(job, scope));
      },
    });
    return id;
  }

  abort(id: string): void {
    const isThis = (job: QueuedJob): boolean => job.id === id || job.id.slice(0, 15) === id;
    const outbox = outboxOf(outermost(transaction()));
    const isWaiting = [...this.waiting, ...outbox.jobs, ...outboxOf(transaction()).jobs].some(
      isThis,
    );
    // A schedule that is running just now waits no more, and may end itself.
    const isSchedule = this.parts.rows.field(id, "CronJobDetailId") !== null;
    if (!isWaiting && !isSchedule) raise("System.StringException", `Invalid job id: ${id}`);
    this.waiting = this.waiting.filter((job) => !isThis(job));
    outbox.jobs = outbox.jobs.filter((job) => !isThis(job));
    const own = outboxOf(transaction());
    own.jobs = own.jobs.filter((job) => !isThis(job));
    if (isSchedule) this.endSchedule(id);
    else this.parts.rows.update(id, { Status: "Aborted" });
  }

  /** Runs what the test has enqueued, and what the finalizers of those jobs and its batches enqueue; what queueables enqueue waits. */
  runInTest(): void {
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

  /** What waits runs the classes of now. */
  renew(): void {
    for (const { job } of this.waiting) if (job !== null) reclass(job, this.classes);
  }

  /** Takes the jobs of a committed transaction. */
  accept(jobs: readonly QueuedJob[]): void {
    this.waiting.push(...jobs);
  }

  /** Runs the first job that is due; false when none is. A failed job is logged. */
  runNext(): boolean {
    const now = this.parts.clock.now();
    const index = this.waiting.findIndex((job) => job.dueAt <= now);
    const [job] = index < 0 ? [] : this.waiting.splice(index, 1);
    if (job === undefined) return false;
    try {
      job.run();
    } catch (thrown) {
      if (thrown instanceof GapReached) this.endAtGap(job, thrown);
      else if (apexExceptionOf(thrown) === null) throw thrown;
    }
    return true;
  }

  private endAtGap({ id }: QueuedJob, { message }: GapReached): void {
    this.parts.rows.update(id, {
      Status: "Failed",
      ExtendedStatus: message,
      CompletedDate: this.parts.rows.moment(),
    });
    this.parts.log(`job ${id} failed: ${message}`);
  }

  /** Epoch ms of the next job; null when none waits. */
  get nextDueAt(): number | null {
    return this.waiting.length === 0 ? null : Math.min(...this.waiting.map((job) => job.dueAt));
  }

  /** Epoch ms; a delay of minutes is one that nothing else holds back. */
  private startOf(className: string, delayMinutes: number): number {
    const now = this.parts.clock.now();
    return delayMinutes > 0 || isInTest()
      ? now + delayMinutes * MS_PER_MINUTE
      : this.flow.startOf(className, now);
  }

  private isWaiting(signature: string): boolean {
    const jobs = [
      ...this.waiting,
      ...outboxOf(transaction()).jobs,
      ...outboxOf(outermost(transaction())).jobs,
    ];
    return jobs.some((job) => job.signature === signature);
  }

  private put(job: Omit<QueuedJob, "followsInTest">): void {
    const running = transaction();
    outboxOf(running).jobs.push({ ...job, followsInTest: runsFollowers(running) });
  }

  private createJob(
    type: string,
    className: string,
    more: Readonly<Record<string, string | number>>,
  ): string {
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

  private createTrigger(name: string, cron: string, next: number, jobType: string): string {
    const { rows } = this.parts;
    if (rows.hasSchedule(name))
      raise(
        "System.AsyncException",
        `The Apex job named "${name}" is already scheduled for execution.`,
      );
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

  private endSchedule(triggerId: string): void {
    const { rows } = this.parts;
    const detail = rows.field(triggerId, "CronJobDetailId");
    rows.delete(triggerId);
    if (typeof detail === "string") rows.delete(detail);
  }

  private runFuture(id: string, user: QueuedJob["user"], call: FutureCall): void {
    try {
      this.parts.runner.run(user, "FUTURE", () => {
        if (!call.allowsCallouts) refuseCallouts(transaction());
        this.classes.callStatic(call.className, call.key, call.values);
      });
      finishJob(this.parts, id, null);
    } catch (thrown) {
      const exception = apexExceptionOf(thrown);
      if (exception !== null) finishJob(this.parts, id, exception);
      throw thrown;
    }
  }

  private runScheduled(
    triggerId: string,
    jobId: string,
    user: QueuedJob["user"],
    job: ApexObject,
  ): void {
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
      const work = (): unknown =>
        callMethod(job, "System.Schedulable.execute", new SchedulableContextValue(triggerId));
      runner.run(user, "SCHEDULED", work, job.$class.name);
    } catch (thrown) {
      const exception = apexExceptionOf(thrown);
      if (exception !== null)
        this.parts.log(`scheduled job ${jobId} failed: ${exception.headline}`);
      throw thrown;
    }
  }
}

/** A queueable cannot chain in a test, and a scheduled job's jobs wait; public suites show that finalizers' and batches' run. */
function runsFollowers({ quiddity }: Transaction): boolean {
  return quiddity === "TRANSACTION_FINALIZER_QUEUEABLE" || quiddity === "BATCH_APEX";
}
