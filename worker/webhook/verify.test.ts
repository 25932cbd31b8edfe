import { describe, expect, it } from "vitest";

import { CachedSecret } from "../aws/cached-secret.ts";
import { err, ok, type Result } from "../result.ts";
import { signatureOf } from "../testing/signed-request.ts";
import { DEFAULT_ENDPOINT, endpointsIn, type WebhookEndpoint } from "./endpoints.ts";
import type { Refusal } from "./refusal.ts";
import { hmacKeysOf, type Bytes } from "./signature.ts";
import type { SigningSecrets } from "./signing-secrets.ts";
import { readSignature, verifyWebhook, type Verified } from "./verify.ts";

const SECOND = 1_000;
const NOW_MS = 1_795_000_000_000;

function endpoint(...secrets: readonly string[]): WebhookEndpoint {
  return { ...DEFAULT_ENDPOINT, secrets };
}

function known(...secrets: readonly string[]): SigningSecrets {
  return { current: [endpoint(...secrets)], previous: [], previousUntilMs: 0 };
}

/** Secrets Manager's answers in turn, the last one for good. */
function secretsOf(
  first: SigningSecrets,
  ...then: readonly SigningSecrets[]
): CachedSecret<SigningSecrets> {
  const left = [first, ...then];
  return new CachedSecret(async () => ok((left.length > 1 ? left.shift() : left[0]) ?? first));
}

async function verify(
  text: string,
  secret: string,
  secrets: CachedSecret<SigningSecrets>,
  account: string | null = null,
): Promise<Result<Verified, Refusal>> {
  const header = await signatureOf(text, { secret, timestamp: NOW_MS / SECOND });
  const signature = readSignature(header, NOW_MS);
  if (!signature.ok) return signature;
  const body = new TextEncoder().encode(text);
  return verifyWebhook(body, signature.value, secrets, { nowMs: NOW_MS, account });
}

/** Of bytes that need not be text. */
async function verifySigned(
  body: Bytes,
  secret: string,
  secrets: CachedSecret<SigningSecrets>,
): Promise<Result<Verified, Refusal>> {
  const timestamp = String(NOW_MS / SECOND);
  const [key] = await hmacKeysOf([secret]);
  if (key === undefined) throw new Error("One secret makes one key.");
  const signed = new Uint8Array([...new TextEncoder().encode(`${timestamp}.`), ...body]);
  const signatures = [new Uint8Array(await crypto.subtle.sign("HMAC", key, signed))];
  return verifyWebhook(body, { timestamp, signatures }, secrets, { nowMs: NOW_MS, account: null });
}

const REJECTED = err({ reason: "signature_rejected", detail: "no_signature_fits" });

describe("verification", () => {
  it("returns the parsed body, a byte order mark or not", async () => {
    const secrets = secretsOf(known("whsec_a"));

    expect(await verify('{"a":1}', "whsec_a", secrets)).toMatchObject(ok({ json: { a: 1 } }));
    expect(await verify("\u{feff}[]", "whsec_a", secrets)).toMatchObject(ok({ json: [] }));
  });

  it("reads the next body as well after one that is no text or no JSON", async () => {
    const secrets = secretsOf(known("whsec_a"));
    for (const bytes of [[0xe2, 0x82], [0xff], [0xef, 0xbb, 0xbf], [0x7b]]) {
      const read = await verifySigned(new Uint8Array(bytes), "whsec_a", secrets);
      expect(read).toEqual(err({ reason: "body_not_json" }));
    }

    expect(await verify('{"a":"é"}', "whsec_a", secrets)).toMatchObject(ok({ json: { a: "é" } }));
  });

  it("reads the secrets again for a signature that fits none, because one may have been rolled", async () => {
    const secrets = secretsOf(known("whsec_old"), known("whsec_new", "whsec_old"));
    await secrets.read(NOW_MS - 20 * SECOND);

    expect(await verify("{}", "whsec_new", secrets)).toMatchObject(ok({ json: {} }));
  });

  it("refuses what no secret fits after that either", async () => {
    const secrets = secretsOf(known("whsec_old"), known("whsec_new"));
    await secrets.read(NOW_MS - 20 * SECOND);

    expect(await verify("{}", "whsec_other", secrets)).toEqual(REJECTED);
  });

  it("refuses by the header alone a signature that is no good", () => {
    for (const header of [null, "", "t=1", `t=1,v1=${"0".repeat(64)}`]) {
      expect(readSignature(header, NOW_MS).ok).toBe(false);
    }
  });

  it("is put off while the secrets cannot be read", async () => {
    const secrets = new CachedSecret<SigningSecrets>(async () =>
      err({ reason: "unreachable", detail: "stripe/webhook: down" }),
    );

    expect(await verify("{}", "whsec_a", secrets)).toEqual(
      err({ reason: "secrets_unavailable", detail: "stripe/webhook: down" }),
    );
  });

  it("takes the previous secrets until their time is over, and not a moment longer", async () => {
    const rolled = (previousUntilMs: number): CachedSecret<SigningSecrets> =>
      secretsOf({
        current: [endpoint("whsec_new")],
        previous: [endpoint("whsec_old")],
        previousUntilMs,
      });

    expect(await verify("{}", "whsec_old", rolled(NOW_MS + 1))).toMatchObject({ ok: true });
    expect(await verify("{}", "whsec_old", rolled(NOW_MS))).toEqual(REJECTED);
    expect(await verify("{}", "whsec_new", rolled(0))).toMatchObject({ ok: true });
  });

  it("names the endpoint whose secret fits, and tries one account's alone when told to", async () => {
    const a = { ...endpoint("whsec_a"), account: "acct_A" };
    const b = { ...endpoint("whsec_b"), account: "acct_B" };
    const secrets = secretsOf({ current: [a, b], previous: [], previousUntilMs: 0 });

    expect(await verify("{}", "whsec_b", secrets)).toMatchObject(ok({ endpoint: b }));
    expect(await verify("{}", "whsec_b", secrets, "acct_B")).toMatchObject(ok({ endpoint: b }));
    expect(await verify("{}", "whsec_b", secrets, "acct_A")).toEqual(REJECTED);
  });
});

describe("the secret stripe/webhook", () => {
  it("names endpoints by account, mode and kind", () => {
    const text = JSON.stringify({
      endpoints: [
        { account: "acct_A", livemode: true, kind: "account", secrets: ["whsec_1", "whsec_2"] },
        {
          account: "acct_P",
          livemode: true,
          kind: "connect",
          secrets: ["whsec_3"],
          connected_accounts: ["acct_C"],
        },
      ],
    });

    expect(endpointsIn(text)).toEqual([
      { ...endpoint("whsec_1", "whsec_2"), account: "acct_A", livemode: true },
      {
        ...endpoint("whsec_3"),
        account: "acct_P",
        livemode: true,
        kind: "connect",
        connectedAccounts: ["acct_C"],
      },
    ]);
  });

  it("may be one secret or a list, for the default account and either mode", () => {
    expect(endpointsIn(" whsec_1\n")).toEqual([endpoint("whsec_1")]);
    expect(endpointsIn('{"signing_secrets":["whsec_1","whsec_2"]}')).toEqual([
      endpoint("whsec_1", "whsec_2"),
    ]);
  });

  it("may have the default account's secrets beside endpoints of further accounts", () => {
    const text = JSON.stringify({
      signing_secrets: ["whsec_1"],
      endpoints: [{ account: "acct_B", livemode: false, secrets: ["whsec_2"] }],
    });

    expect(endpointsIn(text)).toEqual([
      endpoint("whsec_1"),
      { ...endpoint("whsec_2"), account: "acct_B", livemode: false },
    ]);
  });

  it.each([
    "",
    "{",
    "{}",
    '{"signing_secrets":[]}',
    '{"endpoints":[]}',
    '{"endpoints":[{"account":"A","livemode":true,"secrets":["whsec_1"]}]}',
    '{"endpoints":[{"account":"acct_A","secrets":["whsec_1"]}]}',
    '{"endpoints":[{"account":"acct_A","livemode":true,"secrets":[]}]}',
    JSON.stringify({
      endpoints: Array.from({ length: 17 }, () => ({
        account: "acct_A",
        livemode: true,
        secrets: ["w"],
      })),
    }),
  ])("is nothing else: %j", (text) => {
    expect(endpointsIn(text)).toBeUndefined();
  });
});
