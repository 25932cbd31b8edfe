import type { Run } from "@salesforce/apex/StripeSyncController.run";
import { filled } from "c/stripeFilled";
import { progressOf, standingOf, subjectOf } from "c/stripeSyncWording";
import { labels } from "./labels";

/** A run as its row shows it. */
export interface Row {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  readonly status: string;
  readonly badge: string;
  readonly message: string | null;
  readonly isOpen: boolean;
  readonly canPause: boolean;
  readonly canResume: boolean;
  readonly canStop: boolean;
  readonly percent: number;
  readonly barStyle: string;
  readonly progress: string;
  readonly found: string;
  readonly startedAt: string | null;
  readonly openLabel: string;
  readonly pauseLabel: string;
  readonly resumeLabel: string;
  readonly stopLabel: string;
}

export function rowOf(run: Run, nowMs: number, mayBegin: boolean): Row {
  const { label, badge, isOpen, canResume, canStop } = standingOf(run);
  const { percent, text } = progressOf(run, nowMs);
  const name = run.name ?? "";
  const differences = (run.missingHere ?? 0) + (run.different ?? 0) + (run.missingInStripe ?? 0);
  return {
    key: run.recordId ?? "",
    name,
    subject: subjectOf(run),
    status: label,
    badge,
    message: run.message ?? null,
    isOpen,
    canPause: mayBegin && isOpen,
    canResume: mayBegin && canResume,
    canStop: mayBegin && canStop,
    percent,
    barStyle: `width: ${percent}%`,
    progress: text,
    found: filled(labels.foundText, differences, run.repaired ?? 0, run.refused ?? 0),
    startedAt: run.startedAt ?? null,
    openLabel: filled(labels.open, name),
    pauseLabel: filled(labels.pauseOne, name),
    resumeLabel: filled(labels.resumeOne, name),
    stopLabel: filled(labels.stopOne, name),
  };
}
