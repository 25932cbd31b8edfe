import { createHmac } from "node:crypto";

export interface SignedBody {
  readonly body: string;
  /** The `Stripe-Signature` header. */
  readonly signature: string;
}

/** Signs as Stripe does. https://docs.stripe.com/webhooks#verify-manually */
export function signedBody(body: string, secret: string, atMs = Date.now()): SignedBody {
  const timestamp = Math.floor(atMs / 1000);
  const digest = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return { body, signature: `t=${timestamp},v1=${digest}` };
}
