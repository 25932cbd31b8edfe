import { AwsClient } from "aws4fetch";
import type { AwsService } from "../refusal.ts";
import type { AwsCredentials } from "../sigv4/verify.ts";

export const TEST_CREDENTIALS: AwsCredentials = {
  accessKeyId: "AKIALOCALTEST",
  secretAccessKey: "local-test-secret",
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Calls an AWS JSON service the way the Worker does: aws4fetch, no retries. */
export async function signedCall(
  service: AwsService,
  url: string,
  target: string,
  body: object,
  credentials: AwsCredentials = TEST_CREDENTIALS,
): Promise<Answer> {
  const client = new AwsClient({ ...credentials, service, region: "us-east-1", retries: 0 });
  const response = await client.fetch(url, {
    method: "POST",
    headers: {
      "content-type": `application/x-amz-json-${service === "secretsmanager" ? "1.1" : "1.0"}`,
      "x-amz-target": target,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
