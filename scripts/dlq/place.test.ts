import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { placeOf } from "./place.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dlq-place-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const AWS = {
  AWS_ACCESS_KEY_ID: "AKIA",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_REGION: "eu-west-1",
  DEAD_LETTER_QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/123456789012/dead",
};

test("the local stack is found by its data folder", async () => {
  const urls = {
    worker: "http://w",
    org: "http://o",
    stripe: "http://s",
    sqs: "http://q",
    dynamodb: "http://d",
    secrets: "http://m",
  };
  await writeFile(path.join(folder, "stack.json"), JSON.stringify({ pid: process.pid, urls }));

  const place = await placeOf({ kind: "local", dataFolder: folder }, {}, "/");

  expect(place).toMatchObject({
    queueUrl: "http://q/000000000000/stripe-events-dead-letters",
    secretsEndpoint: "http://m",
    workerUrl: "http://w",
  });
});

test("a stack that does not run is said so", async () => {
  await expect(
    placeOf({ kind: "local", dataFolder: undefined }, { STACK_DATA: folder }, "/"),
  ).rejects.toThrow(
    `No local stack runs on ${folder}. Start it in another terminal (npm start), or name the data folder of the one that runs (--data DIR), or give --aws.`,
  );
});

test("AWS is found by the environment", async () => {
  const target = {
    kind: "aws",
    environment: undefined,
    queueUrl: undefined,
    workerUrl: undefined,
  } as const;

  expect(
    await placeOf(target, { ...AWS, AWS_SESSION_TOKEN: "session", SECRETS_PREFIX: "relay/" }, "/"),
  ).toEqual({
    account: {
      region: "eu-west-1",
      accessKeyId: "AKIA",
      secretAccessKey: "secret",
      sessionToken: "session",
    },
    sqsEndpoint: "https://sqs.eu-west-1.amazonaws.com",
    queueUrl: AWS.DEAD_LETTER_QUEUE_URL,
    secretsEndpoint: "https://secretsmanager.eu-west-1.amazonaws.com",
    secretsPrefix: "relay/",
    workerUrl: null,
  });
});

test("an environment's place is what wrangler.toml says", async () => {
  const target = {
    kind: "aws",
    environment: "staging",
    queueUrl: undefined,
    workerUrl: undefined,
  } as const;
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = AWS;

  expect(await placeOf(target, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }, "/")).toMatchObject({
    queueUrl: expect.stringContaining("staging") as unknown,
    secretsPrefix: expect.stringContaining("staging") as unknown,
  });
});

test("options win over the environment", async () => {
  const target = {
    kind: "aws",
    environment: undefined,
    queueUrl: "https://q.test/1/x",
    workerUrl: "https://w.test",
  } as const;

  expect(await placeOf(target, { ...AWS, WORKER_URL: "https://other" }, "/")).toMatchObject({
    sqsEndpoint: "https://q.test",
    workerUrl: "https://w.test",
  });
});

test.each(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "DEAD_LETTER_QUEUE_URL"])(
  "%s is named when it is missing",
  async (name) => {
    const target = {
      kind: "aws",
      environment: undefined,
      queueUrl: undefined,
      workerUrl: undefined,
    } as const;

    await expect(placeOf(target, { ...AWS, [name]: "" }, "/")).rejects.toThrow(
      `${name} is not set; AWS needs it.`,
    );
  },
);

test("a queue URL that is none is refused", async () => {
  const target = {
    kind: "aws",
    environment: undefined,
    queueUrl: "dead-letters",
    workerUrl: undefined,
  } as const;

  await expect(placeOf(target, AWS, "/")).rejects.toThrow(
    '"dead-letters" is not the URL of an SQS queue.',
  );
});
