import type { Difference } from "@salesforce/apex/StripeSyncController.differences";
import { filled } from "c/stripeFilled";
import { labels } from "./labels";

/** A difference as its row shows it. */
export interface Row {
  readonly key: string;
  readonly recordId: string | null;
  readonly targetId: string | null;
  readonly name: string;
  readonly what: string;
  readonly here: string;
  readonly inStripe: string;
  readonly severity: string;
  readonly severityClass: string;
  readonly state: string;
  readonly reason: string | null;
  readonly isChoosable: boolean;
  readonly isChosen: boolean;
  readonly chooseLabel: string;
}

const KINDS: Readonly<Record<string, string>> = {
  "Missing here": labels.missingHere,
  "Missing in Stripe": labels.missingInStripe,
  Unreadable: labels.unreadable,
  Differs: labels.differs,
};
const SEVERITIES: Readonly<Record<string, { readonly label: string; readonly theme: string }>> = {
  Money: { label: labels.money, theme: "slds-theme_error" },
  Status: { label: labels.status, theme: "slds-theme_warning" },
  Detail: { label: labels.detail, theme: "" },
};
const STATES: Readonly<Record<string, string>> = {
  Found: labels.found,
  Repaired: labels.repaired,
  Refused: labels.refused,
  Accepted: labels.accepted,
};
const MENDED = "Repaired";

export function rowOf(
  difference: Difference,
  index: number,
  chosen: ReadonlySet<string>,
  canChoose: boolean,
): Row {
  const { recordId, targetId, stripeId, objectLabel, fieldLabel, kind, severity, state } =
    difference;
  const name = [objectLabel, stripeId].filter(Boolean).join(" ");
  const what = fieldLabel ?? KINDS[kind ?? ""] ?? kind ?? "";
  const known = SEVERITIES[severity ?? ""];
  const isWhole = fieldLabel === null || fieldLabel === undefined;
  return {
    key: recordId ?? String(index),
    recordId: recordId ?? null,
    targetId: targetId ?? null,
    name,
    what,
    here: valueOf(difference.here, isWhole),
    inStripe: valueOf(difference.inStripe, isWhole),
    severity: known?.label ?? severity ?? "",
    severityClass: `slds-badge ${known?.theme ?? ""}`,
    state: STATES[state ?? ""] ?? state ?? "",
    reason: difference.reason ?? null,
    isChoosable: canChoose && state !== MENDED,
    isChosen: chosen.has(recordId ?? ""),
    chooseLabel: filled(labels.choose, `${name} ${what}`),
  };
}

/** A record as a whole has no values to show; a blank field is said to be blank. */
function valueOf(value: string | null | undefined, isWhole: boolean): string {
  return isWhole ? "" : (value ?? labels.blank);
}
