import type { CachedSecret } from "../aws/cached-secret.ts";
import { err, ok, type Result } from "../result.ts";
import type { WebhookEndpoint } from "./endpoints.ts";
import type { Refusal } from "./refusal.ts";
import {
  hmacKeysOf,
  isSigned,
  readSignatureHeader,
  type Bytes,
  type SignatureHeader,
} from "./signature.ts";
import { endpointsAt, type SigningSecrets } from "./signing-secrets.ts";

export interface Verified {
  readonly json: unknown;
  /** The endpoint whose secret fits. */
  readonly endpoint: WebhookEndpoint;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** What the header alone tells, before a byte of the body is read. */
export function readSignature(
  header: string | null,
  nowMs: number,
): Result<SignatureHeader, Refusal> {
  if (header === null || header === "") return err({ reason: "signature_missing" });
  const read = readSignatureHeader(header, nowMs);
  return read.ok ? read : err({ reason: "signature_rejected", detail: read.error });
}

/**
 * Checks Stripe's signature against every active secret and returns the parsed body, and whose it is.
 * A signature that fits none makes the secrets be read again (the cache bounds how often), because a roll may just have happened.
 * @param account the only account whose secrets are tried; null for all
 */
export async function verifyWebhook(
  body: Bytes,
  signature: SignatureHeader,
  secrets: CachedSecret<SigningSecrets>,
  { nowMs, account }: { readonly nowMs: number; readonly account: string | null },
): Promise<Result<Verified, Refusal>> {
  const fitting = async (known: SigningSecrets): Promise<WebhookEndpoint | undefined> => {
    for (const endpoint of endpointsAt(known, nowMs)) {
      if (account !== null && endpoint.account !== account) continue;
      if (await isSigned(body, signature, await hmacKeysOf(endpoint.secrets))) return endpoint;
    }
    return undefined;
  };

  const known = await secrets.read(nowMs);
  if (!known.ok) return err({ reason: "secrets_unavailable", detail: known.error.detail });
  const endpoint = await fitting(known.value);
  if (endpoint !== undefined) return verified(body, endpoint);

  const reread = await secrets.reread(nowMs);
  const rolled =
    reread.ok && reread.value !== known.value ? await fitting(reread.value) : undefined;
  return rolled === undefined
    ? err({ reason: "signature_rejected", detail: "no_signature_fits" })
    : verified(body, rolled);
}

function verified(body: Bytes, endpoint: WebhookEndpoint): Result<Verified, Refusal> {
  try {
    return ok({ json: JSON.parse(decoder.decode(body)) as unknown, endpoint });
  } catch {
    return err({ reason: "body_not_json" });
  }
}
