/** What the HTTP thread and the engine thread say to each other. */
import type { MessagePort } from "node:worker_threads";
import type { RestRequest, RestResponse } from "../rest/http.ts";
import type { LocalOrgOptions } from "./options.ts";
/** What the engine's thread begins with. */
export interface EngineData {
    readonly options: LocalOrgOptions;
    readonly calloutPort: MessagePort;
}
export type ToEngine = {
    readonly kind: "request";
    readonly id: number;
    readonly request: RestRequest;
} | {
    readonly kind: "stop";
};
export type FromEngine = {
    readonly kind: "ready";
}
/** The project does not compile, or cannot be read: one line a reason. */
 | {
    readonly kind: "refused";
    readonly reasons: readonly string[];
} | {
    readonly kind: "response";
    readonly id: number;
    readonly response: RestResponse;
} | {
    readonly kind: "log";
    readonly line: string;
};
