import type { Savepoint } from "../runtime/host.ts";
/** A place to go back to, in the records and in what waits for the commit. */
export declare class RecordSavepoint implements Savepoint {
    readonly mark: number;
    readonly events: number;
    readonly jobs: number;
    isReleased: boolean;
    constructor(mark: number, events: number, jobs: number);
}
