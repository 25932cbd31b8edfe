import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";

/** Miniflare's address for calls out of workerd: the same for every workerd one Miniflare starts, different for any other's. */
const LOOPBACK_ARGUMENT = "--external-addr=loopback=";

/** Miniflare does not tell which process it runs, but Node announces every process that is spawned. */
export interface SpawnedWorkerds {
  /** The newest workerd of the same Miniflare as the first one seen here. */
  newest(): ChildProcess | undefined;
  stop(): void;
}

export function watchSpawnedWorkerds(): SpawnedWorkerds {
  const seen: ChildProcess[] = [];
  const onSpawn = (message: unknown): void => {
    // Node's documentation: the channel's messages are `{ process: ChildProcess }`.
    seen.push((message as { process: ChildProcess }).process);
  };
  subscribe("child_process", onSpawn);

  let owner: string | undefined;
  return {
    newest() {
      const workerds = seen.filter(
        // Announced before it is spawned, so a failed spawn has no arguments whatever its type says.
        (child) => (child as Partial<ChildProcess>).spawnargs?.some(isLoopback) === true,
      );
      owner ??= workerds.at(0)?.spawnargs.find(isLoopback);
      return workerds.findLast(({ spawnargs }) => spawnargs.find(isLoopback) === owner);
    },
    stop() {
      unsubscribe("child_process", onSpawn);
    },
  };
}

function isLoopback(argument: string): boolean {
  return argument.startsWith(LOOPBACK_ARGUMENT);
}
