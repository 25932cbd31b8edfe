/** Hands a dead letter to the Worker, which takes the event back into its ledger. */
import { z } from "zod";
import { callAws } from "../../worker/aws/client.ts";
import type { DeadLetter } from "../../worker/aws/dead-letters.ts";
import { OPERATIONS_SECRET_ID, readTokens } from "../../worker/ops/access/operations-tokens.ts";
import type { Place } from "./place.ts";
import { explained } from "./queue.ts";

export type RedriveResult =
  /** `already`: it is on its way, or was published since. Either way the letter has done its work. */
  { readonly kind: "revived" | "already" } | { readonly kind: "failed"; readonly detail: string };

const secretValue = z.object({ SecretString: z.string() });
const taken = z.object({ result: z.enum(["revived", "already"]) });
const refused = z.object({ error: z.string() });

/** @throws Error of one sentence when the token cannot be had */
export async function redriveToken({
  account,
  secretsEndpoint,
  secretsPrefix,
}: Place): Promise<string> {
  const secretId = `${secretsPrefix}${OPERATIONS_SECRET_ID}`;
  const answer = await callAws(account, {
    service: "secretsmanager",
    endpoint: secretsEndpoint,
    target: "secretsmanager.GetSecretValue",
    jsonVersion: "1.1",
    body: { SecretId: secretId },
  });
  if (!answer.ok) {
    throw new Error(`Secrets Manager did not give ${secretId}: ${explained(answer.error)}`);
  }
  const secret = secretValue.safeParse(answer.value).data?.SecretString ?? "";
  const token = readTokens(secret)?.redrive_token;
  if (token === undefined) throw new Error(`The secret ${secretId} has no redrive_token.`);
  return token;
}

export async function redrive(
  workerUrl: string,
  token: string,
  letter: DeadLetter,
): Promise<RedriveResult> {
  try {
    const response = await fetch(`${workerUrl.replace(/\/+$/, "")}/operations/dead-letters`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(letter),
      signal: AbortSignal.timeout(15_000),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const result = taken.safeParse(body);
    if (response.ok && result.success) return { kind: result.data.result };
    const detail = refused.safeParse(body).data?.error ?? "an answer that is not the Worker's";
    return { kind: "failed", detail: `${response.status}: ${detail}` };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: "failed", detail: `The Worker at ${workerUrl} cannot be reached: ${detail}` };
  }
}
