/** How full a shard is. */
export interface ShardSize {
  readonly shard: string;
  /** Of its database on disk. A Durable Object holds 10 GB. */
  readonly bytes: number;
  /** Events it remembers, to within those that were forgotten out of turn. */
  readonly rows: number;
  /** When the oldest of them was received, Unix milliseconds; null without any. */
  readonly oldestMs: number | null;
}

/** Costs the same whatever the shard holds: rows are numbered as they come, and the oldest are forgotten first. */
export function sizeOf(shard: string, sql: SqlStorage): ShardSize {
  const [oldest] = sql
    .exec<{ seq: number; receivedMs: number }>(
      "SELECT seq, received_ms AS receivedMs FROM event ORDER BY seq LIMIT 1",
    )
    .toArray();
  const { newest } = sql
    .exec<{ newest: number | null }>("SELECT MAX(seq) AS newest FROM event")
    .one();
  return {
    shard,
    bytes: sql.databaseSize,
    rows: oldest === undefined || newest === null ? 0 : newest - oldest.seq + 1,
    oldestMs: oldest?.receivedMs ?? null,
  };
}
