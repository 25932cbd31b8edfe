import { checkLine, type Check } from "./check.ts";
import { checkAws } from "./check-aws.ts";
import { checkCloudflare } from "./check-cloudflare.ts";
import { checkSalesforce } from "./check-salesforce.ts";
import { checkSettings } from "./check-settings.ts";
import type { DeployCommand } from "./command.ts";
import { awaitReady, publishWorker, USUAL_PATIENCE, type Patience } from "./publish-worker.ts";
import { complaintOf, type RunCommand } from "./run-command.ts";
import { deployStack } from "./stack.ts";
import { readTarget, type DeployTarget } from "./target.ts";

export interface Outside {
  readonly run: RunCommand;
  readonly print: (line: string) => void;
  readonly patience?: Patience;
}

/** @returns the exit code */
export async function deploy(command: DeployCommand, outside: Outside): Promise<0 | 1> {
  const { run, print } = outside;
  const target = readTarget(command.environment, command.config);
  const { task } = command;
  switch (task.kind) {
    case "stack": {
      for (const line of await deployStack(run, target, task.alarmEmail)) print(line);
      return 0;
    }
    case "check":
      return (await look(target, outside, { create: false, secretsFile: null })) ? 0 : 1;
    case "worker": {
      if (!(await look(target, outside, task))) {
        print("\nNothing was deployed.");
        return 1;
      }
      await publishWorker(run, target, task.secretsFile);
      // Without a domain of its own nothing is deployed.
      return waitUntilReady(task.url ?? `https://${target.customDomains[0] ?? ""}`, outside);
    }
  }
}

/** @returns whether nothing is missing */
async function look(
  target: DeployTarget,
  { run, print }: Outside,
  wants: { readonly create: boolean; readonly secretsFile: string | null },
): Promise<boolean> {
  const show = (checks: readonly Check[]): boolean => {
    for (const check of checks) print(checkLine(check));
    return checks.every(({ kind }) => kind === "passed");
  };
  const settled = show(checkSettings(target));
  let cloudflare = await checkCloudflare(run, target, wants.secretsFile);
  if (wants.create && cloudflare.missingQueues.length > 0) {
    for (const queue of cloudflare.missingQueues) {
      const made = await run("wrangler", ["queues", "create", queue]);
      print(made.exitCode === 0 ? `+ Queue ${queue}` : `✗ Queue ${queue}: ${complaintOf(made)}`);
    }
    cloudflare = await checkCloudflare(run, target, wants.secretsFile);
  }
  const connected = show(cloudflare.checks);
  const aws = await checkAws(run, target);
  const stored = show(aws.checks);
  const reached = show([await checkSalesforce(target, aws.salesforceClient)]);
  return settled && connected && stored && reached;
}

async function waitUntilReady(address: string, outside: Outside): Promise<0 | 1> {
  const { print, patience = USUAL_PATIENCE } = outside;
  print(`Deployed to ${address}; waiting until it is ready.`);
  const { ready, said } = await awaitReady(address, patience);
  print(ready ? `✓ Ready: ${said}` : `✗ Not ready: ${said}`);
  if (!ready)
    print("    → npx wrangler rollback goes back; docs/runbook.md says what each check means");
  return ready ? 0 : 1;
}
