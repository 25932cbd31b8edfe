import { createHmac } from "node:crypto";
import type { CredentialScope } from "./authorization.ts";
import { sha256Hex } from "./canonical-request.ts";

export function stringToSign(
  timestamp: string,
  scope: CredentialScope,
  canonicalRequest: string,
): string {
  return [
    "AWS4-HMAC-SHA256",
    timestamp,
    [scope.date, scope.region, scope.service, scope.terminator].join("/"),
    sha256Hex(canonicalRequest),
  ].join("\n");
}

/** The signature as lower-case hex: the secret key, narrowed by each part of the scope in turn. */
export function signatureOf(
  secretAccessKey: string,
  scope: CredentialScope,
  toSign: string,
): string {
  const narrowed = [scope.date, scope.region, scope.service, scope.terminator].reduce(
    (key: Buffer, part) => createHmac("sha256", key).update(part).digest(),
    Buffer.from("AWS4" + secretAccessKey),
  );
  return createHmac("sha256", narrowed).update(toSign).digest("hex");
}
