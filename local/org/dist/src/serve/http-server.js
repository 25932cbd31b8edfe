/** node:http to RestRequest and back. Bodies are bounded, a taken port is a sentence. */
import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";
import { RestError } from "../rest/rest-error.js";
/** Salesforce takes 50 MB in one request. */
const MOST_BYTES = 50 * 1024 * 1024;
export async function listen(host, port, answer) {
    const server = createServer((incoming, outgoing) => void respond(incoming, outgoing, answer));
    await new Promise((resolve, reject) => {
        server.once("error", (error) => reject(error.code === "EADDRINUSE"
            ? new Error(`Port ${port} is taken: the Salesforce org cannot listen there. Stop what uses it, or give another port.`)
            : error));
        server.listen(port, host, resolve);
    });
    return { url: `http://${host}:${boundPort(server)}`, stop: () => close(server) };
}
function boundPort(server) {
    // A server that listens on a TCP port has such an address.
    return server.address().port;
}
async function respond(incoming, outgoing, answer) {
    const response = await requestOf(incoming).then(answer).catch(refusal);
    if (response.delayMs !== undefined)
        await delay(response.delayMs, outgoing);
    if (outgoing.destroyed)
        return;
    outgoing.writeHead(response.status, response.headers);
    outgoing.end(response.body);
}
/** Ends early when the client has gone. */
async function delay(ms, outgoing) {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort());
    await setTimeout(ms, undefined, { signal: gone.signal }).catch(() => undefined);
}
async function requestOf(incoming) {
    const origin = `http://${incoming.headers.host ?? "localhost"}`;
    // Some clients join the instance URL and a path with one slash too many, which would read as a host.
    const url = new URL((incoming.url ?? "/").replace(/^\/{2,}/, "/"), origin);
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]));
    return {
        method: incoming.method ?? "GET",
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers,
        body: await bodyOf(incoming),
        origin,
    };
}
async function bodyOf(incoming) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of incoming) {
        // An IncomingMessage without an encoding yields Buffers.
        const buffer = chunk;
        bytes += buffer.length;
        if (bytes > MOST_BYTES)
            throw new RestError(413, "REQUEST_ENTITY_TOO_LARGE", "The request is larger than 50 MB.");
        chunks.push(buffer);
    }
    return Buffer.concat(chunks).toString("utf8");
}
function refusal(error) {
    if (error instanceof RestError)
        return error.toResponse();
    return new RestError(500, "UNKNOWN_EXCEPTION", error instanceof Error ? error.message : String(error)).toResponse();
}
function close(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}
