import { startLocalDynamoDb } from "./dynamodb/local-dynamodb.ts";
import { startLocalSecretsManager } from "./secrets/local-secrets-manager.ts";
import type { LocalAwsService } from "./service-options.ts";
import type { Log } from "./signed-server.ts";
import type { AwsCredentials } from "./sigv4/verify.ts";
import { startLocalSqs } from "./sqs/local-sqs.ts";

export interface LocalAwsOptions {
  /** 0 takes any free port. */
  readonly ports: {
    readonly sqs: number;
    readonly dynamodb: number;
    readonly secrets: number;
  };
  readonly host: string;
  readonly dataFolder: string;
  /** The only pair that may sign. */
  readonly credentials: AwsCredentials;
  readonly log: Log;
  /** The region requests must be signed for. */
  readonly region?: string;
}

export interface LocalAws {
  /** Endpoints, `http://host:port`. */
  readonly sqsUrl: string;
  readonly dynamodbUrl: string;
  readonly secretsUrl: string;
  readonly deadLetterQueueUrl: string;
  readonly stop: () => Promise<void>;
}

const DEFAULT_REGION = "us-east-1";

/**
 * SQS, DynamoDB and Secrets Manager on this machine; all of them, or none when one cannot start.
 * @throws Error naming the port when one is taken.
 */
export async function startLocalAws(options: LocalAwsOptions): Promise<LocalAws> {
  const shared = { ...options, region: options.region ?? DEFAULT_REGION };
  const started: LocalAwsService[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((service) => service.stop()));
  };
  try {
    const sqs = await startLocalSqs({ ...shared, port: options.ports.sqs });
    started.push(sqs);
    const dynamodb = await startLocalDynamoDb({ ...shared, port: options.ports.dynamodb });
    started.push(dynamodb);
    const secrets = await startLocalSecretsManager({ ...shared, port: options.ports.secrets });
    started.push(secrets);
    return {
      sqsUrl: sqs.url,
      dynamodbUrl: dynamodb.url,
      secretsUrl: secrets.url,
      deadLetterQueueUrl: sqs.deadLetterQueueUrl,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
