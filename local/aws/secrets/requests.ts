import { z } from "zod";

const secretId = z.string().min(1).max(2048);
const token = z.string().min(32).max(64);
const stage = z.string().min(1).max(256);
const value = {
  SecretString: z.string().min(1).max(65_536).optional(),
  SecretBinary: z.base64().min(1).max(87_384).optional(),
};

export const createSecretRequest = z.object({
  Name: z
    .string()
    .min(1)
    .max(512)
    .regex(/^[A-Za-z0-9/_+=.@-]+$/),
  Description: z.string().max(2048).optional(),
  ClientRequestToken: token.optional(),
  ...value,
});

export const putSecretValueRequest = z.object({
  SecretId: secretId,
  ClientRequestToken: token.optional(),
  VersionStages: z.array(stage).min(1).max(20).optional(),
  ...value,
});

export const getSecretValueRequest = z.object({
  SecretId: secretId,
  VersionId: token.optional(),
  VersionStage: stage.optional(),
});

export const describeSecretRequest = z.object({ SecretId: secretId });

export const listSecretsRequest = z.object({
  MaxResults: z.int().min(1).max(100).default(100),
  NextToken: z.string().optional(),
  Filters: z
    .array(z.object({ Key: z.literal("name"), Values: z.array(z.string()).min(1) }))
    .default([]),
});

export const updateSecretVersionStageRequest = z.object({
  SecretId: secretId,
  VersionStage: stage,
  MoveToVersionId: token.optional(),
  RemoveFromVersionId: token.optional(),
});
