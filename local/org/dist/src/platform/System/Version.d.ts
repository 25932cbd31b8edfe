export declare class VersionValue {
    readonly major: number;
    readonly minor: number;
    readonly patch: number | null;
    constructor(major: number, minor: number, patch: number | null);
    toString(): string;
}
export declare const versionBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
