import type { TestRun } from "../outcome.ts";
/** Who ran it, and when. */
export interface RunFacts {
    readonly orgId: string;
    readonly userId: string;
    readonly username: string;
    /** Epoch ms. */
    readonly startedAt: number;
    readonly endedAt: number;
}
export declare function sfJsonOf(run: TestRun, facts: RunFacts): unknown;
