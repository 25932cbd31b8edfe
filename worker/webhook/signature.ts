import { err, ok, type Result } from "../result.ts";

/** Stripe's own default: how far from now a signature's timestamp may be. https://docs.stripe.com/webhooks#replay-attacks */
export const TOLERANCE_SECONDS = 300;

export type Bytes = Uint8Array<ArrayBuffer>;

/** What a `Stripe-Signature` header says: `t=…,v1=…[,v1=…]`, one `v1` for each secret that is active during a roll. */
export interface SignatureHeader {
  /** Unix seconds, as sent: the signature covers the digits. */
  readonly timestamp: string;
  readonly signatures: readonly Bytes[];
}

export type SignatureFlaw =
  "header_malformed" | "no_v1_signature" | "timestamp_out_of_tolerance" | "no_signature_fits";

const UNIX_SECONDS = /^[1-9]\d{0,14}$/;
const HMAC_SHA256_IN_HEX = /^[0-9a-f]{64}$/;

const encoder = new TextEncoder();

/** https://docs.stripe.com/webhooks#verify-manually */
export function readSignatureHeader(
  header: string,
  nowMs: number,
): Result<SignatureHeader, SignatureFlaw> {
  let timestamp = "";
  const signatures: Bytes[] = [];
  for (const element of header.split(",")) {
    const [scheme, value = ""] = element.split("=");
    if (scheme === "t") timestamp = value;
    if (scheme === "v1" && HMAC_SHA256_IN_HEX.test(value))
      signatures.push(Uint8Array.fromHex(value));
  }
  if (!UNIX_SECONDS.test(timestamp)) return err("header_malformed");
  if (signatures.length === 0) return err("no_v1_signature");
  const age = Math.floor(nowMs / 1000) - Number(timestamp);
  if (Math.abs(age) > TOLERANCE_SECONDS) return err("timestamp_out_of_tolerance");
  return ok({ timestamp, signatures });
}

/** Whether one of the signatures is that of one of the keys. One HMAC a key, however many signatures a header lists. */
export async function isSigned(
  body: Bytes,
  { timestamp, signatures }: SignatureHeader,
  keys: readonly CryptoKey[],
): Promise<boolean> {
  const stamp = encoder.encode(`${timestamp}.`);
  const signed = new Uint8Array(stamp.length + body.length);
  signed.set(stamp);
  signed.set(body, stamp.length);
  for (const key of keys) {
    const expected = new Uint8Array(await crypto.subtle.sign("HMAC", key, signed));
    if (signatures.some((each) => areEqual(expected, each))) return true;
  }
  return false;
}

const imported = new WeakMap<readonly string[], Promise<readonly CryptoKey[]>>();

/** Imports each list of secrets once: the cache that holds it hands out the same list until the secrets are read again. */
export function hmacKeysOf(secrets: readonly string[]): Promise<readonly CryptoKey[]> {
  const known = imported.get(secrets);
  if (known !== undefined) return known;
  const keys = Promise.all(
    secrets.map((secret) =>
      crypto.subtle.importKey(
        "raw",
        encoder.encode(secret),
        { name: "HMAC", hash: "SHA-256" },
        false,
        ["sign"],
      ),
    ),
  );
  imported.set(secrets, keys);
  return keys;
}

/** Takes as long for a near miss as for a wild one. Both are 32 bytes long. */
function areEqual(one: Bytes, other: Bytes): boolean {
  let difference = 0;
  for (let at = 0; at < one.length; at += 1) difference |= (one[at] ?? 0) ^ (other[at] ?? 0);
  return difference === 0;
}
