export interface ApiUsage {
    /** Counts one request; false when the allowance is used up, and then nothing is counted. */
    take(): boolean;
    used(): number;
    readonly allowance: number;
    /** The value of the `Sforce-Limit-Info` header: `api-usage=18/5000`. */
    header(): string;
}
export declare function apiUsage(allowance: number, now: () => number): ApiUsage;
