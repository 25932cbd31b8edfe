/** One HTTP exchange as a callout makes it: no redirect is followed, nothing is added but what HTTP needs. */
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
/** Source: Apex Developer Guide, "Callout Limits and Limitations". */
const MOST_BYTES = 12_000_000;
export function exchange(callout) {
    const url = new URL(callout.endpoint);
    const send = url.protocol === "https:" ? secureRequest : plainRequest;
    return new Promise((resolve) => {
        const fail = (message) => resolve({ kind: "failed", message });
        const length = callout.body?.length ?? 0;
        const isBodyless = length === 0 && (callout.method === "GET" || callout.method === "HEAD");
        const headers = {
            ...Object.fromEntries(callout.headers),
            ...(isBodyless ? {} : { "content-length": length }),
        };
        const outgoing = send(url, { method: callout.method, headers, signal: AbortSignal.timeout(callout.timeoutMs) }, (incoming) => {
            const chunks = [];
            let bytes = 0;
            incoming.on("data", (chunk) => {
                bytes += chunk.length;
                chunks.push(chunk);
                if (bytes > MOST_BYTES)
                    incoming.destroy(new Error("Exceeded max size limit of 12000000"));
            });
            incoming.on("error", (error) => fail(wordsOf(error, url)));
            incoming.on("end", () => resolve({
                kind: "response",
                response: {
                    statusCode: incoming.statusCode ?? 0,
                    status: incoming.statusMessage ?? "",
                    headers: pairs(incoming.rawHeaders),
                    body: new Uint8Array(Buffer.concat(chunks)),
                },
            }));
        });
        outgoing.on("error", (error) => fail(wordsOf(error, url)));
        outgoing.end(callout.body ?? undefined);
    });
}
function wordsOf(error, url) {
    if (error.name === "AbortError" || error.name === "TimeoutError" || error.code === "ETIMEDOUT")
        return "Read timed out";
    switch (error.code) {
        case "ECONNREFUSED":
            return "Connection refused";
        case "ECONNRESET":
            return "Connection reset";
        case "ENOTFOUND":
        case "EAI_AGAIN":
            return `Unknown host: ${url.hostname}`;
        default:
            return error.message;
    }
}
function pairs(raw) {
    const names = raw.filter((_, index) => index % 2 === 0);
    return names.map((name, index) => [name, raw[index * 2 + 1] ?? ""]);
}
