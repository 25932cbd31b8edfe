/**
 * Whether a task or a case is closed: what its status says.
 * Source: Object Reference, "Task" and "Case", IsClosed: it is "only set indirectly via the Status picklist".
 */
import type { SObjectDescribe } from "../schema/schema.ts";
import { CLOSED_STATUSES } from "../store/setup-rows.ts";
import { storedText } from "../store/stored-text.ts";
import type { Draft } from "./draft.ts";

const FOLLOWING = new Set(["Task", "Case"]);

export function settleClosing(describe: SObjectDescribe, draft: Draft): void {
  if (FOLLOWING.has(describe.name))
    draft.values["IsClosed"] = CLOSED_STATUSES.has(storedText(draft.values["Status"]));
}
