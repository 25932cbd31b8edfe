/** In the thread that serves HTTP: makes the callouts that the engine's thread asks for, and wakes it. */
import type { MessagePort } from "node:worker_threads";
import type { CalloutRequest } from "../../runtime/host.ts";
export interface AskedCallout {
    readonly request: CalloutRequest;
    /** One number, 0 until the answer is in the port. */
    readonly answered: SharedArrayBuffer;
}
export declare function answerCallouts(port: MessagePort): void;
