interface UrlParts {
    readonly protocol: string;
    readonly authority: string;
    readonly path: string;
    readonly query: string | null;
    readonly ref: string | null;
}
export declare class UrlValue {
    readonly parts: UrlParts;
    constructor(parts: UrlParts);
    get userInfo(): string | null;
    get hostAndPort(): {
        readonly host: string;
        readonly port: number;
    };
    /** Path and query. */
    get file(): string;
    get $identity(): string;
    toString(): string;
}
export declare const urlBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export {};
