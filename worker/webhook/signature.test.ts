import fc from "fast-check";
import Stripe from "stripe";
import { describe, expect, it } from "vitest";

import {
  hmacKeysOf,
  isSigned,
  readSignatureHeader,
  TOLERANCE_SECONDS,
  type Bytes,
} from "./signature.ts";

const NOW_MS = 1_795_000_000_500;
const NOW = Math.floor(NOW_MS / 1000);
const SECRETS = ["whsec_current", "whsec_previous"] as const;
const OTHER_SECRET = "whsec_other";
const cryptoProvider = Stripe.createSubtleCryptoProvider();

function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** A header as the SDK makes it. */
async function headerOf(payload: string, secret: string, timestamp = NOW): Promise<string> {
  return Stripe.webhooks.generateTestHeaderStringAsync({
    payload,
    secret,
    timestamp,
    cryptoProvider,
  });
}

async function accepts(body: Bytes, header: string): Promise<boolean> {
  const read = readSignatureHeader(header, NOW_MS);
  return read.ok && isSigned(body, read.value, await hmacKeysOf(SECRETS));
}

async function sdkAccepts(body: string, header: string): Promise<boolean> {
  for (const secret of SECRETS) {
    try {
      await Stripe.webhooks.signature?.verifyHeaderAsync(
        body,
        header,
        secret,
        TOLERANCE_SECONDS,
        cryptoProvider,
        NOW_MS,
      );
      return true;
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    }
  }
  return false;
}

/** Not empty: the SDK has no signature for a body that is not there. */
const body = fc.oneof(
  fc.json(),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.string({ minLength: 1 }),
);

describe("the signature check", () => {
  it("accepts what Stripe's SDK signs with any active secret, and nothing signed with another", async () => {
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.constantFrom(...SECRETS, OTHER_SECRET),
        fc.integer({ min: NOW - TOLERANCE_SECONDS, max: NOW + TOLERANCE_SECONDS }),
        async (payload, secret, timestamp) => {
          const header = await headerOf(payload, secret, timestamp);

          expect(await accepts(bytesOf(payload), header)).toBe(secret !== OTHER_SECRET);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("agrees with the SDK's own on every header, however it is put together", async () => {
    const element = fc.oneof(
      fc.constantFrom("t=", "v1=", "v0=", "t", "", "=", " v1=00", "v1=zz", "V1=00"),
      fc
        .tuple(fc.constantFrom("v0", "v1", "v2"), fc.string({ maxLength: 70 }))
        .map(([scheme, value]) => `${scheme}=${value}`),
      fc.constantFrom(NOW, NOW - 300, NOW - 301, NOW - 10_000).map((t) => `t=${t}`),
      fc.constantFrom("current", "previous", "other", "upper case", "cut short"),
    );
    await fc.assert(
      fc.asyncProperty(body, fc.array(element, { maxLength: 6 }), async (payload, elements) => {
        const timestamp = NOW - 10;
        const signed = await Promise.all(
          [...SECRETS, OTHER_SECRET].map((secret) => headerOf(payload, secret, timestamp)),
        );
        const [current = "", previous = "", other = ""] = signed.map((header) =>
          header.slice(header.indexOf("v1=")),
        );
        const known: Readonly<Record<string, string>> = {
          current,
          previous,
          other,
          "upper case": `v1=${current.slice(3).toUpperCase()}`,
          "cut short": current.slice(0, -2),
        };
        const header = [`t=${timestamp}`, ...elements.map((each) => known[each] ?? each)].join(",");
        // The SDK ends in a TypeError on a bare "v1", whatever stands beside it. Drawn values hold commas too.
        fc.pre(!header.split(",").includes("v1"));

        expect(await accepts(bytesOf(payload), header)).toBe(await sdkAccepts(payload, header));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["alone", "v1", false],
    ["within the value of another scheme", "v0=,v1", false],
    ["beside a signature that fits", "v1,signed", true],
  ])("takes a v1 without a value for no signature: %s", async (_name, elements, accepted) => {
    const signed = await headerOf("{}", SECRETS[0]);
    const header = `t=${NOW},${elements.replace("signed", signed.slice(signed.indexOf("v1=")))}`;

    expect(await accepts(bytesOf("{}"), header)).toBe(accepted);
  });

  it("refuses a body of which one bit is changed", async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.nat(), async (payload, position) => {
        const header = await headerOf(payload, SECRETS[0]);
        const changed = bytesOf(payload);
        const at = position % changed.length;
        changed[at] = (changed[at] ?? 0) ^ (1 << (position % 8));

        expect(await accepts(changed, header)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("covers bytes that are no UTF-8", async () => {
    const payload = Uint8Array.from([0xff, 0xfe, 0x00, 0x80]);
    const [key] = await hmacKeysOf([SECRETS[0]]);
    if (key === undefined) throw new Error("One secret makes one key.");
    const stamp = bytesOf(`${NOW}.`);
    const mac = await crypto.subtle.sign("HMAC", key, Uint8Array.from([...stamp, ...payload]));
    const hex = Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, "0"));
    const header = `t=${NOW},v1=${hex.join("")}`;

    expect(await accepts(payload, header)).toBe(true);
    expect(await accepts(Uint8Array.from([0xff, 0xfe, 0x00, 0x81]), header)).toBe(false);
  });

  it.each([
    ["300 seconds old", NOW - 300, undefined],
    ["301 seconds old", NOW - 301, "timestamp_out_of_tolerance"],
    ["300 seconds ahead", NOW + 300, undefined],
    ["301 seconds ahead, which the SDK lets pass", NOW + 301, "timestamp_out_of_tolerance"],
  ])("reads a timestamp %s", async (_name, timestamp, flaw) => {
    const read = readSignatureHeader(await headerOf("{}", SECRETS[0], timestamp), NOW_MS);

    expect(read.ok ? undefined : read.error).toBe(flaw);
  });

  it.each([
    ["", "header_malformed"],
    ["v1=00", "header_malformed"],
    [`t=${NOW}abc,v1=${"0".repeat(64)}`, "header_malformed"],
    [`t=-5,v1=${"0".repeat(64)}`, "header_malformed"],
    [`t=1e9,v1=${"0".repeat(64)}`, "header_malformed"],
    [`t=${NOW},v0=${"0".repeat(64)}`, "no_v1_signature"],
    [`t=${NOW},v1=${"0".repeat(63)}`, "no_v1_signature"],
    [`t=${NOW},v1=${"g".repeat(64)}`, "no_v1_signature"],
  ])("refuses the header %j as %s", (header, flaw) => {
    expect(readSignatureHeader(header, NOW_MS)).toEqual({ ok: false, error: flaw });
  });

  it("imports the keys of one list of secrets once", async () => {
    const secrets = ["whsec_once"];

    expect(await hmacKeysOf(secrets)).toBe(await hmacKeysOf(secrets));
    expect(await hmacKeysOf([...secrets])).not.toBe(await hmacKeysOf(secrets));
  });
});
