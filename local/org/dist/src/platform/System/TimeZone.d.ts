export declare class TimeZoneValue {
    /** IANA, or GMT. */
    readonly id: string;
    constructor(id: string);
    get $identity(): string;
    toString(): string;
}
export declare const timeZoneBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const userTimeZoneBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
