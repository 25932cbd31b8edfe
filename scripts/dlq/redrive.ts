/** Hands a dead letter to the Worker, which takes the event back into its ledger. */
import { z } from "zod";
import { callAws } from "../../worker/aws/client.ts";
import type { DeadLetter } from "../../worker/aws/dead-letters.ts";
import { err, ok, type Result } from "../../worker/result.ts";
import { OPERATIONS_SECRET_ID, readTokens } from "../../worker/ops/access/operations-tokens.ts";
import type { Place } from "./place.ts";
import { explained } from "./queue.ts";

/** What became of a letter that was handed to the Worker; `current` does not come back, for then the event is revived. */
const RESULTS = ["revived", "open", "published", "superseded"] as const;
/** Where a letter's event stands, as the Worker's ledger says. */
const STANDINGS = ["current", "open", "published", "superseded", "unknown"] as const;
export type Standing = (typeof STANDINGS)[number];

export type RedriveResult =
  | { readonly kind: (typeof RESULTS)[number] }
  | { readonly kind: "failed"; readonly detail: string };

const secretValue = z.object({ SecretString: z.string() });
const taken = z.object({ result: z.enum(RESULTS) });
const told = z.object({ standings: z.array(z.enum(STANDINGS)) });
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
  const answer = await post(workerUrl, token, "", letter);
  if (!answer.ok) return { kind: "failed", detail: answer.error };
  const result = taken.safeParse(answer.value);
  return result.success
    ? { kind: result.data.result }
    : { kind: "failed", detail: "an answer that is not the Worker's" };
}

/** Where the events of letters stand now, in their order; null when the Worker does not say. */
export async function standingsOf(
  workerUrl: string,
  token: string,
  letters: readonly DeadLetter[],
): Promise<Standing[] | null> {
  const standings: Standing[] = [];
  for (let start = 0; start < letters.length; start += MOST_ASKED) {
    const group = letters.slice(start, start + MOST_ASKED);
    const asked = group.map(({ event, reason }) => ({
      id: event.id,
      createdAt: event.createdAt,
      refusedMs: reason.at,
    }));
    const answer = await post(workerUrl, token, "/standings", { letters: asked });
    const found = answer.ok ? told.safeParse(answer.value).data?.standings : undefined;
    if (found?.length !== group.length) return null;
    standings.push(...found);
  }
  return standings;
}

const MOST_ASKED = 1_000;

async function post(
  workerUrl: string,
  token: string,
  path: string,
  body: unknown,
): Promise<Result<unknown, string>> {
  try {
    const url = `${workerUrl.replace(/\/+$/, "")}/operations/dead-letters${path}`;
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return ok(answer);
    const detail = refused.safeParse(answer).data?.error ?? "an answer that is not the Worker's";
    return err(`${response.status}: ${detail}`);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return err(`The Worker at ${workerUrl} cannot be reached: ${detail}`);
  }
}
