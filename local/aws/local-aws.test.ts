import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { close, listen } from "../http/listening.ts";
import type { LocalAws } from "./local-aws.ts";
import { startLocalAws } from "./local-aws.ts";
import { signedCall, TEST_CREDENTIALS } from "./testing/signed-call.ts";

let dataFolder: string;
let aws: LocalAws | undefined;

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "local-aws-"));
});

afterEach(async () => {
  await aws?.stop();
  aws = undefined;
  rmSync(dataFolder, { recursive: true, force: true });
});

async function start(ports = { sqs: 0, dynamodb: 0, secrets: 0 }): Promise<LocalAws> {
  aws = await startLocalAws({
    ports,
    host: "127.0.0.1",
    dataFolder,
    credentials: TEST_CREDENTIALS,
    log: () => undefined,
  });
  return aws;
}

async function restart(): Promise<LocalAws> {
  await aws?.stop();
  return start();
}

describe("SQS", () => {
  test("has the dead-letter queue, kept 14 days, for messages up to 1 MiB", async () => {
    const { sqsUrl, deadLetterQueueUrl } = await start();

    const answer = await signedCall("sqs", sqsUrl, "AmazonSQS.GetQueueAttributes", {
      QueueUrl: deadLetterQueueUrl,
      AttributeNames: ["MaximumMessageSize", "MessageRetentionPeriod"],
    });

    expect(answer.body).toEqual({
      Attributes: { MaximumMessageSize: "1048576", MessageRetentionPeriod: "1209600" },
    });
  });

  test("keeps a message through a restart on another port, and names that port in queue URLs", async () => {
    const before = await start();
    await signedCall("sqs", before.sqsUrl, "AmazonSQS.SendMessage", {
      QueueUrl: before.deadLetterQueueUrl,
      MessageBody: "lost ሴ",
    });

    const after = await restart();
    const named = await signedCall("sqs", after.sqsUrl, "AmazonSQS.GetQueueUrl", {
      QueueName: "stripe-events-dead-letters",
    });
    const received = await signedCall("sqs", after.sqsUrl, "AmazonSQS.ReceiveMessage", {
      QueueUrl: after.deadLetterQueueUrl,
    });

    expect(named.body).toEqual({ QueueUrl: after.deadLetterQueueUrl });
    expect(received.body).toMatchObject({ Messages: [{ Body: "lost ሴ" }] });
  });

  test("takes a request at the queue's own URL as well", async () => {
    const { deadLetterQueueUrl } = await start();

    const answer = await signedCall("sqs", deadLetterQueueUrl, "AmazonSQS.SendMessage", {
      QueueUrl: deadLetterQueueUrl,
      MessageBody: "x",
    });

    expect(answer.body).toMatchObject({ MD5OfMessageBody: "9dd4e461268c8034f5c8564e155c67a6" });
  });

  test("refuses a message over 1 MiB", async () => {
    const { sqsUrl, deadLetterQueueUrl } = await start();

    const answer = await signedCall("sqs", sqsUrl, "AmazonSQS.SendMessage", {
      QueueUrl: deadLetterQueueUrl,
      MessageBody: "x".repeat(1024 * 1024 + 1),
    });

    expect(answer.status).toBe(400);
  });

  test("refuses a wrong secret key with 403 and SignatureDoesNotMatch", async () => {
    const { sqsUrl, deadLetterQueueUrl } = await start();

    const answer = await signedCall(
      "sqs",
      sqsUrl,
      "AmazonSQS.SendMessage",
      { QueueUrl: deadLetterQueueUrl, MessageBody: "x" },
      { ...TEST_CREDENTIALS, secretAccessKey: "wrong" },
    );

    expect(answer.status).toBe(403);
    expect(answer.headers.get("x-amzn-query-error")).toBe("SignatureDoesNotMatch;Sender");
    expect(answer.body).toMatchObject({
      __type: "com.amazon.coral.service#InvalidSignatureException",
    });
  });

  test("refuses a request without a signature", async () => {
    const { sqsUrl } = await start();

    const response = await fetch(sqsUrl, { method: "POST", body: "{}" });

    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      message: "Request is missing Authentication Token",
    });
  });

  test("stops at once while a client waits for messages", async () => {
    const { sqsUrl, deadLetterQueueUrl, stop } = await start();
    const waiting = signedCall("sqs", sqsUrl, "AmazonSQS.ReceiveMessage", {
      QueueUrl: deadLetterQueueUrl,
      WaitTimeSeconds: 20,
    });
    const dropped = expect(waiting).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const startedAt = performance.now();

    await stop();
    aws = undefined;

    // Long before the client's wait would end.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await dropped;
  });
});

describe("DynamoDB", () => {
  test("has the call budget's table, and keeps its items through a restart", async () => {
    const before = await start();
    const put = await signedCall("dynamodb", before.dynamodbUrl, "DynamoDB_20120810.PutItem", {
      TableName: "api-budget",
      Item: { pk: { S: "minute#1" }, calls: { N: "7" } },
      ConditionExpression: "attribute_not_exists(pk)",
    });

    const after = await restart();
    const got = await signedCall("dynamodb", after.dynamodbUrl, "DynamoDB_20120810.GetItem", {
      TableName: "api-budget",
      Key: { pk: { S: "minute#1" } },
    });

    expect(put.status).toBe(200);
    expect(got.body).toEqual({ Item: { pk: { S: "minute#1" }, calls: { N: "7" } } });
  });

  test("refuses an unknown access key with 400 and UnrecognizedClientException", async () => {
    const { dynamodbUrl } = await start();

    const answer = await signedCall(
      "dynamodb",
      dynamodbUrl,
      "DynamoDB_20120810.ListTables",
      {},
      { ...TEST_CREDENTIALS, accessKeyId: "AKIASTRANGER" },
    );

    expect(answer).toMatchObject({
      status: 400,
      body: {
        __type: "com.amazon.coral.service#UnrecognizedClientException",
        message: "The security token included in the request is invalid.",
      },
    });
  });
});

describe("Secrets Manager", () => {
  test("keeps secrets through a restart, in a file only its owner can read", async () => {
    const before = await start();
    await signedCall("secretsmanager", before.secretsUrl, "secretsmanager.CreateSecret", {
      Name: "stripe/webhook",
      SecretString: "whsec_1",
    });

    const after = await restart();
    const got = await signedCall(
      "secretsmanager",
      after.secretsUrl,
      "secretsmanager.GetSecretValue",
      { SecretId: "stripe/webhook" },
    );

    expect(got.body).toMatchObject({ SecretString: "whsec_1", VersionStages: ["AWSCURRENT"] });
    expect(statSync(join(dataFolder, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  test("answers a missing secret with 400 and ResourceNotFoundException", async () => {
    const { secretsUrl } = await start();

    const answer = await signedCall("secretsmanager", secretsUrl, "secretsmanager.GetSecretValue", {
      SecretId: "absent",
    });

    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/x-amz-json-1.1");
    expect(answer.body).toMatchObject({
      __type: "ResourceNotFoundException",
      Message: "Secrets Manager can't find the specified secret.",
    });
  });

  test("names the operations it has when asked for another", async () => {
    const { secretsUrl } = await start();

    const answer = await signedCall(
      "secretsmanager",
      secretsUrl,
      "secretsmanager.RotateSecret",
      {},
    );

    expect(answer.body).toMatchObject({ __type: "UnknownOperationException" });
  });
});

test("a taken port is named in one sentence, and nothing is left running", async () => {
  const other = createServer();
  const { port } = await listen(other, { name: "Other", host: "127.0.0.1", port: 0 });

  await expect(start({ sqs: 0, dynamodb: 0, secrets: port })).rejects.toThrow(
    `Local Secrets Manager cannot start because port ${port} on 127.0.0.1 is already in use.`,
  );
  await expect(restart()).resolves.toBeDefined();
  await close(other);
});
