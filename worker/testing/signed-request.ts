import Stripe from "stripe";

import { SIGNING_SECRET } from "./outside-world.ts";

const subtleCrypto = Stripe.createSubtleCryptoProvider();

export interface Signing {
  readonly secret?: string;
  /** Unix seconds. */
  readonly timestamp?: number;
}

export async function signatureOf(payload: string, signing: Signing = {}): Promise<string> {
  return Stripe.webhooks.generateTestHeaderStringAsync({
    payload,
    secret: signing.secret ?? SIGNING_SECRET,
    timestamp: signing.timestamp ?? Math.floor(Date.now() / 1000),
    cryptoProvider: subtleCrypto,
  });
}

/** A delivery as Stripe makes it. */
export async function signedRequest(body: unknown, signing: Signing = {}): Promise<Request> {
  const payload = typeof body === "string" ? body : JSON.stringify(body, null, 2);
  return new Request("https://relay.test/webhook/stripe", {
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      "stripe-signature": await signatureOf(payload, signing),
    },
    body: payload,
  });
}
