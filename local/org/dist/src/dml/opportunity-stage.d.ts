import type { SObjectDescribe } from "../schema/schema.ts";
import type { Draft } from "./draft.ts";
/** Probability and forecast category come with a new stage, unless the same save says otherwise. */
export declare function settleStage(describe: SObjectDescribe, draft: Draft): void;
