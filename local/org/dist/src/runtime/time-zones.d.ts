/** Points in time as a wall clock in an IANA time zone shows them, by Intl. */
import { ApexDate } from "./date.ts";
export interface WallClock {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    readonly millisecond: number;
}
/** Salesforce says GMT where Intl says UTC. */
export declare function zoneName(zone: string): string;
export declare function isZone(zone: string): boolean;
export declare function wallClock(epochMs: number, zone: string): WallClock;
/** What the zone's clock is ahead of GMT at that moment. */
export declare function offsetMs(epochMs: number, zone: string): number;
/** The moment a wall clock shows that time; in a gap of daylight saving the clock after it. */
export declare function momentOf(localMs: number, zone: string): number;
export declare function dayInZone(epochMs: number, zone: string): ApexDate;
