import { randomBytes, randomUUID } from "node:crypto";
import type { z } from "zod";
import * as requests from "./requests.ts";
import type { Result, Secret, SecretValue } from "./secret.ts";
import { fail, succeed } from "./secret.ts";
import type { SecretStore } from "./secret-store.ts";
import { addVersion, CURRENT, moveStage } from "./staging.ts";

export interface OperationContext {
  readonly store: SecretStore;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Operation = (context: OperationContext, body: unknown) => Result<object>;

/** Secrets Manager's operations, by the name in `X-Amz-Target`. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ["CreateSecret", operation(requests.createSecretRequest, createSecret)],
  ["PutSecretValue", operation(requests.putSecretValueRequest, putSecretValue)],
  ["GetSecretValue", operation(requests.getSecretValueRequest, getSecretValue)],
  ["DescribeSecret", operation(requests.describeSecretRequest, describeSecret)],
  ["ListSecrets", operation(requests.listSecretsRequest, listSecrets)],
  [
    "UpdateSecretVersionStage",
    operation(requests.updateSecretVersionStageRequest, updateSecretVersionStage),
  ],
]);

function operation<Schema extends z.ZodType>(
  schema: Schema,
  run: (context: OperationContext, request: z.output<Schema>) => Result<object>,
): Operation {
  return (context, body) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return run(context, parsed.data);
    const complaints = parsed.error.issues.map(
      (issue) =>
        `Value at '${issue.path.join(".")}' failed to satisfy constraint: ${issue.message}`,
    );
    return fail(
      "ValidationException",
      `${complaints.length} validation error(s) detected: ${complaints.join("; ")}`,
    );
  };
}

function createSecret(
  { store, region, now }: OperationContext,
  request: z.output<typeof requests.createSecretRequest>,
): Result<object> {
  const existing = store.find(request.Name);
  const value = valueOf(request);
  if (!value.ok) return value;
  if (existing !== undefined) return recreated(existing, request.ClientRequestToken, value.value);
  const empty: Secret = {
    arn: `arn:aws:secretsmanager:${region}:000000000000:secret:${request.Name}-${arnSuffix()}`,
    name: request.Name,
    description: request.Description,
    createdAt: now,
    changedAt: now,
    versions: [],
  };
  if (value.value === undefined) {
    store.save(empty);
    return succeed({ ARN: empty.arn, Name: empty.name });
  }
  const id = request.ClientRequestToken ?? randomUUID();
  const added = addVersion(empty, { id, value: value.value, stages: [CURRENT], now });
  if (!added.ok) return added;
  store.save(added.value);
  return succeed({ ARN: empty.arn, Name: empty.name, VersionId: id });
}

/** Creating again with the token and value of an existing version is a repeat; anything else a clash. */
function recreated(
  existing: Secret,
  id: string | undefined,
  value: SecretValue | undefined,
): Result<object> {
  const version = existing.versions.find((candidate) => candidate.id === id);
  return version !== undefined && JSON.stringify(version.value) === JSON.stringify(value)
    ? succeed({ ARN: existing.arn, Name: existing.name, VersionId: version.id })
    : fail(
        "ResourceExistsException",
        `The operation failed because the secret ${existing.name} already exists.`,
      );
}

function putSecretValue(
  { store, now }: OperationContext,
  request: z.output<typeof requests.putSecretValueRequest>,
): Result<object> {
  const secret = store.find(request.SecretId);
  if (secret === undefined) return secretNotFound();
  const value = valueOf(request);
  if (!value.ok) return value;
  if (value.value === undefined) {
    return fail("InvalidRequestException", "You must provide either SecretString or SecretBinary.");
  }
  const id = request.ClientRequestToken ?? randomUUID();
  const stages = request.VersionStages ?? [CURRENT];
  const added = addVersion(secret, { id, value: value.value, stages, now });
  if (!added.ok) return added;
  store.save(added.value);
  const held = added.value.versions.find((version) => version.id === id)?.stages ?? [];
  return succeed({ ARN: secret.arn, Name: secret.name, VersionId: id, VersionStages: held });
}

function getSecretValue(
  { store }: OperationContext,
  request: z.output<typeof requests.getSecretValueRequest>,
): Result<object> {
  const secret = store.find(request.SecretId);
  if (secret === undefined) return secretNotFound();
  const { VersionId: id, VersionStage: asked } = request;
  const stage = id === undefined ? (asked ?? CURRENT) : asked;
  const version = secret.versions.find((candidate) =>
    id === undefined ? candidate.stages.includes(stage ?? CURRENT) : candidate.id === id,
  );
  if (version === undefined) {
    const which = id === undefined ? `staging label: ${stage ?? CURRENT}` : `VersionId: ${id}`;
    return fail(
      "ResourceNotFoundException",
      `Secrets Manager can't find the specified secret value for ${which}`,
    );
  }
  if (stage !== undefined && !version.stages.includes(stage)) {
    return fail(
      "InvalidRequestException",
      "You provided a VersionStage that is not associated to the provided VersionId.",
    );
  }
  return succeed({
    ARN: secret.arn,
    Name: secret.name,
    VersionId: version.id,
    ...version.value,
    VersionStages: version.stages,
    CreatedDate: version.createdAt / 1000,
  });
}

function describeSecret(
  { store }: OperationContext,
  request: z.output<typeof requests.describeSecretRequest>,
): Result<object> {
  const secret = store.find(request.SecretId);
  return secret === undefined
    ? secretNotFound()
    : succeed({ ...summary(secret), VersionIdsToStages: stagesByVersion(secret) });
}

function listSecrets(
  { store }: OperationContext,
  request: z.output<typeof requests.listSecretsRequest>,
): Result<object> {
  const matching = store
    .list()
    .filter(({ name }) =>
      request.Filters.every(({ Values }) => Values.some((prefix) => name.startsWith(prefix))),
    );
  const after = request.NextToken;
  const rest =
    after === undefined ? matching : matching.filter(({ name }) => name.localeCompare(after) > 0);
  const page = rest.slice(0, request.MaxResults);
  const last = page.at(-1);
  return succeed({
    SecretList: page.map((secret) => ({
      ...summary(secret),
      SecretVersionsToStages: stagesByVersion(secret),
    })),
    ...(last !== undefined && rest.length > page.length ? { NextToken: last.name } : {}),
  });
}

function updateSecretVersionStage(
  { store, now }: OperationContext,
  request: z.output<typeof requests.updateSecretVersionStageRequest>,
): Result<object> {
  const secret = store.find(request.SecretId);
  if (secret === undefined) return secretNotFound();
  const moved = moveStage(secret, {
    stage: request.VersionStage,
    moveTo: request.MoveToVersionId,
    removeFrom: request.RemoveFromVersionId,
    now,
  });
  if (!moved.ok) return moved;
  store.save(moved.value);
  return succeed({ ARN: secret.arn, Name: secret.name });
}

function valueOf(request: {
  SecretString?: string | undefined;
  SecretBinary?: string | undefined;
}): Result<SecretValue | undefined> {
  const { SecretString, SecretBinary } = request;
  if (SecretString !== undefined && SecretBinary !== undefined) {
    return fail(
      "InvalidParameterException",
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  }
  if (SecretString !== undefined) return succeed({ SecretString });
  return succeed(SecretBinary === undefined ? undefined : { SecretBinary });
}

function summary(secret: Secret): object {
  return {
    ARN: secret.arn,
    Name: secret.name,
    ...(secret.description === undefined ? {} : { Description: secret.description }),
    CreatedDate: secret.createdAt / 1000,
    LastChangedDate: secret.changedAt / 1000,
  };
}

function stagesByVersion(secret: Secret): Record<string, readonly string[]> {
  return Object.fromEntries(
    secret.versions.filter(({ stages }) => stages.length > 0).map(({ id, stages }) => [id, stages]),
  );
}

function secretNotFound(): Result<never> {
  return fail("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
}

/** Six letters or digits, as AWS ends a secret's ARN. */
function arnSuffix(): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return [...randomBytes(6)].map((byte) => alphabet.charAt(byte % alphabet.length)).join("");
}
