import { err, ok, type Result } from "../result.ts";
import type { Refusal } from "./refusal.ts";
import type { Bytes } from "./signature.ts";

export const MAX_BODY_BYTES = 1_048_576;

type TooLarge = Extract<Refusal, { reason: "body_too_large" }>;

/** Reads the body as it came, for the signature covers its bytes, and refuses one over the limit. */
export async function readBody(request: Request): Promise<Result<Bytes, TooLarge>> {
  if (request.body === null) return ok(new Uint8Array());
  const declared = request.headers.get("content-length");
  if (declared === null) return readChunks(request.body);
  if (Number(declared) > MAX_BODY_BYTES) {
    await request.body.cancel();
    return err({ reason: "body_too_large" });
  }
  // A body whose length is declared ends there (RFC 9112, 6.3), so it is read in one step.
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > MAX_BODY_BYTES ? err({ reason: "body_too_large" }) : ok(bytes);
}

/** Stops at the first chunk that is over the limit. */
async function readChunks(body: ReadableStream): Promise<Result<Bytes, TooLarge>> {
  const reader = body.getReader();
  const chunks: Bytes[] = [];
  let length = 0;
  for (;;) {
    // The runtime types the chunks of a request body as `any`; they are bytes.
    const { done, value } = (await reader.read()) as ReadableStreamReadResult<Bytes>;
    if (done) return ok(joined(chunks, length));
    length += value.byteLength;
    if (length > MAX_BODY_BYTES) {
      await reader.cancel();
      return err({ reason: "body_too_large" });
    }
    chunks.push(value);
  }
}

function joined(chunks: readonly Bytes[], length: number): Bytes {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
