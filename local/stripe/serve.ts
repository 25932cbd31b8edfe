import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { arrayBuffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/** A Node server around a function from Request to Response. */
export function serve(
  answer: (request: Request) => Response | Promise<Response>,
  log: (line: string) => void,
): Server {
  return createServer((incoming, outgoing) => {
    exchange(answer, incoming, outgoing).catch((error: unknown) => {
      // Usually a client that went away; nobody is left to be told.
      log(`${incoming.method ?? ""} ${incoming.url ?? ""}: ${String(error)}`);
      outgoing.destroy();
    });
  });
}

async function exchange(
  answer: (request: Request) => Response | Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await answer(await requestOf(incoming, gone.signal));
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.from(response.body), outgoing);
}

async function requestOf(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = "GET" } = incoming;
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? await arrayBuffer(incoming) : null;
  return new Request(new URL(incoming.url ?? "/", "http://local-stripe"), {
    method,
    headers,
    body,
    signal,
  });
}
