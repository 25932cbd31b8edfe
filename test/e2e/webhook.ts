/** Webhooks sent by hand: signed as Stripe signs them, or spoilt on the way. */
import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import Stripe from "stripe";

const stripe = new Stripe("sk_test_unused");

export interface SignedWebhook {
  readonly body: string;
  readonly signature: string;
}

export async function signed(
  event: object | string,
  secret: string,
  options: { readonly timestamp?: number } = {},
): Promise<SignedWebhook> {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  return { body, signature: await signatureOf(body, secret, options.timestamp) };
}

export function signatureOf(body: string, secret: string, timestamp?: number): Promise<string> {
  return stripe.webhooks.generateTestHeaderStringAsync({
    payload: body,
    secret,
    ...(timestamp === undefined ? {} : { timestamp }),
  });
}

export function post(url: string, body: string, signature?: string): Promise<Response> {
  return fetch(`${url}/webhook/stripe`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(signature === undefined ? {} : { "stripe-signature": signature }),
    },
    body,
  });
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * The head alone, with the length it announces, and what is answered to it. fetch() would go on writing a body that nobody reads
 * any more, and fail with EPIPE when the connection is closed before it has read the answer.
 */
export function announce(url: string, length: number, signature: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/webhook/stripe`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "content-length": String(length),
        "stripe-signature": signature,
      },
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      text(response)
        .then((answer) => {
          resolve({ status: response.statusCode ?? 0, text: answer });
          sent.destroy();
        })
        .catch(reject);
    });
    sent.flushHeaders();
  });
}

/** An id that no other test has used. */
export function newId(prefix: "evt" | "pi" | "cus" | "ch"): string {
  return `${prefix}_${randomBytes(12).toString("hex")}`;
}
