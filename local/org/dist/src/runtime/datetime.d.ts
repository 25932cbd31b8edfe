/** An Apex Datetime: milliseconds since the epoch, UTC. */
import { ApexDate } from "./date.ts";
export declare class ApexDatetime {
    readonly epochMs: number;
    constructor(epochMs: number);
    static ofDate(date: ApexDate): ApexDatetime;
    /** ISO 8601 with zone (`2026-01-31T10:00:00.000Z`, `+0100`, `+01:00`); null where it is not one. */
    static parseIso(text: string): ApexDatetime | null;
    addMs(ms: number): ApexDatetime;
    /** The day in UTC. */
    get dateGmt(): ApexDate;
    /** `2026-01-31T10:00:00.000Z`. */
    toIso(): string;
    /** `2026-01-31 10:00:00`, UTC. */
    toGmtText(): string;
}
