import * as z from "zod/mini";

import { RAISED_ALERTS } from "../../log-events.ts";
import type { Figures } from "./figures.ts";
import { ALERTS, judge, READINGS_BACK, type Finding } from "./rules.ts";

const count = z.number();
const maybe = z.nullable(z.number());

const figures: z.ZodMiniType<Figures> = z.object({
  atMs: count,
  totals: z.object({
    accepted: count,
    refused: count,
    signatureFailures: count,
    published: count,
    retried: count,
    dead: count,
    salesforceCalls: count,
    errors: count,
  }),
  raised: z.record(z.enum(RAISED_ALERTS), count),
  openEvents: maybe,
  lagSeconds: maybe,
  deadLetters: maybe,
  shardBytes: maybe,
  budgetShare: maybe,
  breakerOpen: z.nullable(z.boolean()),
});

const alert = z.object({
  alert: z.enum(ALERTS),
  severity: z.enum(["warning", "critical"]),
  summary: z.string(),
  value: z.number(),
  threshold: z.number(),
  /** When it began, Unix milliseconds. */
  sinceMs: z.number(),
  /** When it ended; null while it is on. */
  endedMs: z.nullable(z.number()),
  /** What Salesforce has been told of it. */
  told: z.enum(["nothing", "began", "ended"]),
});

const watch = z.object({ readings: z.array(figures), alerts: z.array(alert) });

export type Alert = z.infer<typeof alert>;
/** The last readings, oldest first, and the alerts that are on or whose end has to be told. */
export type Watch = z.infer<typeof watch>;

export const NOTHING_WATCHED: Watch = { readings: [], alerts: [] };

/** Nothing watched when nothing is kept, or something another version of the Worker kept. */
export function readWatch(stored: string | null): Watch {
  return watch.safeParse(stored === null ? null : JSON.parse(stored)).data ?? NOTHING_WATCHED;
}

export interface Watched {
  readonly watch: Watch;
  readonly began: readonly Alert[];
  readonly ended: readonly Alert[];
}

/** Takes in a new reading: which alerts begin by it, and which end. */
export function afterReading(before: Watch, reading: Figures): Watched {
  const readings = [...before.readings, reading].slice(-(READINGS_BACK + 1));
  const { findings, unread } = judge(readings);
  const found = new Map(findings.map((finding) => [finding.alert, finding]));
  const active = before.alerts.filter(({ endedMs }) => endedMs === null);
  const activeNames = new Set(active.map(({ alert }) => alert));

  const began = findings
    .filter(({ alert }) => !activeNames.has(alert))
    .map((finding) => begun(finding, reading.atMs));
  const stays = (on: Alert): boolean => found.has(on.alert) || unread.has(on.alert);
  const ended = active.filter((on) => !stays(on)).map((on) => ({ ...on, endedMs: reading.atMs }));
  const on = active.filter(stays).map((each) => ({ ...each, ...found.get(each.alert) }));
  // An alert nobody heard of needs no all-clear.
  const toBeTold = [...before.alerts.filter(({ endedMs }) => endedMs !== null), ...ended].filter(
    ({ told }) => told === "began",
  );
  return { watch: { readings, alerts: [...on, ...began, ...toBeTold] }, began, ended };
}

/** What Salesforce has to be told still. */
export function untold({ alerts }: Watch): Alert[] {
  return alerts.filter(({ told, endedMs }) =>
    endedMs === null ? told === "nothing" : told === "began",
  );
}

/** The watch once Salesforce has been told of these. */
export function afterTelling(before: Watch, told: readonly Alert[]): Watch {
  const isTold = new Set(told);
  return {
    ...before,
    alerts: before.alerts.flatMap((alert) => {
      if (!isTold.has(alert)) return [alert];
      return alert.endedMs === null ? [{ ...alert, told: "began" as const }] : [];
    }),
  };
}

function begun(finding: Finding, sinceMs: number): Alert {
  return { ...finding, sinceMs, endedMs: null, told: "nothing" };
}
