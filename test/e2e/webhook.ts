/** Webhooks sent by hand: signed as Stripe signs them, or spoilt on the way. */
import { randomBytes } from "node:crypto";
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

/** An id that no other test has used. */
export function newId(prefix: "evt" | "pi" | "cus" | "ch"): string {
  return `${prefix}_${randomBytes(12).toString("hex")}`;
}
