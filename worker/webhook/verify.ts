import type { CachedSecret } from "../aws/cached-secret.ts";
import { err, ok, type Result } from "../result.ts";
import type { Refusal } from "./refusal.ts";
import { hmacKeysOf, isSigned, readSignatureHeader, type Bytes } from "./signature.ts";

export interface SignedBody {
  readonly body: Bytes;
  readonly signature: string | null;
}

/**
 * Checks Stripe's signature against every active secret and returns the parsed body.
 * A signature that fits none makes the secrets be read again (the cache bounds how often), because a roll may just have happened.
 */
export async function verifyWebhook(
  { body, signature }: SignedBody,
  secrets: CachedSecret<readonly string[]>,
  nowMs: number,
): Promise<Result<unknown, Refusal>> {
  if (signature === null || signature === "") return err({ reason: "signature_missing" });
  const header = readSignatureHeader(signature, nowMs);
  if (!header.ok) return err({ reason: "signature_rejected", detail: header.error });

  const known = await secrets.read(nowMs);
  if (!known.ok) return err({ reason: "secrets_unavailable", detail: known.error.detail });
  if (await isSigned(body, header.value, await hmacKeysOf(known.value))) return jsonOf(body);

  const reread = await secrets.reread(nowMs);
  if (
    reread.ok &&
    reread.value !== known.value &&
    (await isSigned(body, header.value, await hmacKeysOf(reread.value)))
  ) {
    return jsonOf(body);
  }
  return err({ reason: "signature_rejected", detail: "no_signature_fits" });
}

/** Making one costs as much as decoding; without `stream` it remembers nothing of the last text. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

function jsonOf(body: Bytes): Result<unknown, Refusal> {
  try {
    return ok(JSON.parse(utf8.decode(body)) as unknown);
  } catch {
    return err({ reason: "body_not_json" });
  }
}
