/**
 * Which shard keeps an event: by its id, among as many shards as there were when Stripe created it. So the number can be changed on a running
 * system, and a repeat of an event from before still finds the shard that knows it.
 */
export type ShardPlan = readonly ShardPeriod[];

export interface ShardPeriod {
  readonly shards: number;
  /** Events Stripe created before this belong to it, Unix seconds; null for the last, which has no end. */
  readonly untilS: number | null;
}

const MOST_SHARDS = 256;

const PERIOD = /^(\d+)(?: until (\S+))?$/;

/** Reads `8`, or `8 until 2026-12-01T00:00:00Z, 32`: ends rise, and the last has none. Undefined for anything else. */
export function readShardPlan(text: string): ShardPlan | undefined {
  const periods: ShardPeriod[] = [];
  for (const part of text.split(",")) {
    const [, count = "", until] = PERIOD.exec(part.trim()) ?? [];
    const shards = Number(count);
    const untilS = until === undefined ? null : Date.parse(until) / 1000;
    const before = periods.at(-1);
    const isAfter =
      before === undefined ||
      (before.untilS !== null && (untilS === null || untilS > before.untilS));
    if (shards < 1 || shards > MOST_SHARDS || Number.isNaN(untilS) || !isAfter) return undefined;
    periods.push({ shards, untilS });
  }
  return periods.at(-1)?.untilS === null ? periods : undefined;
}

export function shardOf(
  event: { readonly id: string; readonly createdAt: number },
  plan: ShardPlan,
): string {
  const period = plan.find(({ untilS }) => untilS === null || event.createdAt < untilS);
  if (period === undefined) throw new Error("The last period of a shard plan has no end.");
  return shardNameOf(event.id, period.shards);
}

/** Every shard that may hold events. */
export function shardNames(plan: ShardPlan): string[] {
  const most = Math.max(...plan.map(({ shards }) => shards));
  return Array.from({ length: most }, (_, index) => shardNameAt(index));
}

/**
 * Names the shard that keeps an event id. FNV-1a, 32 bits: stable across deployments, and even enough over Stripe's random ids.
 */
export function shardNameOf(eventId: string, shards: number): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < eventId.length; index += 1) {
    hash ^= eventId.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return shardNameAt((hash >>> 0) % shards);
}

export function shardNameAt(index: number): string {
  return `admission-${index}`;
}
