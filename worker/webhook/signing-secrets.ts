import * as z from "zod/mini";

import { CachedSecret } from "../aws/cached-secret.ts";
import { getSecretValue, type SecretError } from "../aws/secrets-manager.ts";
import type { AwsConfiguration } from "../configuration.ts";
import { log } from "../log.ts";
import { err, ok, type Result } from "../result.ts";

export const WEBHOOK_SECRET_ID = "stripe/webhook";

const several = z.object({
  signing_secrets: z.array(z.string().check(z.trim(), z.minLength(1))).check(z.minLength(1)),
});

/** A secret string is one `whsec_…`, or `{"signing_secrets":["whsec_…",…]}` when several endpoints deliver here. */
export function signingSecretsIn(secretString: string): readonly string[] | undefined {
  const text = secretString.trim();
  if (!text.startsWith("{")) return text === "" ? undefined : [text];
  try {
    return several.safeParse(JSON.parse(text)).data?.signing_secrets;
  } catch {
    return undefined;
  }
}

/** The signing secrets of the current version, then those of the previous one while it still exists. */
export async function loadSigningSecrets(
  aws: AwsConfiguration,
): Promise<Result<readonly string[], SecretError>> {
  const [current, previous] = await Promise.all([
    getSecretValue(aws, WEBHOOK_SECRET_ID, "AWSCURRENT"),
    getSecretValue(aws, WEBHOOK_SECRET_ID, "AWSPREVIOUS"),
  ]);
  if (!current.ok) return current;
  const secrets = signingSecretsIn(current.value);
  if (secrets === undefined) {
    return err({ reason: "malformed", detail: `${WEBHOOK_SECRET_ID} holds no signing secret` });
  }
  if (!previous.ok) {
    if (previous.error.reason !== "not_found") {
      log("secrets.previous_unavailable", { detail: previous.error.detail });
    }
    return ok(secrets);
  }
  return ok([...new Set([...secrets, ...(signingSecretsIn(previous.value) ?? [])])]);
}

const caches = new WeakMap<Env, CachedSecret<readonly string[]>>();

/** One cache per isolate: every request of an isolate is handed the same `env`. */
export function signingSecretsOf(env: Env, aws: AwsConfiguration): CachedSecret<readonly string[]> {
  const known = caches.get(env);
  if (known !== undefined) return known;
  const made = new CachedSecret(() => loadSigningSecrets(aws));
  caches.set(env, made);
  return made;
}
