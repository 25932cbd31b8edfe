import { exchange } from "./http-request.js";
export function answerCallouts(port) {
    port.on("message", ({ request, answered }) => {
        void exchange(request)
            .catch((error) => ({ kind: "failed", message: String(error) }))
            .then((outcome) => {
            port.postMessage(outcome);
            const signal = new Int32Array(answered);
            Atomics.store(signal, 0, 1);
            Atomics.notify(signal, 0);
        });
    });
    port.unref();
}
