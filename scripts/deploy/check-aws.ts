import { z } from "zod";
import { failed, passed, skipped, type Check } from "./check.ts";
import { jsonText } from "./json-text.ts";
import { complaintOf, type RunCommand } from "./run-command.ts";
import { stackName, type DeployTarget } from "./target.ts";

export interface SalesforceClient {
  readonly id: string;
  readonly secret: string;
}

export interface AwsChecks {
  readonly checks: readonly Check[];
  /** Null when the secret could not be read or is of another shape. */
  readonly salesforceClient: SalesforceClient | null;
}

const described = z.object({
  Stacks: z.tuple([
    z.object({
      StackStatus: z.string(),
      Outputs: z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() })).default([]),
    }),
  ]),
});

const signingSecret = z.string().regex(/^whsec_\S+$/);
const severalSigningSecrets = z.object({ signing_secrets: z.array(signingSecret).min(1) });
const client = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });
const operations = z.object({
  metrics_token: z.string().min(16),
  redrive_token: z.string().min(16),
});

/** Values of secrets are judged and never shown. */
export async function checkAws(run: RunCommand, target: DeployTarget): Promise<AwsChecks> {
  const { region } = target;
  const identity = await run("aws", ["sts", "get-caller-identity", "--region", region]);
  if (identity.exitCode !== 0) {
    const remedy =
      identity.exitCode === 127
        ? "Install the AWS command line: https://aws.amazon.com/cli/"
        : "aws configure sso, or set AWS_PROFILE to an account you are logged in to";
    const without = "without AWS";
    return {
      checks: [
        failed("AWS login", complaintOf(identity), remedy),
        skipped("CloudFormation stack", without),
        skipped("Secrets", without),
      ],
      salesforceClient: null,
    };
  }
  const [stack, webhook, salesforce, relay] = await Promise.all([
    checkStack(run, target),
    checkWebhookSecret(run, target),
    checkSalesforceSecret(run, target),
    checkOperationsSecret(run, target),
  ]);
  return {
    checks: [passed("AWS login"), stack, webhook, salesforce.check, relay],
    salesforceClient: salesforce.client,
  };
}

async function checkStack(run: RunCommand, target: DeployTarget): Promise<Check> {
  const { environment, region } = target;
  const name = stackName(environment);
  const title = `CloudFormation stack ${name}`;
  const deploy = `npm run deploy -- ${environment} --stack --email YOUR-ADDRESS`;
  const asked = await run("aws", [
    ...["cloudformation", "describe-stacks", "--stack-name", name],
    ...["--region", region, "--output", "json"],
  ]);
  if (asked.exitCode !== 0) return failed(title, complaintOf(asked), deploy);
  const stack = described.safeParse(jsonText(asked.stdout)).data?.Stacks[0];
  if (stack === undefined) return failed(title, "AWS's answer cannot be read");
  if (!/^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(stack.StackStatus))
    return failed(
      title,
      `its status is ${stack.StackStatus}`,
      `aws cloudformation describe-stack-events --stack-name ${name} --region ${region} says why`,
      deploy,
    );
  const outputs = new Map(stack.Outputs.map((each) => [each.OutputKey, each.OutputValue]));
  const differing = [
    ["Region", "AWS_REGION", region],
    ["DeadLetterQueueUrl", "DEAD_LETTER_QUEUE_URL", target.deadLetterQueueUrl],
    ["ApiBudgetTable", "API_BUDGET_TABLE", target.apiBudgetTable],
    ["SecretsPrefix", "SECRETS_PREFIX", target.secretsPrefix],
  ].flatMap(([output = "", variable = "", configured = ""]) => {
    const made = outputs.get(output);
    if (made === configured) return [];
    return [
      made === undefined
        ? `The stack has no output ${output}: ${deploy}`
        : `Put ${variable} = "${made}" into [env.${environment}.vars] of wrangler.toml.`,
    ];
  });
  return differing.length === 0
    ? passed(title)
    : failed(title, "wrangler.toml does not name what the stack has made", ...differing);
}

async function checkWebhookSecret(run: RunCommand, target: DeployTarget): Promise<Check> {
  const id = `${target.secretsPrefix}stripe/webhook`;
  const title = `Secret ${id}`;
  const remedy = [
    `STRIPE_API_KEY=rk_… npm run stripe:endpoint -- --url https://YOUR-WORKER/webhook/stripe --region ${target.region} --secret ${id}`,
    "or put the endpoint's signing secret (whsec_…) there:",
    putCommand(id, target.region, "webhook-secret.txt"),
  ];
  const read = await readSecret(run, id, target.region);
  if (read.kind === "unreadable") return failed(title, read.why, ...remedy);
  const isRight =
    signingSecret.safeParse(read.value.trim()).success ||
    severalSigningSecrets.safeParse(jsonText(read.value)).success;
  return isRight ? passed(title) : failed(title, "it holds no signing secret (whsec_…)", ...remedy);
}

async function checkSalesforceSecret(
  run: RunCommand,
  target: DeployTarget,
): Promise<{ readonly check: Check; readonly client: SalesforceClient | null }> {
  const id = `${target.secretsPrefix}salesforce/client`;
  const title = `Secret ${id}`;
  const remedy = [
    'Write {"client_id":"…","client_secret":"…"} (Setup → External Client App Manager → Stripe Relay → Settings → OAuth) to client.json, then:',
    putCommand(id, target.region, "client.json"),
  ];
  const read = await readSecret(run, id, target.region);
  if (read.kind === "unreadable")
    return { check: failed(title, read.why, ...remedy), client: null };
  const parsed = client.safeParse(jsonText(read.value));
  if (!parsed.success) {
    const problem = 'it is not {"client_id","client_secret"}';
    return { check: failed(title, problem, ...remedy), client: null };
  }
  const { client_id: clientId, client_secret: secret } = parsed.data;
  return { check: passed(title), client: { id: clientId, secret } };
}

async function checkOperationsSecret(run: RunCommand, target: DeployTarget): Promise<Check> {
  const id = `${target.secretsPrefix}relay/operations`;
  const title = `Secret ${id}`;
  const remedy = `aws secretsmanager rotate-secret --secret-id ${id} --region ${target.region} makes new tokens`;
  const read = await readSecret(run, id, target.region);
  if (read.kind === "unreadable") return failed(title, read.why, remedy);
  return operations.safeParse(jsonText(read.value)).success
    ? passed(title)
    : failed(title, 'it is not {"metrics_token","redrive_token"}', remedy);
}

function putCommand(id: string, region: string, file: string): string {
  return `aws secretsmanager put-secret-value --secret-id ${id} --region ${region} --secret-string file://${file} && rm ${file}`;
}

async function readSecret(
  run: RunCommand,
  id: string,
  region: string,
): Promise<
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "unreadable"; readonly why: string }
> {
  const asked = await run("aws", [
    ...["secretsmanager", "get-secret-value", "--secret-id", id],
    ...["--region", region, "--query", "SecretString", "--output", "text"],
  ]);
  if (asked.exitCode === 0) return { kind: "value", value: asked.stdout };
  // Not its standard output: that is where a value would be.
  return { kind: "unreadable", why: complaintOf({ ...asked, stdout: "" }) };
}
