import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { Secret } from "./secret.ts";

const storedSecrets = z.array(
  z.object({
    arn: z.string(),
    name: z.string(),
    description: z.string().optional(),
    createdAt: z.number(),
    changedAt: z.number(),
    versions: z.array(
      z.object({
        id: z.string(),
        createdAt: z.number(),
        stages: z.array(z.string()),
        value: z.union([
          z.object({ SecretString: z.string() }),
          z.object({ SecretBinary: z.string() }),
        ]),
      }),
    ),
  }),
);

export interface SecretStore {
  /** By name, by whole ARN, or by the ARN without its six random characters. */
  find(secretId: string): Secret | undefined;
  /** By name. */
  list(): readonly Secret[];
  /** Replaces the secret of the same name; durable when it returns. */
  save(secret: Secret): void;
}

/**
 * Secrets in one JSON file only its owner may read.
 * @throws Error naming the file when it holds anything else.
 */
export function openSecretStore(file: string): SecretStore {
  const secrets = new Map(read(file).map((secret) => [secret.name, secret]));
  const list = (): Secret[] =>
    [...secrets.values()].sort((left, right) => left.name.localeCompare(right.name));
  return {
    list,
    find: (secretId) =>
      secrets.get(secretId) ??
      list().find(({ arn }) => arn === secretId || arn.slice(0, -7) === secretId),
    save: (secret) => {
      secrets.set(secret.name, secret);
      write(file, list());
    },
  };
}

function read(file: string): Secret[] {
  if (!existsSync(file)) return [];
  try {
    return storedSecrets
      .parse(JSON.parse(readFileSync(file, "utf8")))
      .map((secret) => ({ ...secret, description: secret.description }));
  } catch (error) {
    throw new Error(`${file} is not a file of local secrets; move it away to start afresh.`, {
      cause: error,
    });
  }
}

/** Written beside and renamed, so a crash leaves the old file or the new one. */
function write(file: string, secrets: readonly Secret[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.new`;
  writeFileSync(beside, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(beside, file);
}
