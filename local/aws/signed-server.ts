import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AwsService } from "./refusal.ts";
import { awsRefusal } from "./refusal.ts";
import type { SignedRequest } from "./sigv4/canonical-request.ts";
import type { AwsCredentials } from "./sigv4/verify.ts";
import { verifySignature } from "./sigv4/verify.ts";

export type Log = (line: string) => void;

export interface Access {
  readonly service: AwsService;
  readonly region: string;
  readonly credentials: AwsCredentials;
  readonly log: Log;
}

/** Answers a request whose signature has been found good. */
export type SignedHandler = (request: SignedRequest, response: ServerResponse) => Promise<void>;

/** Larger than any request these services accept (DynamoDB: 16 MiB). */
const MAX_BODY_BYTES = 17 * 1024 * 1024;

/** An HTTP server that lets only correctly signed requests through to its handler. */
export function createSignedServer(access: Access, handler: SignedHandler): Server {
  return createServer((incoming, response) => {
    answer(access, handler, incoming, response).catch((error: unknown) => {
      access.log(`${access.service}: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { __type: "InternalFailure", message: "Internal failure." });
    });
  });
}

async function answer(
  access: Access,
  handler: SignedHandler,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming);
  if (body === undefined) {
    response.setHeader("connection", "close");
    sendJson(response, 413, { __type: "RequestEntityTooLargeException", message: "Too large." });
    return;
  }
  const request: SignedRequest = {
    method: incoming.method ?? "GET",
    target: incoming.url ?? "/",
    headers: headerPairs(incoming.rawHeaders),
    body,
  };
  const verification = verifySignature(request, access, new Date());
  if (verification.ok) {
    await handler(request, response);
    return;
  }
  const refusal = awsRefusal(access.service, verification.refusal);
  access.log(`${access.service}: refused, ${verification.refusal.reason}`);
  for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
  sendJson(response, refusal.status, refusal.body);
}

/** Sends a JSON body with the request id every AWS answer carries. Content type is kept when already set. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.statusCode = status;
  if (!response.hasHeader("content-type")) response.setHeader("content-type", "application/json");
  response.setHeader("content-length", Buffer.byteLength(text));
  response.setHeader("x-amzn-requestid", randomUUID());
  response.end(text);
}

function headerPairs(rawHeaders: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  }
  return pairs;
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Without an encoding set, an IncomingMessage yields Buffers only.
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
