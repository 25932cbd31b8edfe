/** System.Request: the transaction that runs. Source: Apex Reference, "Request Class" and "Quiddity Enum". */
import type { ApexEnum } from "../../runtime/enum.ts";
export declare class RequestValue {
    readonly requestId: string;
    readonly quiddity: ApexEnum | null;
    constructor(requestId: string, quiddity: ApexEnum | null);
}
export declare const requestBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
