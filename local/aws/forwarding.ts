import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { SignedRequest } from "./sigv4/canonical-request.ts";
import type { SignedHandler } from "./signed-server.ts";

/** Passes requests on, unchanged, to a server on this machine, over kept-alive connections. */
export interface Forwarding {
  readonly handler: SignedHandler;
  stop(): void;
}

/** Changes an answer's text on its way out; undefined leaves the answer to this request as it is. */
export type AnswerRewrite = (request: SignedRequest) => ((text: string) => string) | undefined;

export function forwardTo(port: number, rewriteOf: AnswerRewrite = () => undefined): Forwarding {
  const agent = new Agent({ keepAlive: true });
  return {
    handler: (request, response) => forward({ agent, port, rewriteOf }, request, response),
    stop: () => agent.destroy(),
  };
}

interface Upstream {
  readonly agent: Agent;
  readonly port: number;
  readonly rewriteOf: AnswerRewrite;
}

function forward(
  { agent, port, rewriteOf }: Upstream,
  request: SignedRequest,
  response: ServerResponse,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      agent,
      host: "127.0.0.1",
      port,
      method: request.method,
      path: request.target,
      headers: forwardedHeaders(request),
      setHost: false,
    });
    // A client that gives up must not leave a long poll holding messages it will never see.
    response.once("close", () => outgoing.destroy());
    outgoing.once("error", (error) => {
      if (response.destroyed) resolve();
      else reject(error);
    });
    outgoing.once("response", (incoming) => {
      const rewrite = rewriteOf(request);
      const sent =
        rewrite === undefined
          ? pass(incoming, response)
          : passRewritten(incoming, response, rewrite);
      sent.then(resolve, reject);
    });
    outgoing.end(request.body);
  });
}

function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(incoming.statusCode ?? 502, incoming.headers);
  return pipeline(incoming, response);
}

async function passRewritten(
  incoming: IncomingMessage,
  response: ServerResponse,
  rewrite: (text: string) => string,
): Promise<void> {
  const body = rewrite(await text(incoming));
  response.writeHead(incoming.statusCode ?? 502, {
    ...incoming.headers,
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}

function forwardedHeaders(request: SignedRequest): string[] {
  const hopByHop = new Set(["connection", "keep-alive", "transfer-encoding", "content-length"]);
  return [
    ...request.headers.filter(([name]) => !hopByHop.has(name.toLowerCase())).flat(),
    "content-length",
    String(request.body.length),
  ];
}
