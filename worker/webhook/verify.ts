import Stripe from "stripe";

import type { CachedSecret } from "../aws/cached-secret.ts";
import { err, ok, type Result } from "../result.ts";
import type { Refusal } from "./refusal.ts";

/** Stripe's own default: how old a signature's timestamp may be. https://docs.stripe.com/webhooks#replay-attacks */
const TOLERANCE_SECONDS = 300;

const subtleCrypto = Stripe.createSubtleCryptoProvider();

export interface SignedBody {
  readonly body: string;
  readonly signature: string | undefined;
}

type Verdict =
  | { readonly kind: "verified"; readonly json: unknown }
  | { readonly kind: "not_json" }
  | { readonly kind: "rejected"; readonly detail: string };

/**
 * Checks Stripe's signature against every active secret and returns the parsed body.
 * A signature that fits none makes the secrets be read again (the cache bounds how often), because a roll may just have happened.
 */
export async function verifyWebhook(
  signed: SignedBody,
  secrets: CachedSecret<readonly string[]>,
  nowMs: number,
): Promise<Result<unknown, Refusal>> {
  const { signature } = signed;
  if (signature === undefined || signature === "") return err({ reason: "signature_missing" });

  const known = await secrets.read(nowMs);
  if (!known.ok) return err({ reason: "secrets_unavailable", detail: known.error.detail });
  let verdict = await tryEach(signed.body, signature, known.value);

  if (verdict.kind === "rejected") {
    const reread = await secrets.reread(nowMs);
    if (reread.ok && reread.value !== known.value) {
      verdict = await tryEach(signed.body, signature, reread.value);
    }
  }
  switch (verdict.kind) {
    case "verified":
      return ok(verdict.json);
    case "not_json":
      return err({ reason: "body_not_json" });
    case "rejected":
      return err({ reason: "signature_rejected", detail: verdict.detail });
  }
}

async function tryEach(
  body: string,
  signature: string,
  secrets: readonly string[],
): Promise<Verdict> {
  let detail = "no signing secret is configured";
  for (const secret of secrets) {
    try {
      const event: unknown = await Stripe.webhooks.constructEventAsync(
        body,
        signature,
        secret,
        TOLERANCE_SECONDS,
        subtleCrypto,
      );
      return { kind: "verified", json: event };
    } catch (error) {
      // The SDK parses only after the signature fits: anything but its signature error is about the body.
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) {
        return { kind: "not_json" };
      }
      detail = error.message.split("\n", 1)[0]?.slice(0, 120) ?? "";
    }
  }
  return { kind: "rejected", detail };
}
