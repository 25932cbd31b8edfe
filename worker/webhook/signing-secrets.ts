import { CachedSecret } from "../aws/cached-secret.ts";
import { getSecretVersion, type SecretError } from "../aws/secrets-manager.ts";
import type { AwsConfiguration } from "../configuration.ts";
import { log } from "../log.ts";
import { err, ok, type Result } from "../result.ts";
import { endpointsIn, type WebhookEndpoint } from "./endpoints.ts";

export const WEBHOOK_SECRET_ID = "stripe/webhook";

/** How long after a change of the secret the version before it is accepted: Stripe signs with an old secret for up to a day, and retries for three. */
const PREVIOUS_ACCEPTED_MS = 72 * 3_600_000;

/** The endpoints whose secrets verify, and until when (Unix milliseconds). */
export interface SigningSecrets {
  readonly current: readonly WebhookEndpoint[];
  readonly previous: readonly WebhookEndpoint[];
  readonly previousUntilMs: number;
}

/** What may have signed a delivery now. */
export function endpointsAt(
  { current, previous, previousUntilMs }: SigningSecrets,
  nowMs: number,
): readonly WebhookEndpoint[] {
  return nowMs < previousUntilMs ? [...current, ...previous] : current;
}

/** The current version, and the one before it for three days after the change. A current one that cannot be read makes way for the previous. */
export async function loadSigningSecrets(
  aws: AwsConfiguration,
): Promise<Result<SigningSecrets, SecretError>> {
  const [current, previous] = await Promise.all([
    getSecretVersion(aws, WEBHOOK_SECRET_ID, "AWSCURRENT"),
    getSecretVersion(aws, WEBHOOK_SECRET_ID, "AWSPREVIOUS"),
  ]);
  if (!current.ok) return current;
  if (!previous.ok && previous.error.reason !== "not_found") {
    log("secrets.previous_unavailable", { detail: previous.error.detail });
  }
  const before = previous.ok ? (endpointsIn(previous.value.text) ?? []) : [];
  const now = endpointsIn(current.value.text);
  if (now !== undefined) {
    const { createdMs } = current.value;
    // Of a change at an unknown time nobody can say that it is recent.
    const previousUntilMs = createdMs === null ? 0 : createdMs + PREVIOUS_ACCEPTED_MS;
    return ok({ current: now, previous: before, previousUntilMs });
  }
  const detail = `${WEBHOOK_SECRET_ID} holds no signing secret`;
  log("secrets.malformed", { detail });
  return before.length === 0
    ? err({ reason: "malformed", detail })
    : ok({ current: before, previous: [], previousUntilMs: 0 });
}

const caches = new WeakMap<Env, CachedSecret<SigningSecrets>>();

/** One cache per isolate: every request of an isolate is handed the same `env`. */
export function signingSecretsOf(env: Env, aws: AwsConfiguration): CachedSecret<SigningSecrets> {
  const known = caches.get(env);
  if (known !== undefined) return known;
  const made = new CachedSecret(() => loadSigningSecrets(aws));
  caches.set(env, made);
  return made;
}
