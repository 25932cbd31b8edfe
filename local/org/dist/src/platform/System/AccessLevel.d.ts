/** System.AccessLevel. Source: Apex Reference, "AccessLevel Class". */
import type { AccessMode } from "../../runtime/host.ts";
export declare class AccessLevelValue {
    readonly mode: AccessMode;
    constructor(mode: AccessMode);
    get $identity(): string;
    toString(): string;
}
export declare const accessLevelBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
