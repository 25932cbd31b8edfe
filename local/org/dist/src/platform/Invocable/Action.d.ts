import { ApexMap } from "../../runtime/map.ts";
type Invocation = ApexMap<string>;
export declare class ActionValue {
    readonly type: string;
    readonly namespace: string | null;
    readonly name: string;
    invocations: Invocation[];
    constructor(type: string, namespace: string | null, name: string);
    /** Invocations included. */
    copy(): ActionValue;
}
export declare class ActionErrorValue {
    readonly code: string;
    readonly message: string;
    constructor(code: string, message: string);
}
export interface ActionResultParts {
    readonly isSuccess: boolean;
    readonly outputs: ApexMap<string>;
    readonly errors: readonly ActionErrorValue[];
}
export declare class ActionResultValue {
    /** null for a result that a test made from JSON. */
    readonly action: ActionValue | null;
    readonly inputs: Invocation;
    readonly parts: ActionResultParts;
    constructor(action: ActionValue | null, inputs: Invocation, parts: ActionResultParts);
}
export declare const actionBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const actionResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const actionErrorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export {};
