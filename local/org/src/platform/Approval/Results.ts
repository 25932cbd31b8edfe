/** Results of locks, and of approvals, which this org does not run. Source: Apex Reference, "Approval Namespace". */
import { plainResultType } from "../json/plain-result.ts";

export const { behaviour: lockResultBehaviour, create: newLockResult } =
  plainResultType("Approval.LockResult");
export const { behaviour: unlockResultBehaviour, create: newUnlockResult } =
  plainResultType("Approval.UnlockResult");
export const { behaviour: processResultBehaviour } = plainResultType("Approval.ProcessResult");
