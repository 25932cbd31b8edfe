/** In the thread that serves HTTP: makes the callouts that the engine's thread asks for, and wakes it. */
import type { MessagePort } from "node:worker_threads";
import type { CalloutRequest } from "../../runtime/host.ts";
import { exchange, type CalloutOutcome } from "./http-request.ts";

export interface AskedCallout {
  readonly request: CalloutRequest;
  /** One number, 0 until the answer is in the port. */
  readonly answered: SharedArrayBuffer;
}

export function answerCallouts(port: MessagePort): void {
  port.on("message", ({ request, answered }: AskedCallout) => {
    void exchange(request)
      .catch((error: unknown): CalloutOutcome => ({ kind: "failed", message: String(error) }))
      .then((outcome) => {
        port.postMessage(outcome);
        const signal = new Int32Array(answered);
        Atomics.store(signal, 0, 1);
        Atomics.notify(signal, 0);
      });
  });
  port.unref();
}
