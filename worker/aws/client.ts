import { AwsClient } from "aws4fetch";

import { reasonOf } from "../log.ts";
import { err, ok, type Result } from "../result.ts";

/** The access key of the Worker, or of whoever runs a command. */
export interface AwsAccount {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface AwsCall {
  readonly service: "dynamodb" | "monitoring" | "secretsmanager" | "sqs";
  readonly endpoint: string;
  /** The `X-Amz-Target` of AWS's JSON protocol, such as `AmazonSQS.SendMessage`. */
  readonly target: string;
  readonly jsonVersion: "1.0" | "1.1";
  readonly body: Readonly<Record<string, unknown>>;
  /** For all tries together; five seconds when absent. */
  readonly timeoutMs?: number;
}

export type AwsError =
  | { readonly reason: "unreachable"; readonly detail: string }
  | {
      readonly reason: "refused";
      readonly status: number;
      /** AWS's exception name without its namespace, such as `ResourceNotFoundException`. */
      readonly type: string;
      readonly detail: string;
    };

const TIMEOUT_MS = 5_000;

/** Calls AWS's JSON protocol with SigV4. 5xx and 429 are tried twice more, within the timeout altogether. */
export async function callAws(aws: AwsAccount, call: AwsCall): Promise<Result<unknown, AwsError>> {
  const client = new AwsClient({
    accessKeyId: aws.accessKeyId,
    secretAccessKey: aws.secretAccessKey,
    ...(aws.sessionToken === undefined ? {} : { sessionToken: aws.sessionToken }),
    region: aws.region,
    service: call.service,
    retries: 2,
  });
  try {
    const response = await client.fetch(`${call.endpoint}/`, {
      method: "POST",
      headers: {
        "content-type": `application/x-amz-json-${call.jsonVersion}`,
        "x-amz-target": call.target,
      },
      body: JSON.stringify(call.body),
      // To follow one would send the body, and a session's token, to whoever it names.
      redirect: "manual",
      signal: AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS),
    });
    const text = await response.text();
    return response.ok ? ok(parseJson(text)) : err(refusalOf(response.status, text));
  } catch (error) {
    return err({ reason: "unreachable", detail: reasonOf(error) });
  }
}

function refusalOf(status: number, text: string): AwsError {
  const body = parseJson(text);
  const typed =
    typeof body === "object" && body !== null && "__type" in body ? String(body.__type) : "Unknown";
  const type = typed.slice(typed.indexOf("#") + 1);
  return { reason: "refused", status, type, detail: `${status} ${type}` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
