import { AwsClient } from "aws4fetch";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PUBLISHED_VECTORS } from "./published-vectors.ts";
import type { SignedRequest } from "./canonical-request.ts";
import type { SigningExpectation } from "./verify.ts";
import { verifySignature } from "./verify.ts";

const NOW = new Date("2026-11-20T10:00:00Z");
const EXPECTED: SigningExpectation = {
  credentials: { accessKeyId: "AKIALOCAL", secretAccessKey: "s3cr3t/with+signs" },
  region: "us-east-1",
  service: "sqs",
};

interface Signing {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly service?: string;
  readonly region?: string;
  readonly datetime?: string;
  readonly target?: string;
  readonly body?: string;
}

async function signed(signing: Signing = {}): Promise<SignedRequest> {
  const client = new AwsClient({
    ...EXPECTED.credentials,
    service: "sqs",
    region: "us-east-1",
    ...signing,
  });
  const body = signing.body ?? '{"QueueName":"q"}';
  const request = await client.sign(`http://127.0.0.1:9324${signing.target ?? "/"}`, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.X" },
    body,
    aws: { datetime: signing.datetime ?? "20261120T100000Z" },
  });
  const url = new URL(request.url);
  return {
    method: request.method,
    target: url.pathname + url.search,
    headers: [...request.headers, ["host", url.host]],
    body: Buffer.from(body),
  };
}

function withHeader(request: SignedRequest, name: string, value: string): SignedRequest {
  return {
    ...request,
    headers: [...request.headers.filter(([existing]) => existing !== name), [name, value]],
  };
}

describe("AWS's published test suite", () => {
  test.each(PUBLISHED_VECTORS)("verifies $name", ({ method, target, headers, body, ...vector }) => {
    const request: SignedRequest = {
      method,
      target,
      headers: [
        ["Host", "example.amazonaws.com"],
        ["X-Amz-Date", "20150830T123600Z"],
        ...headers,
        [
          "Authorization",
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, " +
            `SignedHeaders=${vector.signedHeaders}, Signature=${vector.signature}`,
        ],
      ],
      body: Buffer.from(body),
    };

    const verification = verifySignature(
      request,
      {
        credentials: {
          accessKeyId: "AKIDEXAMPLE",
          secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        },
        region: "us-east-1",
        service: "service",
      },
      new Date("2015-08-30T12:36:00Z"),
    );

    expect(verification).toEqual({ ok: true });
  });
});

describe("requests signed by aws4fetch", () => {
  test("passes for any body and any query", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary" }),
        fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 8 })),
        async (body, query) => {
          const search = new URLSearchParams(query).toString().replaceAll("+", "%20");
          const request = await signed({ body, target: search === "" ? "/" : `/?${search}` });

          expect(verifySignature(request, EXPECTED, NOW)).toEqual({ ok: true });
        },
      ),
      { numRuns: 50 },
    );
  });

  test("passes for a path that is already encoded", async () => {
    const request = await signed({ target: "/a%20b/%E1%88%B4" });

    expect(verifySignature(request, EXPECTED, NOW)).toEqual({ ok: true });
  });

  test("refuses a wrong secret key", async () => {
    const request = await signed({ secretAccessKey: "other" });

    expect(verifySignature(request, EXPECTED, NOW)).toMatchObject({
      refusal: { reason: "signature_invalid" },
    });
  });

  test("refuses an unknown access key as an invalid token, not as a bad signature", async () => {
    const request = await signed({ accessKeyId: "AKIAOTHER" });

    expect(verifySignature(request, EXPECTED, NOW)).toEqual({
      ok: false,
      refusal: { reason: "access_key_unknown" },
    });
  });

  test("refuses a body changed after signing", async () => {
    const request = { ...(await signed()), body: Buffer.from('{"QueueName":"other"}') };

    expect(verifySignature(request, EXPECTED, NOW)).toMatchObject({
      refusal: { reason: "signature_invalid" },
    });
  });

  test("refuses a signed header changed after signing", async () => {
    const request = withHeader(await signed(), "x-amz-target", "AmazonSQS.Y");

    expect(verifySignature(request, EXPECTED, NOW)).toMatchObject({
      refusal: { reason: "signature_invalid" },
    });
  });

  test("refuses an x-amz header added after signing", async () => {
    const request = withHeader(await signed(), "x-amz-extra", "1");

    expect(verifySignature(request, EXPECTED, NOW)).toMatchObject({
      refusal: { detail: expect.stringContaining("not signed: x-amz-extra") as string },
    });
  });

  test("refuses a signature made for another service or region", async () => {
    const request = await signed({ service: "dynamodb", region: "eu-west-1" });

    expect(verifySignature(request, EXPECTED, NOW)).toMatchObject({
      refusal: {
        detail:
          "Credential should be scoped to a valid region, not 'eu-west-1'. " +
          "Credential should be scoped to correct service: 'sqs'. ",
      },
    });
  });

  test.each(["20261120T095501Z", "20261120T100459Z"])(
    "accepts a clock up to five minutes away: %s",
    async (datetime) => {
      expect(verifySignature(await signed({ datetime }), EXPECTED, NOW)).toEqual({ ok: true });
    },
  );

  test("says how far an old signature is out of date", async () => {
    const request = await signed({ datetime: "20261120T095459Z" });

    expect(verifySignature(request, EXPECTED, NOW)).toEqual({
      ok: false,
      refusal: {
        reason: "signature_invalid",
        detail:
          "Signature expired: 20261120T095459Z is now earlier than 20261120T095500Z (20261120T100000Z - 5 min.)",
      },
    });
  });

  test("refuses a signature from the future", async () => {
    const request = await signed({ datetime: "20261120T100501Z" });

    expect(verifySignature(request, EXPECTED, NOW)).toMatchObject({
      refusal: { detail: expect.stringContaining("Signature not yet current") as string },
    });
  });
});

describe("malformed authorization", () => {
  test("no header at all counts as a missing token", async () => {
    const request = await signed();
    const headers = request.headers.filter(([name]) => name !== "authorization");

    expect(verifySignature({ ...request, headers }, EXPECTED, NOW)).toEqual({
      ok: false,
      refusal: { reason: "token_missing" },
    });
  });

  test.each([
    ["Bearer abc", "Unsupported AWS 'algorithm'"],
    ["AWS4-HMAC-SHA256 Credential=a/b/c/d/e", "requires 'Signature' parameter"],
    ["AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=f", "exactly 5"],
  ])("%s is incomplete", async (header, complaint) => {
    const request = withHeader(await signed(), "authorization", header);

    expect(verifySignature(request, EXPECTED, NOW)).toMatchObject({
      refusal: {
        reason: "signature_incomplete",
        detail: expect.stringContaining(complaint) as string,
      },
    });
  });

  test.each(["yesterday", "20261340T000000Z"])("%s is no timestamp", async (timestamp) => {
    const request = withHeader(await signed(), "x-amz-date", timestamp);

    expect(verifySignature(request, EXPECTED, NOW)).toMatchObject({
      refusal: { reason: "signature_incomplete" },
    });
  });

  test("a signature that leaves out the host is refused", async () => {
    const request = await signed();
    const header = request.headers.find(([name]) => name === "authorization")?.[1] ?? "";
    const hostless = withHeader(request, "authorization", header.replace("host;", ""));

    expect(verifySignature(hostless, EXPECTED, NOW)).toMatchObject({
      refusal: { detail: "'Host' must be a 'SignedHeader' in the AWS Authorization." },
    });
  });
});
