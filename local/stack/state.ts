/** What a running stack leaves in its data folder, so that a second terminal finds it. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

export const STATE_FILE = "stack.json";

const stackState = z.object({
  pid: z.number().int(),
  urls: z.object({
    worker: z.string(),
    org: z.string(),
    stripe: z.string(),
    sqs: z.string(),
    dynamodb: z.string(),
    secrets: z.string(),
  }),
});

export type StackState = z.infer<typeof stackState>;

/** null when no stack runs on this data folder. */
export async function runningStack(dataFolder: string): Promise<StackState | null> {
  const text = await readFile(path.join(dataFolder, STATE_FILE), "utf8").catch(() => null);
  if (text === null) return null;
  const state = stackState.safeParse(JSON.parse(text));
  return state.success && isAlive(state.data.pid) ? state.data : null;
}

/** Whether there is such a process, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
