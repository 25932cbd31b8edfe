import { err, ok, type Result } from "../result.ts";
import type { Refusal } from "./refusal.ts";
import type { Bytes } from "./signature.ts";

export const MAX_BODY_BYTES = 1_048_576;

/** Reads the body as it came, for the signature covers its bytes, and stops at the first one over the limit, whatever Content-Length claims. */
export async function readBody(
  request: Request,
): Promise<Result<Bytes, Extract<Refusal, { reason: "body_too_large" }>>> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) {
    await request.body?.cancel();
    return err({ reason: "body_too_large" });
  }
  if (request.body === null) return ok(new Uint8Array());

  const reader = request.body.getReader();
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
