/**
 * Whether a task or a case is closed, and a task of high priority: what its status and its priority say.
 * Source: Object Reference, "Task" and "Case", IsClosed: it is "only set indirectly via the Status picklist"; "Task", IsHighPriority.
 */
import type { SObjectDescribe } from "../schema/schema.ts";
import { CLOSED_STATUSES, HIGH_PRIORITIES } from "../store/setup-rows.ts";
import { storedText } from "../store/stored-text.ts";
import type { Draft } from "./draft.ts";

const FOLLOWING = new Set(["Task", "Case"]);

export function settleClosing(describe: SObjectDescribe, draft: Draft): void {
  if (FOLLOWING.has(describe.name))
    draft.values["IsClosed"] = CLOSED_STATUSES.has(storedText(draft.values["Status"]));
  if (describe.name === "Task")
    draft.values["IsHighPriority"] = HIGH_PRIORITIES.has(storedText(draft.values["Priority"]));
}
