/** Sync runs in words: how they stand, what they go over, how long they still take. */
import type { Run } from "@salesforce/apex/StripeSyncController.run";
import locale from "@salesforce/i18n/locale";
import { filled } from "c/stripeFilled";
import { labels } from "./labels";

export interface Standing {
  readonly label: string;
  readonly badge: string;
  /** A job works on it, or is to. */
  readonly isOpen: boolean;
  readonly canResume: boolean;
  readonly canStop: boolean;
}

const OPEN = { isOpen: true, canResume: false, canStop: true } as const;
const OVER = { isOpen: false, canResume: false, canStop: false } as const;
/** By Salesforce's value of the status. */
const STANDINGS: Readonly<Record<string, Standing>> = {
  Queued: { label: labels.queued, badge: "slds-badge", ...OPEN },
  Running: { label: labels.running, badge: "slds-badge slds-theme_info", ...OPEN },
  Paused: {
    label: labels.paused,
    badge: "slds-badge slds-theme_warning",
    isOpen: false,
    canResume: true,
    canStop: true,
  },
  Stopped: { label: labels.stopped, badge: "slds-badge", ...OVER },
  Done: { label: labels.done, badge: "slds-badge slds-theme_success", ...OVER },
  "Done with differences": {
    label: labels.different,
    badge: "slds-badge slds-theme_warning",
    ...OVER,
  },
};
const KINDS: Readonly<Record<string, string>> = {
  Import: labels.kindImport,
  Range: labels.kindRange,
  Live: labels.kindLive,
  History: labels.kindHistory,
  Gap: labels.kindGap,
  Chosen: labels.kindChosen,
  Payouts: labels.kindPayouts,
};
const MINUTE_MS = 60_000;
const MINUTES_OF_AN_HOUR = 60;
/** Under this share of the whole, how long it took says little of the rest. */
const LEAST_PERCENT = 2;

export function standingOf({ status }: Run): Standing {
  return STANDINGS[status ?? ""] ?? { label: status ?? "", badge: "slds-badge", ...OVER };
}

/** What a run goes over, in one line. */
export function subjectOf(run: Run): string {
  const kind = KINDS[run.kind ?? ""] ?? run.kind ?? "";
  const isOfTime = run.kind === "Range" || run.kind === "History";
  const types = run.types === "" || run.types === null ? labels.everything : (run.types ?? "");
  return [
    kind,
    ...(run.kind === "Chosen" || run.kind === "Payouts" ? [] : [types]),
    ...(isOfTime && run.since ? [filled(labels.from, dayText(run.since))] : []),
    ...(isOfTime && run.before ? [filled(labels.until, dayText(run.before))] : []),
    run.isDry === true ? labels.dry : labels.wet,
    run.account ?? "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** What is listed and how long the rest takes if it goes on so: an estimate, because Stripe does not say how much there is. */
export function progressOf(run: Run, nowMs: number): { percent: number; text: string } {
  const percent = Math.round(run.progress ?? 0);
  const listing = filled(labels.listing, percent, run.current ?? standingOf(run).label);
  return { percent, text: `${listing}. ${leftOf(run, percent, nowMs)}` };
}

function leftOf({ startedAt }: Run, percent: number, nowMs: number): string {
  if (startedAt === null || startedAt === undefined || percent < LEAST_PERCENT)
    return labels.leftUnknown;
  const spentMs = Math.max(0, nowMs - Date.parse(startedAt));
  const minutes = Math.ceil((spentMs * (100 - percent)) / percent / MINUTE_MS);
  const hours = Math.round(minutes / MINUTES_OF_AN_HOUR);
  const time =
    minutes <= 1
      ? labels.minute
      : hours < 2
        ? filled(labels.minutes, minutes)
        : filled(labels.hours, hours);
  return filled(labels.left, time);
}

function dayText(moment: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(Date.parse(moment));
}
