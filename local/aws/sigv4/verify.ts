import { timingSafeEqual } from "node:crypto";
import type { Authorization, CredentialScope } from "./authorization.ts";
import { parseAuthorization } from "./authorization.ts";
import type { SignedRequest } from "./canonical-request.ts";
import { canonicalRequest, headerValue } from "./canonical-request.ts";
import { signatureOf, stringToSign } from "./signature.ts";

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What a service expects of everyone who calls it. */
export interface SigningExpectation {
  readonly credentials: AwsCredentials;
  readonly region: string;
  readonly service: string;
}

export type SignatureRefusal =
  | { readonly reason: "token_missing" }
  | { readonly reason: "signature_incomplete"; readonly detail: string }
  | { readonly reason: "access_key_unknown" }
  | { readonly reason: "signature_invalid"; readonly detail: string };

export type Verification =
  { readonly ok: true } | { readonly ok: false; readonly refusal: SignatureRefusal };

/** AWS accepts a request within five minutes of its timestamp. */
const CLOCK_SKEW_MINUTES = 5;

/**
 * Checks a request's Signature Version 4 as AWS does, and in AWS's order: form, clock, scope, key, signature.
 * Only the `Authorization` header is read; a pre-signed query string counts as no token.
 */
export function verifySignature(
  request: SignedRequest,
  expected: SigningExpectation,
  now: Date,
): Verification {
  const header = headerValue(request, "authorization");
  if (header === undefined) return refuse({ reason: "token_missing" });
  const parsed = parseAuthorization(header);
  if (!parsed.ok) return refuse({ reason: "signature_incomplete", detail: parsed.detail });

  const timestamp = headerValue(request, "x-amz-date");
  const signedAt = timestamp === undefined ? undefined : parseTimestamp(timestamp);
  if (timestamp === undefined || signedAt === undefined) {
    return refuse({ reason: "signature_incomplete", detail: timestampComplaint(timestamp) });
  }
  const { authorization } = parsed;
  const complaint =
    clockComplaint(timestamp, signedAt, now) ??
    coverageComplaint(request, authorization) ??
    scopeComplaint(authorization.scope, expected, timestamp);
  if (complaint !== undefined) return refuse({ reason: "signature_invalid", detail: complaint });
  if (authorization.accessKeyId !== expected.credentials.accessKeyId) {
    return refuse({ reason: "access_key_unknown" });
  }
  return compareSignature(request, authorization, timestamp, expected.credentials.secretAccessKey);
}

function compareSignature(
  request: SignedRequest,
  authorization: Authorization,
  timestamp: string,
  secretAccessKey: string,
): Verification {
  const canonical = canonicalRequest(request, authorization.signedHeaders);
  const toSign = stringToSign(timestamp, authorization.scope, canonical);
  const computed = Buffer.from(signatureOf(secretAccessKey, authorization.scope, toSign));
  const presented = Buffer.from(authorization.signature);
  if (computed.length === presented.length && timingSafeEqual(computed, presented)) {
    return { ok: true };
  }
  const detail =
    "The request signature we calculated does not match the signature you provided. " +
    "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\n" +
    `The Canonical String for this request should have been\n'${canonical}'\n\n` +
    `The String-to-Sign should have been\n'${toSign}'\n`;
  return refuse({ reason: "signature_invalid", detail });
}

function timestampComplaint(timestamp: string | undefined): string {
  return timestamp === undefined
    ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
    : `Date must be in ISO-8601 'basic format'. Got '${timestamp}'. See http://en.wikipedia.org/wiki/ISO_8601`;
}

function clockComplaint(timestamp: string, signedAt: Date, now: Date): string | undefined {
  const skewMs = CLOCK_SKEW_MINUTES * 60_000;
  const earliest = new Date(now.getTime() - skewMs);
  const latest = new Date(now.getTime() + skewMs);
  const today = formatTimestamp(now);
  if (signedAt < earliest) {
    return `Signature expired: ${timestamp} is now earlier than ${formatTimestamp(earliest)} (${today} - ${CLOCK_SKEW_MINUTES} min.)`;
  }
  if (signedAt > latest) {
    return `Signature not yet current: ${timestamp} is still later than ${formatTimestamp(latest)} (${today} + ${CLOCK_SKEW_MINUTES} min.)`;
  }
  return undefined;
}

/** AWS wants the host and every `x-amz-*` header signed; a session token may be added afterwards. */
function coverageComplaint(
  request: SignedRequest,
  authorization: Authorization,
): string | undefined {
  if (!authorization.signedHeaders.includes("host")) {
    return "'Host' must be a 'SignedHeader' in the AWS Authorization.";
  }
  const unsigned = request.headers
    .map(([name]) => name.toLowerCase())
    .filter((name) => name.startsWith("x-amz-") && name !== "x-amz-security-token")
    .filter((name) => !authorization.signedHeaders.includes(name));
  return unsigned.length === 0
    ? undefined
    : `There were headers present in the request which were not signed: ${unsigned.join(", ")}`;
}

function scopeComplaint(
  scope: CredentialScope,
  expected: SigningExpectation,
  timestamp: string,
): string | undefined {
  const complaints: string[] = [];
  if (scope.region !== expected.region) {
    complaints.push(`Credential should be scoped to a valid region, not '${scope.region}'. `);
  }
  if (scope.service !== expected.service) {
    complaints.push(`Credential should be scoped to correct service: '${expected.service}'. `);
  }
  if (scope.terminator !== "aws4_request") {
    complaints.push(
      `Credential should be scoped with a valid terminator: 'aws4_request', not '${scope.terminator}'. `,
    );
  }
  if (!timestamp.startsWith(scope.date)) {
    complaints.push(
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: " +
        `'${scope.date}' != '${timestamp.slice(0, 8)}', from '${timestamp}'.`,
    );
  }
  return complaints.length === 0 ? undefined : complaints.join("");
}

function refuse(refusal: SignatureRefusal): Verification {
  return { ok: false, refusal };
}

function parseTimestamp(timestamp: string): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const parsed = new Date(
    `${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`,
  );
  return Number.isNaN(parsed.getTime()) ? undefined : parsed;
}

function formatTimestamp(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, "");
}
