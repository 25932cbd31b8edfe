import path from "node:path";
import { complaintOf, type RunCommand } from "./run-command.ts";
import type { DeployTarget } from "./target.ts";

/** `wrangler deploy`. @throws when wrangler fails */
export async function publishWorker(
  run: RunCommand,
  { configPath, environment }: DeployTarget,
  secretsFile: string | null,
): Promise<void> {
  const deployed = await run(
    "wrangler",
    [
      ...["deploy", "--config", configPath, "--env", environment],
      ...(secretsFile === null ? [] : ["--secrets-file", path.resolve(secretsFile)]),
    ],
    { shown: true },
  );
  if (deployed.exitCode !== 0)
    throw new Error(`The Worker was not deployed: ${complaintOf(deployed)}`);
}

export interface Patience {
  readonly attempts: number;
  readonly pauseMs: number;
}

/** A new version takes some seconds to be everywhere. */
export const USUAL_PATIENCE: Patience = { attempts: 20, pauseMs: 3_000 };

export interface Readiness {
  readonly ready: boolean;
  /** What `/health/ready` said last. */
  readonly said: string;
}

/** Asks `/health/ready` until the Worker says that it is ready. */
export async function awaitReady(address: string, patience: Patience): Promise<Readiness> {
  let said = "";
  for (let attempt = 1; attempt <= patience.attempts; attempt++) {
    try {
      const response = await fetch(`${address}/health/ready`, {
        signal: AbortSignal.timeout(10_000),
      });
      said = `${response.status} ${(await response.text()).slice(0, 500)}`;
      if (response.ok) return { ready: true, said };
    } catch (error) {
      said = error instanceof Error ? error.message : String(error);
    }
    if (attempt < patience.attempts)
      await new Promise((resolve) => setTimeout(resolve, patience.pauseMs));
  }
  return { ready: false, said };
}
