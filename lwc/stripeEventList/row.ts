import type { Event } from "@salesforce/apex/StripeIntegrationController.events";
import { filled } from "c/stripeFilled";
import { labels } from "./labels";

/** An event as its row shows it. */
export interface Row extends Event {
  readonly key: string;
  readonly statusLabel: string;
  readonly statusClass: string;
  readonly canReplay: boolean;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly chooseLabel: string;
  readonly replayLabel: string;
  readonly detailsLabel: string;
}

const STATUSES: Readonly<Record<string, { readonly label: string; readonly theme: string }>> = {
  Processed: { label: labels.processedStatus, theme: "slds-theme_success" },
  Duplicate: { label: labels.duplicate, theme: "" },
  Stale: { label: labels.stale, theme: "" },
  Ignored: { label: labels.ignored, theme: "" },
  Failed: { label: labels.failed, theme: "slds-theme_error" },
  Waiting: { label: labels.waiting, theme: "slds-theme_warning" },
};
/** Those whose events have not had their effect. */
const OPEN: ReadonlySet<string> = new Set(["Failed", "Waiting"]);

/** One list for good, as a list box wants it. */
export const STATUS_CHOICES = [
  { value: "", label: labels.allStatuses },
  ...Object.entries(STATUSES).map(([value, { label }]) => ({ value, label })),
];

export function rowOf(
  event: Event,
  standing: {
    readonly chosen: ReadonlySet<string>;
    readonly openId: string | null;
    readonly mayReplay: boolean;
  },
): Row {
  const { recordId, eventId, status } = event;
  const known = STATUSES[status ?? ""];
  const name = eventId ?? "";
  return {
    ...event,
    key: recordId ?? "",
    statusLabel: known?.label ?? status ?? "",
    statusClass: `slds-badge ${known?.theme ?? ""}`,
    canReplay: standing.mayReplay && OPEN.has(status ?? ""),
    isChosen: standing.chosen.has(recordId ?? ""),
    isOpen: recordId === standing.openId,
    chooseLabel: filled(labels.chooseOne, name),
    replayLabel: filled(labels.replayOne, name),
    detailsLabel: filled(labels.detailsOf, name),
  };
}

/** A payload to be read by people; as it is when it is no JSON. */
export function readable(payload: string | null | undefined): string {
  try {
    return JSON.stringify(JSON.parse(payload ?? ""), null, 2);
  } catch {
    return payload ?? "";
  }
}
