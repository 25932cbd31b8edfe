/** Follows a run until it needs nobody to follow it: it is over, or it waits for a person. */
import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "jsforce";
import { differencesOf, runById } from "./runs.ts";
import { differenceLine, isAgreed, progressLine, summary, type Look } from "./wording.ts";

const OPEN = new Set(["Queued", "Running"]);
const MOST_LINES = 200;

export interface Watching {
  readonly connection: Connection;
  readonly runId: string;
  /** Milliseconds between two looks. */
  readonly every: number;
  readonly say: (line: string) => void;
}

/** Returns the exit code. */
export async function watch({ connection, runId, every, say }: Watching): Promise<number> {
  let first: Look | null = null;
  let told = "";
  for (;;) {
    const run = await runById(connection, runId);
    const nowMs = performance.now();
    first ??= { percent: run.Progress__c, atMs: nowMs };
    const line = progressLine(run, first, nowMs);
    if (`${run.Pages__c} ${run.Message__c ?? ""}` !== told) say(line);
    told = `${run.Pages__c} ${run.Message__c ?? ""}`;
    if (!OPEN.has(run.Status__c)) {
      for (const difference of await differencesOf(connection, runId, MOST_LINES))
        say(differenceLine(difference));
      say(summary(run));
      return isAgreed(run) ? 0 : 1;
    }
    await wait(every);
  }
}
