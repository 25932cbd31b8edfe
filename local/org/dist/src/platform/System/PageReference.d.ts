export declare class CookieValue {
    readonly name: string;
    readonly value: string | null;
    readonly path: string | null;
    /** Seconds; -1 for the length of the session. */
    readonly maxAge: number;
    readonly isSecure: boolean;
    readonly sameSite: string | null;
    readonly isHttpOnly: boolean;
    constructor(name: string | null, value: string | null, path: string | null, maxAge: number | null, isSecure: boolean | null, sameSite?: string | null, isHttpOnly?: boolean | null);
}
export declare const cookieBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const pageReferenceBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
