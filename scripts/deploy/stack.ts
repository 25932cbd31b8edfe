import path from "node:path";
import { z } from "zod";
import { jsonText } from "./json-text.ts";
import { complaintOf, type RunCommand } from "./run-command.ts";
import { stackName, type DeployTarget } from "./target.ts";

const TEMPLATE = path.resolve(import.meta.dirname, "../../config/aws.yaml");

const outputs = z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() }));

/**
 * Deploys `config/aws.yaml`; a stack that is up to date stays as it is.
 * @param alarmEmail null leaves it as it was
 * @throws when AWS refuses, with what it says
 */
export async function deployStack(
  run: RunCommand,
  { environment, region }: DeployTarget,
  alarmEmail: string | null,
): Promise<string[]> {
  const name = stackName(environment);
  const deployed = await run(
    "aws",
    [
      ...["cloudformation", "deploy", "--template-file", TEMPLATE, "--stack-name", name],
      ...["--region", region, "--capabilities", "CAPABILITY_NAMED_IAM"],
      "--no-fail-on-empty-changeset",
      ...["--parameter-overrides", `Environment=${environment}`],
      ...(alarmEmail === null ? [] : [`AlarmEmail=${alarmEmail}`]),
    ],
    { shown: true },
  );
  if (deployed.exitCode !== 0)
    throw new Error(`${name} was not deployed: ${complaintOf(deployed)}`);
  const asked = await run("aws", [
    ...["cloudformation", "describe-stacks", "--stack-name", name, "--region", region],
    ...["--query", "Stacks[0].Outputs", "--output", "json"],
  ]);
  const made = outputs.safeParse(jsonText(asked.stdout)).data ?? [];
  return [
    `${name} is deployed. Put these into [env.${environment}.vars] of wrangler.toml where they differ:`,
    ...made.map(({ OutputKey, OutputValue }) => `  ${OutputKey.padEnd(20)} ${OutputValue}`),
    ...(alarmEmail === null ? [] : [`AWS has sent ${alarmEmail} a mail that has to be confirmed.`]),
  ];
}
