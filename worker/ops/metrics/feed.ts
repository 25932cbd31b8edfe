import { env, waitUntil } from "cloudflare:workers";

import { onLogLine, reasonOf } from "../../log.ts";
import { samplesOf } from "./from-log-line.ts";
import { relayMetricsOf } from "./relay-metrics.ts";
import { Tally } from "./tally.ts";

/** An isolate hands over what it counted at most this often, after its answers are out. */
const HAND_OVER_MS = 1_000;
/** A hand-over that was cut short with its request is due again after this. */
const LOST_AFTER_MS = 10_000;

const tally = new Tally();
let dueMs = 0;
let endings = 0;

/** Counts every log line of this isolate into `RelayMetrics`. */
export function countLogLines(): void {
  onLogLine((event, fields) => {
    const samples = samplesOf(event, fields);
    if (samples.length === 0) return;
    tally.add(samples);
    if (endings > 0) return;
    const nowMs = Date.now();
    if (Math.abs(nowMs - dueMs) < LOST_AFTER_MS) return;
    dueMs = nowMs;
    try {
      waitUntil(handOverSoon());
    } catch {
      // Outside of any request: the next line's request takes it along.
      dueMs = 0;
    }
  });
}

async function handOverSoon(): Promise<void> {
  await scheduler.wait(HAND_OVER_MS);
  dueMs = 0;
  await handOver();
}

/**
 * For work whose caller waits for all that it began, as a queue does before its next batch: what is counted meanwhile is handed over at
 * its end, not a moment later.
 */
export async function handingOverAtItsEnd(work: () => Promise<void>): Promise<void> {
  endings += 1;
  try {
    await work();
  } finally {
    endings -= 1;
    await handOver();
  }
}

/** Hands over at once what was counted so far. */
export async function handOver(): Promise<void> {
  const increments = tally.take();
  if (increments.length === 0) return;
  try {
    await relayMetricsOf(env).add(increments);
  } catch (error) {
    tally.add(increments);
    // Not through log(): the line would be counted, and the count could not be handed over either.
    console.error(
      JSON.stringify({ level: "error", event: "metrics.not_stored", detail: reasonOf(error) }),
    );
  }
}
