import { CachedSecret } from "../../aws/cached-secret.ts";
import { getSecretValue, type SecretError } from "../../aws/secrets-manager.ts";
import { configurationOf } from "../../configuration.ts";
import { err, ok, type Result } from "../../result.ts";
import { OPERATIONS_SECRET_ID, readTokens, type OperationsTokens } from "./operations-tokens.ts";

const secrets = new WeakMap<Env, CachedSecret<OperationsTokens>>();

/** The tokens of those who may read the figures and re-drive dead letters. */
export function operationsSecretOf(env: Env): CachedSecret<OperationsTokens> {
  const known = secrets.get(env);
  if (known !== undefined) return known;
  const secret = new CachedSecret(() => load(env));
  secrets.set(env, secret);
  return secret;
}

/** A deployment without the secret has no tokens. */
async function load(env: Env): Promise<Result<OperationsTokens, SecretError>> {
  const read = await getSecretValue(configurationOf(env).aws, OPERATIONS_SECRET_ID, "AWSCURRENT");
  if (!read.ok) return read.error.reason === "not_found" ? ok({}) : read;
  const tokens = readTokens(read.value);
  if (tokens !== null) return ok(tokens);
  const detail = `${OPERATIONS_SECRET_ID} is not {"metrics_token","redrive_token"} of at least 16 characters`;
  return err({ reason: "malformed", detail });
}
