import { ApexList } from "../../runtime/list.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
export declare class AccessDecisionValue {
    readonly records: ApexList<SObjectValue>;
    /** Object → fields. */
    readonly removed: Map<string, Set<string>>;
    readonly modified: Set<number>;
    constructor(records: ApexList<SObjectValue>);
}
export declare const securityBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const accessDecisionBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
