/** A run in lines for a terminal. */
import type { Difference, SyncRun } from "./runs.ts";

const WHOLE = 100;
const SECONDS_OF_A_MINUTE = 60;
/** Less of the whole tells no pace: progress goes by pages and by types, which differ in size. */
const LEAST_PERCENT = 5;

/** How far a run was at a look at it. */
export interface Look {
  readonly percent: number;
  /** Of a clock that only goes forward, milliseconds. */
  readonly atMs: number;
}

/** @param first what the pace is counted from: a run that is taken up again, or began before it was looked at, has done much by then */
export function progressLine(run: SyncRun, first: Look, nowMs: number): string {
  const found = run.Missing_Here__c + run.Different__c + run.Missing_In_Stripe__c;
  return [
    `${run.Name} ${run.Status__c.toLowerCase()}`,
    `${run.Progress__c} %`,
    `${run.Listed__c} objects in ${run.Pages__c} pages`,
    `${found} ${run.Is_Dry__c ? "differ" : "differed"}`,
    ...estimate(run, first, nowMs),
    ...(run.Message__c === null ? [] : [run.Message__c]),
  ].join(" · ");
}

/** From the pace since the first look; nothing while that says little. */
function estimate(
  { Status__c: status, Progress__c: percent }: SyncRun,
  first: Look,
  nowMs: number,
): string[] {
  const done = percent - first.percent;
  if (status !== "Running" || done < LEAST_PERCENT || percent >= WHOLE) return [];
  const seconds = Math.ceil(((nowMs - first.atMs) / 1000) * ((WHOLE - percent) / done));
  return [
    seconds < SECONDS_OF_A_MINUTE
      ? `about ${seconds} s left`
      : `about ${Math.round(seconds / SECONDS_OF_A_MINUTE)} min left`,
  ];
}

export function differenceLine(difference: Difference): string {
  const { Kind__c: kind, Object__c: object, Stripe_ID__c: id, Field__c: field } = difference;
  const what =
    field === null
      ? kind.toLowerCase()
      : `${field}: ${difference.Here__c ?? "(blank)"} here, ${difference.In_Stripe__c ?? "(blank)"} in Stripe`;
  const state = difference.State__c === "Found" ? "" : ` [${difference.State__c.toLowerCase()}]`;
  const reason = difference.Reason__c === null ? "" : ` ${difference.Reason__c}`;
  return `${(difference.Severity__c ?? "").padEnd(6)}  ${object}  ${id ?? ""}  ${what}${state}${reason}`;
}

export function summary(run: SyncRun): string {
  const parts = [
    `${run.Missing_Here__c} missing here`,
    `${run.Different__c} fields differ`,
    `${run.Missing_In_Stripe__c} missing in Stripe`,
    ...(run.Is_Dry__c ? [] : [`${run.Repaired__c} mended`]),
    `${run.Refused__c} refused`,
    ...(run.Accepted__c === 0 ? [] : [`${run.Accepted__c} accepted before`]),
    ...(run.Unmatched__c === 0 ? [] : [`${run.Unmatched__c} customers belong to nobody here`]),
  ];
  return `${run.Name}: ${run.Status__c.toLowerCase()}. ${run.Listed__c} objects, ${run.Requests__c} requests to Stripe. ${parts.join(", ")}.`;
}

/** Whether nothing is left that differs. */
export function isAgreed({ Status__c: status }: SyncRun): boolean {
  return status === "Done";
}
