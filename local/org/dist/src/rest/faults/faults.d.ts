/** Failures made on purpose, so that whoever talks to this org can be seen to cope. A real org has no such thing. */
/** How many times a fault strikes: null until it is cleared. */
type Count = number | null;
export type Fault = 
/** 503 SERVER_UNAVAILABLE; the request is not carried out. */
{
    readonly kind: "unavailable";
    readonly count: Count;
}
/** No answer for `holdMs`; the request is carried out where `isCarriedOut`, and its caller does not learn of it in time. */
 | {
    readonly kind: "timeout";
    readonly count: Count;
    readonly holdMs: number;
    readonly isCarriedOut: boolean;
}
/** Every answer is `ms` late. */
 | {
    readonly kind: "latency";
    readonly count: Count;
    readonly ms: number;
}
/** 403 REQUEST_LIMIT_EXCEEDED, whatever the allowance says. */
 | {
    readonly kind: "quotaExhausted";
    readonly count: Count;
}
/** The first `rows` of a save through the API are refused with UNABLE_TO_LOCK_ROW. */
 | {
    readonly kind: "lockedRow";
    readonly count: Count;
    readonly rows: number;
};
export type FaultKind = Fault["kind"];
export type FaultOf<Kind extends FaultKind> = Extract<Fault, {
    readonly kind: Kind;
}>;
export interface StandingFault {
    readonly id: string;
    readonly fault: Fault;
    /** null: until it is cleared. */
    readonly remaining: Count;
}
export interface Faults {
    add(fault: Fault): StandingFault;
    standing(): readonly StandingFault[];
    /** false: there is no such fault. */
    clear(id: string): boolean;
    clearAll(): void;
    /** The oldest standing fault of the kind, one strike of it spent; null when none stands. */
    strike<Kind extends FaultKind>(kind: Kind): FaultOf<Kind> | null;
}
export declare function standingFaults(): Faults;
export {};
