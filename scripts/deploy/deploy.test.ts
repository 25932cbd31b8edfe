import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseDeployCommand } from "./command.ts";
import { deploy as deployWith } from "./deploy.ts";
import { fakeRun, type FakeRun, type Rule } from "./testing/fake-run.ts";

const DOMAIN = "stripe-relay.customer.test";
const ACCOUNT = "123456789012";
const QUEUE_URL = `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/stripe-events-dead-letters-production`;
const SECRET_VALUES = ["whsec_shown_to_nobody", "consumer_secret_shown_to_nobody", "r".repeat(48)];

let folder: string;
let outside: Server;
let address: string;
let tokenAnswer: { status: number; body: unknown };
let readyAnswer: { status: number; body: unknown };
let tokenRequests: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "deploy-test-"));
  tokenRequests = [];
  tokenAnswer = { status: 200, body: { access_token: "00D!token", instance_url: "https://x" } };
  readyAnswer = { status: 200, body: { status: "ready" } };
  outside = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const isToken = request.url === "/services/oauth2/token";
      if (isToken) tokenRequests.push(body);
      const answer = isToken ? tokenAnswer : readyAnswer;
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", resolve));
  // Listening on TCP, a server's address is never a pipe's name or null.
  address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await new Promise((resolve) => outside.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

/** The project's own configuration, with what a person fills in. */
async function configured(): Promise<string> {
  const root = path.resolve(import.meta.dirname, "../..");
  const toml = await readFile(path.join(root, "wrangler.toml"), "utf8");
  const [shared = "", production = ""] = toml.split("[env.production]\n");
  const file = path.join(folder, "wrangler.toml");
  const filled = production
    .replace("https://example.my.salesforce.com", address)
    .replace("/000000000000/", `/${ACCOUNT}/`)
    .replace("stripe-relay.example.com", DOMAIN);
  await writeFile(
    file,
    `${shared.replace('main = "worker', `main = "${root}/worker`)}[env.production]\n${filled}`,
  );
  return file;
}

function stackAnswer(changed: Record<string, string> = {}, status = "UPDATE_COMPLETE"): string {
  const outputs = {
    Region: "us-east-1",
    DeadLetterQueueUrl: QUEUE_URL,
    ApiBudgetTable: "stripe-api-budget-production",
    SecretsPrefix: "stripe-relay/production/",
    ...changed,
  };
  const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({
    OutputKey,
    OutputValue,
  }));
  return JSON.stringify({ Stacks: [{ StackStatus: status, Outputs }] });
}

const [webhookSecret = "", clientSecret = "", token = ""] = SECRET_VALUES;

function aws(first: readonly Rule[] = []): Rule[] {
  return [
    ...first,
    { when: "sts get-caller-identity", stdout: "{}" },
    { when: "cloudformation describe-stacks", stdout: stackAnswer() },
    { when: "stripe-relay/production/stripe/webhook", stdout: `${webhookSecret}\n` },
    {
      when: "stripe-relay/production/salesforce/client",
      stdout: JSON.stringify({ client_id: "3MVG9", client_secret: clientSecret }),
    },
    {
      when: "stripe-relay/production/relay/operations",
      stdout: JSON.stringify({ metrics_token: token, redrive_token: token }),
    },
  ];
}

function wrangler(first: readonly Rule[] = []): Rule[] {
  const secrets = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].map((name) => ({ name }));
  return [
    ...first,
    { when: "whoami --json", stdout: '{"loggedIn":true}' },
    { when: "secret list", stdout: JSON.stringify(secrets) },
    { when: "queues info", stdout: "Queue" },
    { when: "deploy --config", stdout: "Uploaded" },
  ];
}

interface Run {
  readonly exitCode: number;
  readonly text: string;
}

async function deploy({ run }: FakeRun, ...argv: readonly string[]): Promise<Run> {
  const parsed = parseDeployCommand(argv);
  if (parsed.kind !== "command") throw new Error(`refused: ${argv.join(" ")}`);
  const lines: string[] = [];
  const exitCode = await deployWith(parsed.command, {
    run,
    print: (line) => lines.push(line),
    patience: { attempts: 1, pauseMs: 0 },
  });
  return { exitCode, text: lines.join("\n") };
}

describe("npm run deploy", () => {
  it("finds nothing missing in a complete environment, and shows no secret", async () => {
    const commands = fakeRun({ wrangler: wrangler(), aws: aws() });

    const { exitCode, text } = await deploy(
      commands,
      ...["production", "--check", "--config", await configured()],
    );

    expect(text).not.toContain("✗");
    expect(exitCode).toBe(0);
    for (const value of SECRET_VALUES) expect(text).not.toContain(value);
    expect(new URLSearchParams(tokenRequests[0]).get("grant_type")).toBe("client_credentials");
    const asked = commands.lines();
    expect(asked.some((line) => line.startsWith("wrangler deploy"))).toBe(false);
  });

  it("deploys when nothing is missing, then waits until the Worker is ready", async () => {
    const commands = fakeRun({ wrangler: wrangler(), aws: aws() });

    const { exitCode, text } = await deploy(
      commands,
      ...["production", "--config", await configured(), "--url", address],
    );

    expect(text).toContain('✓ Ready: 200 {"status":"ready"}');
    expect(exitCode).toBe(0);
    const calls = commands.calls;
    expect(calls.some(({ args }) => args.join(" ").includes("--env production"))).toBe(true);
  });

  it("deploys nothing while something is missing", async () => {
    const commands = fakeRun({
      wrangler: wrangler(),
      aws: aws([{ when: "stripe/webhook", stdout: "sk_live_not_a_signing_secret" }]),
    });

    const { exitCode, text } = await deploy(commands, "production", "--config", await configured());

    expect(exitCode).toBe(1);
    expect(text).toContain("it holds no signing secret");
    expect(text).toContain("Nothing was deployed.");
    expect(text).not.toContain("sk_live_not_a_signing_secret");
    const calls = commands.calls;
    expect(calls.some(({ args }) => args[0] === "deploy")).toBe(false);
  });

  it("says for each placeholder of wrangler.toml what belongs there", async () => {
    const commands = fakeRun({
      wrangler: wrangler(),
      aws: [{ when: "sts get-caller-identity", exitCode: 255 }],
    });

    const { exitCode, text } = await deploy(commands, "staging", "--check");

    expect(exitCode).toBe(1);
    expect(text).toContain("SALESFORCE_LOGIN_URL is still a placeholder");
    expect(text).toContain("DEAD_LETTER_QUEUE_URL is still a placeholder");
    expect(text).toContain("stripe-relay-staging.example.com is still a placeholder");
  });

  it.each<[string, Record<string, Rule[]>, string[]]>([
    [
      "no Cloudflare login",
      { wrangler: [{ when: "whoami", exitCode: 1 }] },
      ["wrangler is not logged in", "npx wrangler login"],
    ],
    [
      "a Worker without its access key",
      { wrangler: wrangler([{ when: "secret list", exitCode: 1, stderr: "not found" }]) },
      [
        "no AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY",
        "aws iam create-access-key",
        "--secrets-file",
      ],
    ],
    [
      "queues that are missing",
      {
        wrangler: wrangler([
          {
            when: "queues info stripe-events-bulk",
            exitCode: 1,
            stderr: 'Queue "x" does not exist.',
          },
        ]),
      },
      ["stripe-events-bulk-production missing", "npm run deploy -- production --create"],
    ],
    [
      "queues that cannot be looked at",
      { wrangler: wrangler([{ when: "queues info", exitCode: 1, stderr: "rate limited" }]) },
      ["cannot be looked at: rate limited"],
    ],
    [
      "no AWS login",
      { aws: [{ when: "sts", exitCode: 255, stderr: "Unable to locate credentials" }] },
      ["Unable to locate credentials", "aws configure sso"],
    ],
    [
      "a stack that was never deployed",
      { aws: aws([{ when: "describe-stacks", exitCode: 254, stderr: "does not exist" }]) },
      ["npm run deploy -- production --stack --email"],
    ],
    [
      "a stack that failed",
      { aws: aws([{ when: "describe-stacks", stdout: stackAnswer({}, "ROLLBACK_COMPLETE") }]) },
      ["its status is ROLLBACK_COMPLETE", "describe-stack-events"],
    ],
    [
      "a stack whose names differ from wrangler.toml",
      { aws: aws([{ when: "describe-stacks", stdout: stackAnswer({ ApiBudgetTable: "other" }) }]) },
      ['Put API_BUDGET_TABLE = "other" into [env.production.vars]'],
    ],
    [
      "a secret without a value",
      {
        aws: aws([
          { when: "salesforce/client", exitCode: 254, stderr: "ResourceNotFoundException" },
        ]),
      },
      [
        "ResourceNotFoundException",
        "External Client App Manager",
        "not looked at, without its secret",
      ],
    ],
  ])("tells what to do about %s", async (_, changed, sentences) => {
    const commands = fakeRun({ wrangler: wrangler(), aws: aws(), ...changed });

    const { exitCode, text } = await deploy(
      commands,
      ...["production", "--check", "--config", await configured()],
    );

    expect(exitCode).toBe(1);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  it("says what the org answered when it gives no token", async () => {
    tokenAnswer = { status: 400, body: { error: "invalid_grant", error_description: "no user" } };
    const commands = fakeRun({ wrangler: wrangler(), aws: aws() });

    const { exitCode, text } = await deploy(
      commands,
      ...["production", "--check", "--config", await configured()],
    );

    expect(exitCode).toBe(1);
    expect(text).toContain("400 invalid_grant no user");
  });

  it("takes the access key of a first deploy from a file and hands it to wrangler", async () => {
    const commands = fakeRun({
      wrangler: wrangler([{ when: "secret list", exitCode: 1 }]),
      aws: aws(),
    });
    const key = path.join(folder, "relay-key.json");
    await writeFile(key, JSON.stringify({ AWS_ACCESS_KEY_ID: "AKIA", AWS_SECRET_ACCESS_KEY: "s" }));

    const { exitCode } = await deploy(
      commands,
      ...["production", "--config", await configured(), "--secrets-file", key, "--url", address],
    );

    expect(exitCode).toBe(0);
    const call = commands.calls.find(({ args }) => args[0] === "deploy");
    expect(call?.args.slice(-2)).toEqual(["--secrets-file", key]);
  });

  it("makes missing queues when asked to", async () => {
    const commands = fakeRun({
      wrangler: wrangler([
        { when: "queues info stripe-events-urgent", exitCode: 1, stderr: "does not exist" },
        { when: "queues create" },
      ]),
      aws: aws(),
    });

    const { text } = await deploy(
      commands,
      ...["production", "--create", "--config", await configured(), "--url", address],
    );

    expect(text).toContain("+ Queue stripe-events-urgent-production");
    const made = commands.calls.filter(({ args }) => args[1] === "create");
    expect(made.map(({ args }) => args[2])).toEqual(["stripe-events-urgent-production"]);
  });

  it("deploys the stack with the named parameters", async () => {
    const outputs = [{ OutputKey: "DeadLetterQueueUrl", OutputValue: QUEUE_URL }];
    const commands = fakeRun({
      aws: [
        { when: "cloudformation deploy" },
        { when: "describe-stacks", stdout: JSON.stringify(outputs) },
      ],
    });

    const { exitCode, text } = await deploy(
      commands,
      ...["production", "--stack", "--email", "ops@example.com"],
    );

    expect(exitCode).toBe(0);
    expect(text).toContain(QUEUE_URL);
    const [call] = commands.calls;
    expect(call?.args).toContain("Environment=production");
    expect(call?.args).toContain("AlarmEmail=ops@example.com");
    expect(call?.args).toContain("CAPABILITY_NAMED_IAM");
  });

  it("fails with what AWS says when the stack is refused", async () => {
    const commands = fakeRun({
      aws: [{ when: "cloudformation deploy", exitCode: 255, stderr: "AccessDenied" }],
    });

    await expect(deploy(commands, "staging", "--stack")).rejects.toThrow(
      "stripe-relay-staging was not deployed: AccessDenied",
    );
  });

  it("fails with what wrangler says when the Worker is refused", async () => {
    const commands = fakeRun({
      wrangler: wrangler([{ when: "deploy --config", exitCode: 1, stderr: "code: 10021" }]),
      aws: aws(),
    });

    await expect(deploy(commands, "production", "--config", await configured())).rejects.toThrow(
      "The Worker was not deployed: code: 10021",
    );
  });

  it("fails when the Worker does not become ready", async () => {
    readyAnswer = { status: 503, body: { checks: { salesforce_token: "failed" } } };
    const commands = fakeRun({ wrangler: wrangler(), aws: aws() });

    const { exitCode, text } = await deploy(
      commands,
      ...["production", "--config", await configured(), "--url", address],
    );

    expect(exitCode).toBe(1);
    expect(text).toContain('✗ Not ready: 503 {"checks":{"salesforce_token":"failed"}}');
  });
});
