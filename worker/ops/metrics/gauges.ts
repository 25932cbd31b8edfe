import type { OpenRows } from "../../admit/due-rows.ts";
import type { ShardSize } from "../../admit/shard-size.ts";
import { LANES, type Lane } from "../../event.ts";
import { shardNames } from "../../shard-name.ts";
import { deadLetterCount } from "../../aws/dead-letters.ts";
import { budgetUse } from "../../budget/take-budget.ts";
import type { WindowUse } from "../../budget/plan.ts";
import { bulkCollectorOf } from "../../bulk/collector.ts";
import { configurationOf } from "../../configuration.ts";
import { permissionOf } from "../../salesforce/breaker.ts";
import { salesforceSessionOf } from "../../salesforce/session.ts";
import { log, reasonOf } from "../../log.ts";
import type { Sample } from "./definitions.ts";

/** How things stand now. Null or absent where nobody could be asked: a missing figure is never a 0. */
export interface Gauges {
  readonly atMs: number;
  /** Null when a shard did not answer. */
  readonly open: readonly OpenRows[] | null;
  /** Null when a shard did not answer. */
  readonly shards: readonly ShardSize[] | null;
  readonly bulkCollected: number | null;
  readonly budget: readonly WindowUse[] | null;
  /** Lanes that have to wait before they may call Salesforce. */
  readonly closedLanes: readonly Lane[] | null;
  readonly deadLetters: number | null;
}

export async function readGauges(env: Env): Promise<Gauges> {
  const atMs = Date.now();
  const configuration = configurationOf(env);
  const names = shardNames(configuration.shards);
  const [open, shards, collected, budget, breaker, deadLetters] = await Promise.all([
    orNull("admission", async () => openRows(env, names)),
    orNull("admission", async () => shardSizes(env, names)),
    orNull("bulk_collector", async () => bulkCollectorOf(env).inspect()),
    orNull("dynamodb", async () => budgetUse(env)),
    orNull("salesforce_session", async () => salesforceSessionOf(env).breaker()),
    orNull("sqs", async () => deadLetterCount(configuration.aws)),
  ]);
  const waits = (lane: Lane): boolean =>
    breaker !== null && permissionOf(breaker, { lane, suspect: false }, atMs).kind === "wait";
  return {
    atMs,
    open,
    shards,
    bulkCollected: collected?.rows ?? null,
    budget: budget?.ok === true ? budget.value : null,
    closedLanes: breaker === null ? null : LANES.filter(waits),
    deadLetters: deadLetters?.ok === true ? deadLetters.value : null,
  };
}

/** Age of the oldest open event, of one lane or of all; seconds, 0 without any. */
export function lagSeconds({ open, atMs }: Gauges, lane?: Lane): number | null {
  if (open === null) return null;
  const oldest = open
    .filter((rows) => lane === undefined || rows.lane === lane)
    .map(({ oldestMs }) => oldestMs);
  return oldest.length === 0 ? 0 : Math.max(0, (atMs - Math.min(...oldest)) / 1000);
}

export function openEvents({ open }: Gauges): number | null {
  return open === null ? null : open.reduce((sum, { rows }) => sum + rows, 0);
}

/** Bytes of the fullest shard. */
export function fullestShardBytes({ shards }: Gauges): number | null {
  return shards === null ? null : Math.max(0, ...shards.map(({ bytes }) => bytes));
}

function shardSamples({ shards, atMs }: Gauges): Sample[] {
  return (shards ?? []).flatMap(({ shard, bytes, rows, oldestMs }): Sample[] => {
    const labels = { shard };
    const age = oldestMs === null ? 0 : Math.max(0, (atMs - oldestMs) / 1000);
    return [
      { metric: "stripe_relay_shard_bytes", labels, value: bytes },
      { metric: "stripe_relay_shard_rows", labels, value: rows },
      { metric: "stripe_relay_shard_oldest_seconds", labels, value: age },
    ];
  });
}

export function gaugeSamples(gauges: Gauges): Sample[] {
  const { open, bulkCollected, budget, closedLanes, deadLetters } = gauges;
  const states = ["received", "queued", "dead_pending"] as const;
  const samples: Sample[] = shardSamples(gauges);
  if (open !== null) {
    for (const lane of LANES) {
      for (const state of states) {
        const found = open.filter((rows) => rows.lane === lane && rows.state === state);
        const value = found.reduce((sum, { rows }) => sum + rows, 0);
        samples.push({ metric: "stripe_relay_open_events", labels: { lane, state }, value });
      }
      const value = lagSeconds(gauges, lane) ?? 0;
      samples.push({ metric: "stripe_relay_lag_seconds", labels: { lane }, value });
    }
  }
  if (bulkCollected !== null) {
    samples.push({ metric: "stripe_relay_bulk_collected", labels: {}, value: bulkCollected });
  }
  for (const { window, used, limit } of budget ?? []) {
    samples.push({ metric: "stripe_relay_api_calls_used", labels: { window }, value: used });
    samples.push({ metric: "stripe_relay_api_calls_limit", labels: { window }, value: limit });
  }
  if (closedLanes !== null) {
    for (const lane of LANES) {
      const value = Number(closedLanes.includes(lane));
      samples.push({ metric: "stripe_relay_breaker_open", labels: { lane }, value });
    }
  }
  if (deadLetters !== null) {
    samples.push({ metric: "stripe_relay_dead_letters", labels: {}, value: deadLetters });
  }
  return samples;
}

async function openRows(env: Env, shards: readonly string[]): Promise<OpenRows[]> {
  const perShard = await Promise.all(
    shards.map(async (shard) => env.ADMISSION.getByName(shard).census()),
  );
  return perShard.flat();
}

async function shardSizes(env: Env, shards: readonly string[]): Promise<ShardSize[]> {
  return Promise.all(shards.map(async (shard) => env.ADMISSION.getByName(shard).size()));
}

async function orNull<T>(dependency: string, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    log("gauges.unreadable", { dependency, detail: reasonOf(error) });
    return null;
  }
}
