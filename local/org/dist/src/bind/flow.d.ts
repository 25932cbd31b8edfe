import type { BoundBlock } from "./bound.ts";
import type { Report } from "./report.ts";
/** Reports statements after a return or a throw. Salesforce says nothing of those after a break or a continue. */
export declare function checkReachable(body: BoundBlock, report: Report): void;
/** Whether the end of the block can be reached. A loop can always end, also `while (true)`. */
export declare function canComplete(body: BoundBlock): boolean;
