/** The Worker in workerd with everything it needs to admit events: secrets from local AWS, and an org that keeps it waiting. */
import path from "node:path";
import { startLocalAws } from "../../local/aws/local-aws.ts";
import { stackCredentialsIn, type StackCredentials } from "../../local/stack/credentials.ts";
import { putSecrets } from "../../local/stack/secrets.ts";
import { startLocalWorker } from "../../local/worker/start.ts";
import { startHoldingOrg } from "./holding-org.ts";
import type { RunningWorker } from "./yardstick-worker.ts";

export interface Surroundings {
  readonly webhookSecret: string;
  readonly bindings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startSurroundings(folder: string): Promise<Surroundings> {
  const credentials: StackCredentials = await stackCredentialsIn(folder);
  const aws = await startLocalAws({
    host: "127.0.0.1",
    ports: { sqs: 0, dynamodb: 0, secrets: 0 },
    dataFolder: path.join(folder, "aws"),
    credentials: credentials.aws,
    log: () => undefined,
  });
  await putSecrets(aws.secretsUrl, credentials, []);
  const org = await startHoldingOrg();
  return {
    webhookSecret: credentials.webhookSecret,
    bindings: {
      SALESFORCE_LOGIN_URL: org.url,
      AWS_REGION: credentials.aws.region,
      AWS_ACCESS_KEY_ID: credentials.aws.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.aws.secretAccessKey,
      AWS_SECRETS_ENDPOINT: aws.secretsUrl,
      AWS_DYNAMODB_ENDPOINT: aws.dynamodbUrl,
      AWS_CLOUDWATCH_ENDPOINT: "off",
      DEAD_LETTER_QUEUE_URL: aws.deadLetterQueueUrl,
    },
    async stop() {
      await org.stop();
      await aws.stop();
    },
  };
}

export function startRealWorker(
  dataFolder: string,
  { bindings }: Surroundings,
): Promise<RunningWorker> {
  return startLocalWorker({
    host: "127.0.0.1",
    port: 0,
    dataFolder,
    bindings,
    log: () => undefined,
  });
}
