/**
 * Whether a task or a case is closed, and a task of high priority: what its status and its priority say.
 * Source: Object Reference, "Task" and "Case", IsClosed: it is "only set indirectly via the Status picklist"; "Task", IsHighPriority
 * and CompletedDateTime; "Case", ClosedDate.
 */
import { ApexDatetime } from "../runtime/datetime.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import { CLOSED_STATUSES, HIGH_PRIORITIES } from "../store/setup-rows.ts";
import { storedText } from "../store/stored-text.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";

/** When a record was saved with a new closed status; an open one has none. */
const CLOSED_AT: Readonly<Record<string, string>> = {
  Task: "CompletedDateTime",
  Case: "ClosedDate",
};

export function settleClosing(context: DmlContext, describe: SObjectDescribe, draft: Draft): void {
  const { before, values } = draft;
  const closedAt = CLOSED_AT[describe.name];
  if (closedAt !== undefined) {
    const isClosed = CLOSED_STATUSES.has(storedText(values["Status"]));
    const isNewStatus = values["Status"] !== before?.values["Status"];
    values["IsClosed"] = isClosed;
    if (!isClosed) values[closedAt] = null;
    else if (isNewStatus)
      values[closedAt] = new ApexDatetime(Math.floor(context.now / 1000) * 1000);
  }
  if (describe.name === "Task")
    values["IsHighPriority"] = HIGH_PRIORITIES.has(storedText(values["Priority"]));
}
