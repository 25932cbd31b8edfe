import { readFile } from "node:fs/promises";
import { z } from "zod";
import { failed, passed, skipped, type Check } from "./check.ts";
import { jsonText } from "./json-text.ts";
import { complaintOf, type RunCommand } from "./run-command.ts";
import { stackName, type DeployTarget } from "./target.ts";

export interface CloudflareChecks {
  readonly checks: readonly Check[];
  readonly missingQueues: readonly string[];
}

const secretList = z.array(z.object({ name: z.string() }));
const secretsFileContent = z.record(z.string(), z.string());

/** @param secretsFile the Worker's secrets for a first deploy, or null */
export async function checkCloudflare(
  run: RunCommand,
  target: DeployTarget,
  secretsFile: string | null,
): Promise<CloudflareChecks> {
  const login = "Cloudflare login";
  const whoami = await run("wrangler", ["whoami", "--json"]);
  if (whoami.exitCode !== 0) {
    return {
      checks: [
        failed(login, "wrangler is not logged in", "npx wrangler login"),
        skipped("The Worker's access key", "without a login"),
        skipped("Queues", "without a login"),
      ],
      missingQueues: [],
    };
  }
  const [secrets, queues] = await Promise.all([
    checkAccessKey(run, target, secretsFile),
    checkQueues(run, target),
  ]);
  return {
    checks: [passed(login), secrets, queues.check],
    missingQueues: queues.missing,
  };
}

/** A Worker that does not exist yet cannot be given secrets; they have to come with its first deploy. */
async function checkAccessKey(
  run: RunCommand,
  { configPath, environment, requiredSecrets, region }: DeployTarget,
  secretsFile: string | null,
): Promise<Check> {
  const title = "The Worker's access key";
  const given = secretsFile === null ? [] : await namesIn(secretsFile);
  if (given === null)
    return failed(title, `${secretsFile ?? ""} is not a JSON file of names and values`);
  const listed = await run("wrangler", [
    ...["secret", "list", "--config", configPath, "--env", environment],
    ...["--format", "json"],
  ]);
  const names = secretList.safeParse(jsonText(listed.stdout)).data?.map(({ name }) => name) ?? [];
  const missing = requiredSecrets.filter((name) => !names.includes(name) && !given.includes(name));
  if (missing.length === 0) return passed(title);
  const file = "relay-key.json";
  return failed(
    title,
    `the Worker has no ${missing.join(", ")}`,
    `(umask 077; aws iam create-access-key --user-name ${stackName(environment)} --region ${region} --query ` +
      `'AccessKey.{AWS_ACCESS_KEY_ID:AccessKeyId,AWS_SECRET_ACCESS_KEY:SecretAccessKey}' > ${file})`,
    `npm run deploy -- ${environment} --secrets-file ${file}`,
    `rm ${file}`,
  );
}

async function namesIn(secretsFile: string): Promise<string[] | null> {
  const text = await readFile(secretsFile, "utf8").catch(() => "");
  const parsed = secretsFileContent.safeParse(jsonText(text));
  if (!parsed.success) return null;
  return Object.entries(parsed.data).flatMap(([name, value]) => (value === "" ? [] : [name]));
}

async function checkQueues(
  run: RunCommand,
  { queues, environment }: DeployTarget,
): Promise<{ readonly check: Check; readonly missing: readonly string[] }> {
  const title = "Queues";
  const asked = await Promise.all(
    queues.map(async (name) => ({ name, result: await run("wrangler", ["queues", "info", name]) })),
  );
  const absent = asked.filter(({ result }) => result.exitCode !== 0);
  const unclear = absent.find(
    ({ result }) => !`${result.stdout}${result.stderr}`.includes("does not exist"),
  );
  if (unclear !== undefined) {
    const problem = `${unclear.name} cannot be looked at: ${complaintOf(unclear.result)}`;
    return { check: failed(title, problem), missing: [] };
  }
  const missing = absent.map(({ name }) => name);
  if (missing.length === 0) return { check: passed(title), missing };
  const check = failed(
    title,
    `${missing.join(", ")} missing`,
    `npm run deploy -- ${environment} --create`,
  );
  return { check, missing };
}
