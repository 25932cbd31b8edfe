import type { Result, Secret, SecretValue, SecretVersion } from "./secret.ts";
import { fail, succeed } from "./secret.ts";

export const CURRENT = "AWSCURRENT";
const PREVIOUS = "AWSPREVIOUS";

/** Versions without a label are deprecated; AWS keeps a bounded number of them. */
const MAX_VERSIONS = 100;

export interface NewVersion {
  readonly id: string;
  readonly value: SecretValue;
  readonly stages: readonly string[];
  readonly now: number;
}

/**
 * Adds a version with its labels, taking each label from the version that had it; who loses AWSCURRENT becomes
 * AWSPREVIOUS. Adding the same id with the same value again changes nothing.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
export function addVersion(secret: Secret, added: NewVersion): Result<Secret> {
  const existing = secret.versions.find((version) => version.id === added.id);
  if (existing !== undefined) {
    return sameValue(existing.value, added.value)
      ? succeed(secret)
      : fail(
          "ResourceExistsException",
          "You can't use ClientRequestToken " +
            `${added.id} because that value is already in use for a version of secret ${secret.arn}.`,
        );
  }
  const version: SecretVersion = {
    id: added.id,
    createdAt: added.now,
    stages: [],
    value: added.value,
  };
  const versions = added.stages.reduce(
    (labelled, stage) => attach(labelled, stage, added.id),
    [...secret.versions, version],
  );
  return succeed({ ...secret, changedAt: added.now, versions: dropDeprecated(versions) });
}

export interface StageMove {
  readonly stage: string;
  readonly moveTo: string | undefined;
  readonly removeFrom: string | undefined;
  readonly now: number;
}

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html */
export function moveStage(secret: Secret, move: StageMove): Result<Secret> {
  for (const id of [move.moveTo, move.removeFrom]) {
    if (id !== undefined && !secret.versions.some((version) => version.id === id)) {
      return fail(
        "ResourceNotFoundException",
        `Secrets Manager can't find the specified secret version: ${id}.`,
      );
    }
  }
  const holder = secret.versions.find((version) => version.stages.includes(move.stage));
  if (holder !== undefined && move.removeFrom === undefined && move.moveTo !== holder.id) {
    return fail(
      "InvalidParameterException",
      `The parameter RemoveFromVersionId can't be empty. Staging label ${move.stage} is currently attached to ` +
        `version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`,
    );
  }
  if (move.removeFrom !== undefined && move.removeFrom !== holder?.id) {
    return fail(
      "InvalidParameterException",
      `When you move staging label ${move.stage}, if you specify RemoveFromVersionId, it must be set to the ` +
        `version that currently has the staging label ${move.stage}.`,
    );
  }
  if (move.moveTo === undefined && move.stage === CURRENT) {
    return fail(
      "InvalidParameterException",
      "You can only move staging label AWSCURRENT to a different secret version. It can't be completely removed.",
    );
  }
  const versions =
    move.moveTo === undefined
      ? detach(secret.versions, move.stage)
      : attach(secret.versions, move.stage, move.moveTo);
  return succeed({ ...secret, changedAt: move.now, versions });
}

function attach(versions: readonly SecretVersion[], stage: string, id: string): SecretVersion[] {
  const loser = versions.find((version) => version.stages.includes(stage) && version.id !== id);
  const moved = detach(versions, stage).map((version) =>
    version.id === id ? { ...version, stages: [...version.stages, stage] } : version,
  );
  if (stage !== CURRENT) return moved;
  const winnerOnlyCurrent = moved.map((version) =>
    version.id === id
      ? { ...version, stages: version.stages.filter((label) => label !== PREVIOUS) }
      : version,
  );
  return loser === undefined ? winnerOnlyCurrent : attach(winnerOnlyCurrent, PREVIOUS, loser.id);
}

function detach(versions: readonly SecretVersion[], stage: string): SecretVersion[] {
  return versions.map((version) => ({
    ...version,
    stages: version.stages.filter((label) => label !== stage),
  }));
}

function dropDeprecated(versions: readonly SecretVersion[]): readonly SecretVersion[] {
  const surplus = versions.length - MAX_VERSIONS;
  if (surplus <= 0) return versions;
  const dropped = new Set(
    versions.filter((version) => version.stages.length === 0).slice(0, surplus),
  );
  return versions.filter((version) => !dropped.has(version));
}

function sameValue(left: SecretValue, right: SecretValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
