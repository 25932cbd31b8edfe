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

/**
 * @param otherwise what else a person can do when none runs
 * @throws Error of one sentence, which says what to do, when no stack runs on this data folder
 */
export async function runningStack(dataFolder: string, otherwise?: string): Promise<StackState> {
  const text = await readFile(path.join(dataFolder, STATE_FILE), "utf8").catch(() => null);
  const state = text === null ? null : stackState.safeParse(JSON.parse(text));
  if (state?.success === true && isAlive(state.data.pid)) return state.data;
  throw new Error(
    `No local stack runs on ${dataFolder}. Start it in another terminal (npm start), or name the data folder of the one that runs (--data DIR)${otherwise === undefined ? "" : `, ${otherwise}`}.`,
  );
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
