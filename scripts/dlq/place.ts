/** Where the dead letters are, and the Worker that takes them back. */
import path from "node:path";
import { stackCredentialsIn } from "../../local/stack/credentials.ts";
import { runningStack } from "../../local/stack/state.ts";
import { DEAD_LETTER_QUEUE } from "../../local/aws/sqs/local-sqs.ts";
import type { AwsAccount } from "../../worker/aws/client.ts";
import type { Environment } from "../deploy/command.ts";
import type { DeployTarget } from "../deploy/target.ts";
import type { Target } from "./command.ts";

export interface Place {
  readonly account: AwsAccount;
  readonly sqsEndpoint: string;
  readonly queueUrl: string;
  readonly secretsEndpoint: string;
  /** What the names of the environment's secrets begin with. */
  readonly secretsPrefix: string;
  /** Null when nobody said; needed for a redrive only. */
  readonly workerUrl: string | null;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** @throws Error of one sentence saying what is missing */
export async function placeOf(
  target: Target,
  environment: Variables,
  root: string,
): Promise<Place> {
  return target.kind === "local"
    ? localPlace(target, environment, root)
    : awsPlace(target, environment);
}

async function localPlace(
  { dataFolder }: Target & { readonly kind: "local" },
  environment: Variables,
  root: string,
): Promise<Place> {
  const folder = path.resolve(root, dataFolder ?? environment["STACK_DATA"] ?? ".data");
  const state = await runningStack(folder, "or give --aws");
  const { aws } = await stackCredentialsIn(folder);
  return {
    account: aws,
    sqsEndpoint: state.urls.sqs,
    queueUrl: `${state.urls.sqs}/000000000000/${DEAD_LETTER_QUEUE}`,
    secretsEndpoint: state.urls.secrets,
    secretsPrefix: "",
    workerUrl: state.urls.worker,
  };
}

async function awsPlace(
  { environment: name, queueUrl: givenQueue, workerUrl }: Target & { readonly kind: "aws" },
  environment: Variables,
): Promise<Place> {
  const needed = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "") throw new Error(`${name} is not set; AWS needs it.`);
    return value;
  };
  const configured = name === undefined ? null : await configuredPlace(name);
  const queueUrl = givenQueue ?? configured?.deadLetterQueueUrl ?? needed("DEAD_LETTER_QUEUE_URL");
  if (!URL.canParse(queueUrl)) throw new Error(`"${queueUrl}" is not the URL of an SQS queue.`);
  const region = configured?.region ?? needed("AWS_REGION");
  const sessionToken = environment["AWS_SESSION_TOKEN"];
  return {
    account: {
      region,
      accessKeyId: needed("AWS_ACCESS_KEY_ID"),
      secretAccessKey: needed("AWS_SECRET_ACCESS_KEY"),
      ...(sessionToken === undefined || sessionToken === "" ? {} : { sessionToken }),
    },
    sqsEndpoint: new URL(queueUrl).origin,
    queueUrl,
    secretsEndpoint: `https://secretsmanager.${region}.amazonaws.com`,
    secretsPrefix: configured?.secretsPrefix ?? environment["SECRETS_PREFIX"] ?? "",
    workerUrl: workerUrl ?? environment["WORKER_URL"] ?? null,
  };
}

/** wrangler takes a second to load: only who names an environment waits for it. */
async function configuredPlace(name: Environment): Promise<DeployTarget> {
  const { readTarget } = await import("../deploy/target.ts");
  return readTarget(name, null);
}
