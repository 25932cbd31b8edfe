interface CacheEntry {
    readonly value: unknown;
    readonly expiresAtMs: number;
}
/** One partition of the org's or the session's cache. */
export type CacheSegment = Map<string, CacheEntry>;
/** `kind` is org, or session; a session is a user's. */
export declare function segmentOf(kind: "org" | "session", partition: string): CacheSegment;
/** undefined where nothing is cached, or no longer. */
export declare function readEntry(segment: CacheSegment, key: string): CacheEntry | undefined;
export declare function writeEntry(segment: CacheSegment, key: string, value: unknown, timeToLiveSeconds: number): void;
export declare function liveKeys(segment: CacheSegment): string[];
export {};
