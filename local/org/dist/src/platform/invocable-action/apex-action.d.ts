import { ApexMap } from "../../runtime/map.ts";
export type InvocationOutcome = {
    readonly isSuccess: true;
    readonly outputs: ApexMap<string>;
} | {
    readonly isSuccess: false;
    readonly code: string;
    readonly message: string;
};
type Inputs = ApexMap<string>;
/** One outcome per invocation; an exception of the method fails them all. */
export declare function invokeApexAction(className: string, invocations: readonly Inputs[]): readonly InvocationOutcome[];
export {};
