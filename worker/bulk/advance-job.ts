import type { Result } from "../result.ts";
import type { JobCallError } from "./call-as-bulk.ts";
import type { JobStep, Step } from "./sending.ts";
import type { JobAnswer, JobInfo, JobRequest } from "./ingest-job.ts";
import { outcomesOfJob, rowsIn, type JobOutcomes } from "./row-results.ts";

export interface JobWorld {
  readonly call: (request: JobRequest) => Promise<Result<JobAnswer, JobCallError>>;
  /** The rows of the job, as the upload. */
  readonly csv: () => string;
  readonly ids: () => readonly string[];
  readonly nowMs: () => number;
}

export type Advance =
  | { readonly kind: "next"; readonly step: Step; readonly waitMs: number }
  /** The call has to be made again: at once when the reason may be over, not before `untilMs` otherwise. */
  | { readonly kind: "again"; readonly untilMs: number; readonly detail: string }
  | ({ readonly kind: "done" } & JobOutcomes);

/** A job that gets lost is made again this often; then its rows go by collections, where each says for itself what is wrong. */
const MAX_JOBS = 3;
/** Salesforce may take its time to get to a job. Rows of one that takes longer are better sent again. */
const PATIENCE_MS = 3_600_000;
const FIRST_POLL_MS = 2_000;
const LONGEST_POLL_MS = 60_000;

/** Makes the call a job's step asks for, and says what comes after. Any step may be repeated after a crash. */
export async function advanceJob(step: JobStep, world: JobWorld): Promise<Advance> {
  switch (step.step) {
    case "create": {
      const answer = await world.call({ kind: "create" });
      if (!answer.ok) return orRefused(answer.error, () => next({ way: "collections" }));
      return next({ ...step, step: "upload", jobId: answer.value.info?.id ?? "" });
    }
    case "upload": {
      const answer = await world.call({ kind: "upload", jobId: step.jobId, csv: world.csv() });
      if (!answer.ok) return orRefused(answer.error, () => next({ ...step, step: "recover" }));
      return next({ ...step, step: "close" });
    }
    case "close": {
      const state = "UploadComplete";
      const answer = await world.call({ kind: "change", jobId: step.jobId, state });
      if (!answer.ok) return orRefused(answer.error, () => next({ ...step, step: "recover" }));
      return next(polling(step, world.nowMs()), FIRST_POLL_MS);
    }
    case "recover":
      return recover(step, world);
    case "poll":
      return poll(step, world);
    case "abort": {
      const answer = await world.call({ kind: "change", jobId: step.jobId, state: "Aborted" });
      const detail = "The job took too long and was aborted.";
      if (!answer.ok) return orRefused(answer.error, () => next(results(step, false, detail)));
      return next(results(step, false, detail));
    }
    case "results":
      return readResults(step, world);
  }
}

/** A call was refused that may have been made before: looks how far the job is. */
async function recover(
  step: JobStep & { readonly step: "recover" | "upload" | "close" },
  world: JobWorld,
): Promise<Advance> {
  const answer = await world.call({ kind: "read", jobId: step.jobId });
  if (!answer.ok) return orRefused(answer.error, () => again(step));
  if (answer.value.info?.state !== "Open") return next(polling(step, world.nowMs()));
  const aborted = await world.call({ kind: "change", jobId: step.jobId, state: "Aborted" });
  return aborted.ok ? again(step) : orRefused(aborted.error, () => again(step));
}

async function poll(
  step: JobStep & { readonly step: "poll" | "abort" },
  world: JobWorld,
): Promise<Advance> {
  const answer = await world.call({ kind: "read", jobId: step.jobId });
  if (!answer.ok) return orRefused(answer.error, () => again(step));
  const { info } = answer.value;
  switch (info?.state) {
    case undefined:
    case "UploadComplete":
    case "InProgress": {
      if (world.nowMs() - step.closedMs > PATIENCE_MS) return next({ ...step, step: "abort" });
      const polls = step.polls + 1;
      return next({ ...step, polls }, Math.min(LONGEST_POLL_MS, FIRST_POLL_MS * 2 ** polls));
    }
    case "Open":
      return next({ way: "job", step: "close", jobs: step.jobs, jobId: step.jobId });
    case "JobComplete":
      return complete(step, info, world);
    case "Failed":
    case "Aborted":
      return next(results(step, false, `The job is ${info.state}: ${info.errorMessage}`));
  }
}

/** When every row went through there is nothing to read. */
function complete(
  step: JobStep & { readonly jobId: string },
  info: JobInfo,
  world: JobWorld,
): Advance {
  const ids = world.ids();
  const isClean = info.numberRecordsFailed === 0 && info.numberRecordsProcessed === ids.length;
  if (!isClean) return next(results(step, true, "The job left this row out."));
  const outcomes = ids.map((id) => ({ id, kind: "published" }) as const);
  return { kind: "done", outcomes, orgRefuses: null };
}

async function readResults(
  step: JobStep & { readonly step: "results" },
  world: JobWorld,
): Promise<Advance> {
  const { jobId } = step;
  const lists: ReadonlyMap<string, string>[] = [];
  for (const of of [
    "failedResults",
    step.complete ? "unprocessedrecords" : "successfulResults",
  ] as const) {
    const answer = await world.call({ kind: "results", jobId, of });
    if (!answer.ok) return orRefused(answer.error, () => again(step));
    const rows = rowsIn(answer.value.text);
    if (rows === null) {
      return { kind: "again", untilMs: world.nowMs(), detail: `${of} is not the list of this job` };
    }
    lists.push(rows);
  }
  const [failed = new Map<string, string>(), other = new Map<string, string>()] = lists;
  const { detail } = step;
  const found = step.complete
    ? { failed, succeeded: null, unprocessed: other, detail }
    : { failed, succeeded: other, unprocessed: new Map<string, string>(), detail };
  return { kind: "done", ...outcomesOfJob(world.ids(), found, world.nowMs()) };
}

/** The job is lost. What it may have published already, Apex knows. */
function again(step: JobStep): Advance {
  if (step.jobs >= MAX_JOBS) return next({ way: "collections" });
  return next({ way: "job", step: "create", jobs: step.jobs + 1 });
}

function polling(step: JobStep & { readonly jobId: string }, nowMs: number): Step {
  const { jobs, jobId } = step;
  return { way: "job", step: "poll", jobs, jobId, polls: 0, closedMs: nowMs };
}

function results(
  step: JobStep & { readonly jobId: string },
  complete: boolean,
  detail: string,
): Step {
  const { jobs, jobId } = step;
  return { way: "job", step: "results", jobs, jobId, complete, detail };
}

function next(step: Step, waitMs = 0): Advance {
  return { kind: "next", step, waitMs };
}

function orRefused(error: JobCallError, whenRefused: () => Advance): Advance {
  return error.reason === "request_refused"
    ? whenRefused()
    : { kind: "again", untilMs: error.untilMs, detail: error.detail };
}
