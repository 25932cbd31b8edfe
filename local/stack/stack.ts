/**
 * The whole product on one machine: local AWS, the local Salesforce org, the Worker in workerd, local Stripe. Started in the order
 * in which they need each other; stopped the other way round.
 */
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { startLocalAws } from "../aws/local-aws.ts";
import { keepPort } from "../http/free-port.ts";
import { CACHE_FOLDER } from "../org/src/cache-folder.ts";
import { startLocalOrg } from "../org/src/serve/local-org.ts";
import { LOCAL_ACCOUNT } from "../stripe/account.ts";
import { startLocalStripe } from "../stripe/local-stripe.ts";
import { startLocalWorker, type LocalWorker } from "../worker/start.ts";
import { orgConnection, stripeClient } from "./api-clients.ts";
import { offerPlans } from "./catalog.ts";
import { stackCredentialsIn, type StackCredentials } from "./credentials.ts";
import { claimFolder } from "./folder-claim.ts";
import { orgUsers } from "./org-users.ts";
import { scheduleJobs } from "./scheduled-jobs.ts";
import { putSecrets } from "./secrets.ts";
import type { Part, StackAccount, StackSettings } from "./settings.ts";
import { STATE_FILE, type StackState } from "./state.ts";

/** The API version of the webhook endpoint: what `stripe` (npm) is pinned to. */
export const STRIPE_API_VERSION = "2026-10-28.endive";

/** Named Credentials that go to Stripe; those after the first stand ready for further accounts. */
const STRIPE_CREDENTIALS = ["Stripe_API", "Stripe_API_2", "Stripe_API_3", "Stripe_API_4"];

export interface StackEvents {
  /** A part is about to start. */
  starting(part: string): void;
  /** A part answers at its URL. */
  ready(part: string, url: string): void;
  log(part: string, line: string): void;
}

export interface Stack {
  readonly state: StackState;
  readonly credentials: StackCredentials;
  /** The process that runs the Worker: tests kill it. */
  workerdPid(): number;
  /**
   * Starts the Worker anew at the same place over the same data, as a deployment does.
   * @param variables that differ from now on from those it was started with
   * @param meanwhile runs while it stands still
   */
  redeployWorker(
    variables: Readonly<Record<string, string>>,
    meanwhile?: () => Promise<void>,
  ): Promise<void>;
  /** What the Worker does each minute, now: Salesforce knows how the relay stands when this returns. */
  runCron(): Promise<void>;
  stop(): Promise<void>;
}

function keysOf(accounts: readonly StackAccount[]): Record<string, { ApiKey: string }> {
  return Object.fromEntries(
    accounts.flatMap(({ reachedBy }) =>
      "key" in reachedBy ? [[reachedBy.credential, { ApiKey: reachedBy.key }]] : [],
    ),
  );
}

export async function startStack(
  projectFolder: string,
  settings: StackSettings,
  events: StackEvents,
): Promise<Stack> {
  const { host, ports, dataFolder, furtherAccounts = [] } = settings;
  const giveFolderBack = await claimFolder(dataFolder);
  const credentials = await stackCredentialsIn(dataFolder);
  const running: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    await rm(path.join(dataFolder, STATE_FILE), { force: true });
    for (const part of running.splice(0).reverse()) await part.stop();
    await giveFolderBack();
  };
  const log = (part: Part | "aws") => (line: string) => events.log(part, line);

  try {
    // The org's callouts need to know where local Stripe will be, which is started last: its webhooks need the Worker.
    const stripePort = await keepPort("Local Stripe", host, ports.stripe);
    running.push({ stop: () => stripePort.release() });
    // The org compiles while AWS comes up: nothing in it needs the other.
    events.starting("aws");
    events.starting("org");
    const starting = await Promise.allSettled([
      startLocalAws({
        host,
        ports: { sqs: ports.sqs, dynamodb: ports.dynamodb, secrets: ports.secrets },
        dataFolder: path.join(dataFolder, "aws"),
        credentials: credentials.aws,
        log: log("aws"),
      }),
      startLocalOrg({
        paths: [projectFolder],
        host,
        port: ports.org,
        dataFolder: path.join(dataFolder, "org"),
        isCopy: settings.isOrgCopy ?? false,
        isWatched: settings.isWatched ?? false,
        // One for all projects, as of the org's own commands: entries are found by what they were made from.
        cacheFolder: CACHE_FOLDER,
        ...orgUsers(credentials),
        // Nothing was here before, so nothing is to be imported first: contacts become customers from the beginning.
        customMetadata: {
          "Stripe_Setting.Default": {
            Create_Customers__c: true,
            ...(furtherAccounts.length === 0 ? {} : { Account_ID__c: LOCAL_ACCOUNT }),
          },
        },
        credentials: {
          Stripe_API: { ApiKey: credentials.stripeKey },
          ...keysOf(furtherAccounts),
        },
        namedCredentialUrls: Object.fromEntries(
          STRIPE_CREDENTIALS.map((name) => [name, `http://${host}:${stripePort.port}`]),
        ),
        log: log("org"),
        ...(settings.engineThreads === undefined ? {} : { threads: settings.engineThreads }),
      }),
    ]);
    for (const outcome of starting) if (outcome.status === "fulfilled") running.push(outcome.value);
    const [awsOutcome, orgOutcome] = starting;
    if (orgOutcome.status === "rejected") throw orgOutcome.reason;
    if (awsOutcome.status === "rejected") throw awsOutcome.reason;
    const aws = awsOutcome.value;
    const org = orgOutcome.value;
    events.ready("sqs", aws.sqsUrl);
    events.ready("dynamodb", aws.dynamodbUrl);
    events.ready("secrets", aws.secretsUrl);
    events.ready("org", org.url);
    await putSecrets(aws.secretsUrl, credentials, furtherAccounts);

    events.starting("worker");
    const bindings = {
      SALESFORCE_LOGIN_URL: org.url,
      AWS_REGION: credentials.aws.region,
      AWS_ACCESS_KEY_ID: credentials.aws.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.aws.secretAccessKey,
      AWS_SECRETS_ENDPOINT: aws.secretsUrl,
      AWS_DYNAMODB_ENDPOINT: aws.dynamodbUrl,
      // There is no CloudWatch on this machine: the figures are at /metrics.
      AWS_CLOUDWATCH_ENDPOINT: "off",
      // A person who watches wants to see the bulk lane arrive too.
      BULK_FLUSH_SECONDS: "2",
      DEAD_LETTER_QUEUE_URL: aws.deadLetterQueueUrl,
      // The queue of a laptop lives in workerd's memory; nobody waits a quarter of an hour for what a crash took from it.
      REQUEUE_AFTER_SECONDS: "10",
      ...settings.workerVariables,
    };
    const startWorker = (
      port: number,
      variables: Readonly<Record<string, string>>,
    ): Promise<LocalWorker> =>
      startLocalWorker({
        host,
        port,
        dataFolder: path.join(dataFolder, "worker"),
        bindings: { ...bindings, ...variables },
        ...(settings.workerMain === undefined ? {} : { main: settings.workerMain }),
        log: log("worker"),
      });
    let worker = await startWorker(ports.worker, {});
    running.push({ stop: () => worker.stop() });
    events.ready("worker", worker.url);

    events.starting("stripe");
    await stripePort.release();
    const stripe = await startLocalStripe({
      host,
      port: stripePort.port,
      dataFolder: path.join(dataFolder, "stripe"),
      webhookEndpoint: {
        url: `${worker.url}/webhook/stripe`,
        secret: credentials.webhookSecret,
        apiVersion: STRIPE_API_VERSION,
      },
      furtherAccounts: furtherAccounts.map(({ id, mode, webhookSecret, reachedBy }) => ({
        id,
        mode,
        ...("platform" in reachedBy ? { platform: reachedBy.platform } : { key: reachedBy.key }),
        webhookEndpoint: {
          url: `${worker.url}/webhook/stripe`,
          secret: webhookSecret,
          apiVersion: STRIPE_API_VERSION,
        },
      })),
      log: log("stripe"),
    });
    running.push(stripe);
    const admin = await orgConnection(org.url, credentials.admin);
    await offerPlans(admin, stripeClient(stripe.url, credentials.stripeKey));
    await scheduleJobs(admin, projectFolder);
    events.ready("stripe", stripe.url);

    const state: StackState = {
      pid: process.pid,
      urls: {
        worker: worker.url,
        org: org.url,
        stripe: stripe.url,
        sqs: aws.sqsUrl,
        dynamodb: aws.dynamodbUrl,
        secrets: aws.secretsUrl,
      },
    };
    await writeFile(path.join(dataFolder, STATE_FILE), `${JSON.stringify(state, null, 2)}\n`);
    return {
      state,
      credentials,
      workerdPid: () => worker.workerdPid(),
      async redeployWorker(variables, meanwhile) {
        const { port } = new URL(worker.url);
        await worker.stop();
        await meanwhile?.();
        worker = await startWorker(Number(port), variables);
      },
      runCron: () => worker.runCron(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
