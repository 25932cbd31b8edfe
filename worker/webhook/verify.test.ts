import { describe, expect, it } from "vitest";

import { CachedSecret } from "../aws/cached-secret.ts";
import { err, ok } from "../result.ts";
import { signatureOf } from "../testing/signed-request.ts";
import { verifyWebhook } from "./verify.ts";

const SECOND = 1_000;
const NOW_MS = 1_795_000_000_000;

/** Secrets Manager's answers in turn, the last one for good. */
function secretsOf(...answers: readonly string[][]): CachedSecret<readonly string[]> {
  const left = [...answers];
  return new CachedSecret(async () => ok((left.length > 1 ? left.shift() : left[0]) ?? []));
}

async function signed(
  text: string,
  secret: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; signature: string }> {
  const signature = await signatureOf(text, { secret, timestamp: NOW_MS / SECOND });
  return { body: new TextEncoder().encode(text), signature };
}

describe("verification", () => {
  it("returns the parsed body, a byte order mark or not", async () => {
    const secrets = secretsOf(["whsec_a"]);

    expect(await verifyWebhook(await signed('{"a":1}', "whsec_a"), secrets, NOW_MS)).toEqual(
      ok({ a: 1 }),
    );
    expect(await verifyWebhook(await signed("\u{feff}[]", "whsec_a"), secrets, NOW_MS)).toEqual(
      ok([]),
    );
  });

  it("reads the secrets again for a signature that fits none, because one may have been rolled", async () => {
    const secrets = secretsOf(["whsec_old"], ["whsec_new", "whsec_old"]);
    await secrets.read(NOW_MS - 20 * SECOND);

    const verified = await verifyWebhook(await signed("{}", "whsec_new"), secrets, NOW_MS);

    expect(verified).toEqual(ok({}));
  });

  it("refuses what no secret fits after that either", async () => {
    const secrets = secretsOf(["whsec_old"], ["whsec_new"]);
    await secrets.read(NOW_MS - 20 * SECOND);

    const verified = await verifyWebhook(await signed("{}", "whsec_other"), secrets, NOW_MS);

    expect(verified).toEqual(err({ reason: "signature_rejected", detail: "no_signature_fits" }));
  });

  it("does not ask for secrets when the header alone tells that the signature is no good", async () => {
    const secrets = new CachedSecret<readonly string[]>(() => {
      throw new Error("Nobody needs the secrets.");
    });

    for (const signature of [null, "", "t=1", `t=1,v1=${"0".repeat(64)}`]) {
      const verified = await verifyWebhook({ body: new Uint8Array(), signature }, secrets, NOW_MS);
      expect(verified.ok).toBe(false);
    }
  });

  it("is put off while the secrets cannot be read", async () => {
    const secrets = new CachedSecret<readonly string[]>(async () =>
      err({ reason: "unreachable", detail: "stripe/webhook: down" }),
    );

    expect(await verifyWebhook(await signed("{}", "whsec_a"), secrets, NOW_MS)).toEqual(
      err({ reason: "secrets_unavailable", detail: "stripe/webhook: down" }),
    );
  });
});
