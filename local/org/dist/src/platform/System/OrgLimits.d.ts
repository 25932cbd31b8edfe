/** Emails to outside addresses in a day. */
export declare const DAILY_EMAILS = 15;
export declare class OrgLimitValue {
    readonly name: string;
    readonly limit: number;
    constructor(name: string, limit: number);
}
export declare const orgLimitsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const orgLimitBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
