import type { CalloutAccess } from "../runtime/host.ts";
/** Of an org that tests run in: whoever gets here has no mock. */
export declare const CALLOUTS_REFUSED: CalloutAccess;
