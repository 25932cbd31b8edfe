import type { CalloutRequest, CalloutResponse } from "../../runtime/host.ts";
export type CalloutOutcome = {
    readonly kind: "response";
    readonly response: CalloutResponse;
}
/** In the words of the CalloutException. */
 | {
    readonly kind: "failed";
    readonly message: string;
};
export declare function exchange(callout: CalloutRequest): Promise<CalloutOutcome>;
