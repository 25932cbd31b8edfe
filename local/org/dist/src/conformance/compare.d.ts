/** What differs between a suite's expected failures and a run of it, in either direction. */
import type { TestOutcome } from "../apex-tests/outcome.ts";
import type { Suite } from "./suite.ts";
export type Change = 
/** Expected to pass. */
{
    readonly kind: "fails";
    readonly test: string;
    readonly message: string;
}
/** Expected to fail. */
 | {
    readonly kind: "passes";
    readonly test: string;
    readonly reason: string;
}
/** Expected to fail, and there is no such test. */
 | {
    readonly kind: "missing";
    readonly test: string;
    readonly reason: string;
} | {
    readonly kind: "count";
    readonly expected: number;
    readonly found: number;
};
export declare function changesOf(suite: Suite, outcomes: readonly TestOutcome[]): readonly Change[];
/** The suite as the run found it: reasons known stay, a new failure's reason is its message until somebody finds the cause. */
export declare function accepted(suite: Suite, outcomes: readonly TestOutcome[]): Suite;
export declare function formatChange(change: Change): string;
export declare function testName({ class: name, method }: TestOutcome): string;
