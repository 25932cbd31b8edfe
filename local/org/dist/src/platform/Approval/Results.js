/** Results of approvals, which this org does not run. Source: Apex Reference, "Approval Namespace". */
import { plainResultType } from "../json/plain-result.js";
export const lockResultBehaviour = plainResultType("Approval.LockResult");
export const unlockResultBehaviour = plainResultType("Approval.UnlockResult");
export const processResultBehaviour = plainResultType("Approval.ProcessResult");
