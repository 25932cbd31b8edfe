/** node:http to RestRequest and back. Bodies are bounded, a taken port is a sentence. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { AddressInfo } from "node:net";
import type { RestRequest, RestResponse } from "../rest/http.ts";
import { RestError } from "../rest/rest-error.ts";

/** Salesforce takes 50 MB in one request. */
const MOST_BYTES = 50 * 1024 * 1024;

/** Something else listens there. */
export class PortTaken extends Error {}

export interface HttpServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function listen(
  host: string,
  port: number,
  answer: (request: RestRequest) => Promise<RestResponse>,
): Promise<HttpServer> {
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing, answer));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new PortTaken(
              `Port ${port} is taken: the Salesforce org cannot listen there. Stop what uses it, or give another port.`,
            )
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  return { url: `http://${host}:${boundPort(server)}`, stop: () => close(server) };
}

function boundPort(server: Server): number {
  // A server that listens on a TCP port has such an address.
  return (server.address() as AddressInfo).port;
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: RestRequest) => Promise<RestResponse>,
): Promise<void> {
  const response = await requestOf(incoming).then(answer).catch(refusal);
  if (response.delayMs !== undefined) await delay(response.delayMs, outgoing);
  if (outgoing.destroyed) return;
  outgoing.writeHead(response.status, response.headers);
  outgoing.end(response.body);
}

/** Ends early when the client has gone. */
async function delay(ms: number, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  await setTimeout(ms, undefined, { signal: gone.signal }).catch(() => undefined);
}

async function requestOf(incoming: IncomingMessage): Promise<RestRequest> {
  const origin = `http://${incoming.headers.host ?? "localhost"}`;
  // Some clients join the instance URL and a path with one slash too many, which would read as a host.
  const url = new URL((incoming.url ?? "/").replace(/^\/{2,}/, "/"), origin);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    body: await bodyOf(incoming),
    origin,
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    // An IncomingMessage without an encoding yields Buffers.
    const buffer = chunk as Buffer;
    bytes += buffer.length;
    if (bytes > MOST_BYTES)
      throw new RestError(413, "REQUEST_ENTITY_TOO_LARGE", "The request is larger than 50 MB.");
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function refusal(error: unknown): RestResponse {
  if (error instanceof RestError) return error.toResponse();
  return new RestError(
    500,
    "UNKNOWN_EXCEPTION",
    error instanceof Error ? error.message : String(error),
  ).toResponse();
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
