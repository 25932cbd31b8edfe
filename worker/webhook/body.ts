import { err, ok, type Result } from "../result.ts";
import type { Refusal } from "./refusal.ts";

export const MAX_BODY_BYTES = 1_048_576;

/**
 * Reads the body as text and stops at the first byte over the limit, whatever Content-Length claims.
 * The text keeps a byte order mark: the signature covers it.
 */
export async function readBody(
  request: Request,
): Promise<Result<string, Extract<Refusal, { reason: "body_too_large" }>>> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) {
    await request.body?.cancel();
    return err({ reason: "body_too_large" });
  }
  if (request.body === null) return ok("");

  const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });
  const reader = request.body.getReader();
  let bytes = 0;
  let text = "";
  for (;;) {
    // The runtime types the chunks of a request body as `any`; they are bytes.
    const { done, value } = (await reader.read()) as ReadableStreamReadResult<Uint8Array>;
    if (done) return ok(text + decoder.decode());
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel();
      return err({ reason: "body_too_large" });
    }
    text += decoder.decode(value, { stream: true });
  }
}
