import { DurableObject } from "cloudflare:workers";

import { METRICS, type MetricName, type Sample } from "./definitions.ts";
import { seriesKey } from "./tally.ts";

const WATCH = "watch";
const HEARTBEAT = "heartbeat_ms";

/** The relay's counters: isolates come and go, these stay. Also what the watch saw last, and which alerts are on. */
export class RelayMetrics extends DurableObject<Env> {
  readonly #sql = this.ctx.storage.sql;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql.exec(
      "CREATE TABLE IF NOT EXISTS counter (series TEXT PRIMARY KEY, sample TEXT NOT NULL, value REAL NOT NULL) WITHOUT ROWID",
    );
  }

  /** Adds increments, one for each series. */
  add(increments: readonly Sample[]): void {
    for (const sample of increments) {
      const { metric, labels, part, value } = sample;
      this.#sql.exec(
        `INSERT INTO counter (series, sample, value) VALUES (?, ?, ?)
         ON CONFLICT (series) DO UPDATE SET value = value + excluded.value`,
        seriesKey(sample),
        JSON.stringify({ metric, labels, part }),
        value,
      );
    }
  }

  /** The counters as they stand; those of a metric this version does not know are left out. */
  read(): Sample[] {
    return this.#sql
      .exec<{ sample: string; value: number }>("SELECT sample, value FROM counter ORDER BY series")
      .toArray()
      .flatMap(({ sample, value }) => {
        // Written by add() from a Sample.
        const series = JSON.parse(sample) as Omit<Sample, "value">;
        return isMetric(series.metric) ? [{ ...series, value }] : [];
      });
  }

  /** What `keepWatch` was given last: the alerts' own text, null before the first. */
  watch(): string | null {
    const kept = this.ctx.storage.kv.get(WATCH);
    return typeof kept === "string" ? kept : null;
  }

  keepWatch(watch: string): void {
    this.ctx.storage.kv.put(WATCH, watch);
  }

  /** When Salesforce took the last heartbeat, Unix milliseconds; null before the first. */
  heartbeatMs(): number | null {
    const kept = this.ctx.storage.kv.get(HEARTBEAT);
    return typeof kept === "number" ? kept : null;
  }

  keepHeartbeat(atMs: number): void {
    this.ctx.storage.kv.put(HEARTBEAT, atMs);
  }
}

export function relayMetricsOf(env: Env): DurableObjectStub<RelayMetrics> {
  return env.RELAY_METRICS.getByName("relay");
}

function isMetric(name: string): name is MetricName {
  return name in METRICS;
}
