import * as z from "zod/mini";

const job = {
  way: z.literal("job"),
  /** How many jobs were made for these rows: one that got lost is made again, but not for ever. */
  jobs: z.number(),
};

/**
 * What is on its way to Salesforce. A crash loses at most what happened since the last save: every step can be done twice, since Apex
 * takes an event once. Times are Unix milliseconds.
 */
const step = z.union([
  z.object({ way: z.literal("collections") }),
  z.object({ ...job, step: z.literal("create") }),
  z.object({ ...job, step: z.enum(["upload", "close", "recover"]), jobId: z.string() }),
  z.object({
    ...job,
    step: z.enum(["poll", "abort"]),
    jobId: z.string(),
    polls: z.number(),
    closedMs: z.number(),
  }),
  z.object({
    ...job,
    step: z.literal("results"),
    jobId: z.string(),
    /** Whether the job went through all rows; otherwise rows it says nothing of were not published. */
    complete: z.boolean(),
    detail: z.string(),
  }),
]);

const sending = z.object({
  step,
  /** When the next call is made. */
  nextMs: z.number(),
  /** Calls in a row that failed for a reason that may pass. */
  failures: z.number(),
});

export type Step = z.infer<typeof step>;
export type JobStep = Exclude<Step, { readonly way: "collections" }>;
export type Sending = z.infer<typeof sending>;

/**
 * From here on a job is the better way: it costs about nine calls whatever its size, collections one for 200 rows, and Salesforce itself advises
 * collections below. https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_bulkapi.htm
 */
export const JOB_ROWS = 2_000;

export function sendingFor(rows: number, nowMs: number): Sending {
  const first: Step =
    rows >= JOB_ROWS ? { way: "job", step: "create", jobs: 1 } : { way: "collections" };
  return { step: first, nextMs: nowMs, failures: 0 };
}

/** Undefined for none, and for one that another version of the Worker left: its rows are then collected anew. */
export function readSending(stored: unknown): Sending | undefined {
  const parsed = sending.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}
