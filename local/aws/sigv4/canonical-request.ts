import { createHash } from "node:crypto";

/** An HTTP request as it came over the wire: nothing decoded, duplicated headers kept. */
export interface SignedRequest {
  readonly method: string;
  /** The request target: path and query, still encoded. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

export function sha256Hex(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** The value AWS signs for a header: duplicates joined by a comma, runs of spaces made one. */
export function headerValue(request: SignedRequest, name: string): string | undefined {
  const values = request.headers
    .filter(([candidate]) => candidate.toLowerCase() === name)
    .map(([, value]) => value.trim().replace(/ +/g, " "));
  return values.length === 0 ? undefined : values.join(",");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => "%" + character.charCodeAt(0).toString(16).toUpperCase(),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Removes empty, `.` and `..` segments, then encodes each segment once more than the wire did. */
function canonicalPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  const trailing = kept.length > 0 && path.endsWith("/") ? "/" : "";
  return "/" + kept.map(encode).join("/") + trailing;
}

function byCodePoint(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function canonicalQuery(query: string): string {
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair): [string, string] => {
      const equals = pair.indexOf("=");
      const name = equals === -1 ? pair : pair.slice(0, equals);
      const value = equals === -1 ? "" : pair.slice(equals + 1);
      return [encode(decode(name)), encode(decode(value))];
    })
    .sort(([a, x], [b, y]) => byCodePoint(a, b) || byCodePoint(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/**
 * The canonical request of Signature Version 4, for every service but S3.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const question = request.target.indexOf("?");
  const path = question === -1 ? request.target : request.target.slice(0, question);
  const query = question === -1 ? "" : request.target.slice(question + 1);
  const headers = signedHeaders.map((name) => `${name}:${headerValue(request, name) ?? ""}\n`);
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    headers.join(""),
    signedHeaders.join(";"),
    sha256Hex(request.body),
  ].join("\n");
}
