/** ApexPages.Message. Source: Apex Reference, "Message Class". */
import type { ApexEnum } from "../../runtime/enum.ts";
export declare class MessageValue {
    readonly severity: ApexEnum;
    readonly summary: string | null;
    readonly detail: string | null;
    readonly componentId: string | null;
    constructor(severity: ApexEnum, summary: string | null, detail: string | null, componentId: string | null);
    /** The same message is shown once. */
    get $identity(): string;
    toString(): string;
}
export declare const messageBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
