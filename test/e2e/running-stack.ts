/** A stack of its own for a test file: any free ports, a data folder that goes away. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "jsforce";
import { connect } from "../../scripts/trigger/records.ts";
import { keptThreads } from "../../local/org/src/serve/engine-threads.ts";
import { startStack, type Stack } from "../../local/stack/stack.ts";
import { PARTS, type Part, type StackSettings } from "../../local/stack/settings.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The files that one process runs have stacks one after the other. */
const engineThreads = keptThreads();

export interface RunningStack {
  readonly stack: Stack;
  /** As the org's administrator. */
  readonly connection: Connection;
  /** The lines its parts logged. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), "stack-"));
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

export async function runStack(
  dataFolder: string,
  projectFolder = root,
  options: Pick<StackSettings, "isOrgCopy" | "furtherAccounts"> = {},
): Promise<RunningStack> {
  const log: string[] = [];
  const stack = await startStack(
    projectFolder,
    { host: "127.0.0.1", ports: anyFreePorts(), dataFolder, engineThreads, ...options },
    {
      starting: () => undefined,
      ready: () => undefined,
      log: (part, line) => log.push(`[${part}] ${line}`),
    },
  );
  return {
    stack,
    connection: await connect(stack.state.urls.org, stack.credentials.admin),
    log,
    stop: () => stack.stop(),
  };
}

function anyFreePorts(): Record<Part, number> {
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
}

/** Asks until the answer is not null; the deadline is for a broken stack, not a measure of a working one. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null>,
  seconds = 60,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (const pause of pauses()) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) break;
    await wait(pause);
  }
  throw new Error(`Not within ${seconds} s: ${what}`);
}

const SHORTEST_MS = 50;
const LONGEST_MS = 400;

/**
 * Between one question and the next, without an end; milliseconds. What is soon true is soon seen; what takes long is asked about less, for the
 * stack that is to answer has work to do.
 */
export function* pauses(): Generator<number, never> {
  for (let pause = SHORTEST_MS; ; pause = Math.min(LONGEST_MS, pause * 1.3)) yield pause;
}
