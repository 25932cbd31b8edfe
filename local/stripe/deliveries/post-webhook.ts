import type { Agent as HttpAgent, IncomingMessage } from "node:http";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import Stripe from "stripe";

export interface WebhookPost {
  readonly url: string;
  readonly secret: string;
  readonly body: string;
  readonly timeoutMs: number;
  readonly agent: HttpAgent;
  /** Aborted when local Stripe stops. */
  readonly signal: AbortSignal;
}

export type PostOutcome =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "failed"; readonly error: string }
  | { readonly kind: "stopped" };

/**
 * Posts an event once, with a timestamp and signature of its own. Redirects are not followed: any 3xx is an answer
 * like another, and a failure.
 */
export async function postWebhook(post: WebhookPost): Promise<PostOutcome> {
  const signature = await Stripe.webhooks.generateTestHeaderStringAsync({
    payload: post.body,
    secret: post.secret,
  });
  const deadline = AbortSignal.timeout(post.timeoutMs);
  const signal = AbortSignal.any([deadline, post.signal]);
  try {
    return { kind: "answered", status: await send(post, signature, signal) };
  } catch (error) {
    if (post.signal.aborted) return { kind: "stopped" };
    if (deadline.aborted) {
      return { kind: "failed", error: `No answer within ${post.timeoutMs / 1000} s` };
    }
    return { kind: "failed", error: describe(error) };
  }
}

/** A kept-alive connection may have been closed by the endpoint meanwhile; that is no failure of the endpoint. */
async function send(post: WebhookPost, signature: string, signal: AbortSignal): Promise<number> {
  const first = await sendOnce(post, signature, signal);
  if (first !== "connection_was_stale") return first;
  const second = await sendOnce(post, signature, signal);
  if (second !== "connection_was_stale") return second;
  throw new Error("The endpoint closes its connections before answering");
}

function sendOnce(
  { url, body, agent }: WebhookPost,
  signature: string,
  signal: AbortSignal,
): Promise<number | "connection_was_stale"> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith("https:") ? httpsRequest : httpRequest)(url, {
      method: "POST",
      agent,
      signal,
      headers: {
        accept: "*/*; q=0.5, application/xml",
        "cache-control": "no-cache",
        "content-length": Buffer.byteLength(body),
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": signature,
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
    });
    request.once("error", (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket && error.code === "ECONNRESET") resolve("connection_was_stale");
      else reject(error);
    });
    request.once("response", (response: IncomingMessage) => {
      response.once("error", reject);
      response.once("end", () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    request.end(body);
  });
}

/** Connecting to a name with several addresses fails with one error per address and no message of its own. */
function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join("; ");
  return error instanceof Error ? error.message : String(error);
}
