/**
 * Callouts of a served org. Apex waits, so the engine's thread sleeps on shared memory until the thread that serves HTTP has the answer
 * and wakes it.
 */
import { receiveMessageOnPort } from "node:worker_threads";
import { raise } from "../../runtime/exception.js";
import { transaction } from "../../runtime/transaction.js";
import { resolveEndpoint } from "./endpoint.js";
/** Over the callout's own timeout, which the other thread keeps: only a thread that died is later. */
const GRACE_MS = 5_000;
export function blockingCallouts(port, settings, hasPrincipal) {
    return {
        send(request) {
            const endpoint = resolveEndpoint(request, settings, (principal) => hasPrincipal(transaction().user.id, principal));
            if (endpoint.kind === "refused")
                raise("System.CalloutException", endpoint.message);
            const outcome = ask(port, endpoint.request);
            if (outcome.kind === "failed")
                raise("System.CalloutException", outcome.message);
            return outcome.response;
        },
    };
}
function ask(port, request) {
    const answered = new SharedArrayBuffer(4);
    const asked = { request, answered };
    port.postMessage(asked);
    const woken = Atomics.wait(new Int32Array(answered), 0, 0, request.timeoutMs + GRACE_MS);
    const received = woken === "timed-out" ? undefined : receiveMessageOnPort(port);
    if (received === undefined)
        return { kind: "failed", message: "Read timed out" };
    // Only answerCallouts posts to this port.
    return received.message;
}
