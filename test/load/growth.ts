/** What an event costs the edge, from its webhook to the outcome in the ledger, by how many events the shards remember. */
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { customerLives } from "../traffic/customer-lives.ts";
import { eventTypeOf } from "../../worker/webhook/event-types.ts";
import { startAnsweringOrg, type AnsweringOrg } from "./answering-org.ts";
import type { BenchOptions } from "./bench-options.ts";
import type { Figure } from "./figure.ts";
import { loadInThread } from "./load-thread.ts";
import { startRealWorker, type Surroundings } from "./real-worker.ts";
import { median, quantile } from "./statistics.ts";
import { bytesIn, shardDatabases, storeHistory } from "./stored-history.ts";
import { signedWebhook } from "./webhooks.ts";

const CONNECTIONS = 32;
const MOST_GROWTH = 1.25;
/** No budget stands in the way. */
const PLENTY = {
  API_CALLS_PER_MINUTE: "100000",
  API_CALLS_PER_HOUR: "6000000",
  API_CALLS_PER_DAY: "100000000",
};
const SETTLED_WITHIN_MS = 120_000;

interface Round {
  readonly rows: number;
  /** Of an event, admission and delivery together, milliseconds. */
  readonly cost: number;
  readonly p50: number;
  readonly p95: number;
  readonly bytes: number;
}

export async function measureGrowth(
  options: BenchOptions,
  surroundings: Surroundings,
): Promise<Figure[]> {
  const sizes = options.quick ? [1_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000];
  const rounds: Round[] = [];
  for (let turn = 1; turn <= (options.quick ? 1 : 3); turn += 1) {
    for (const rows of sizes) {
      const round = await oneRound(rows, options, surroundings);
      rounds.push(round);
      options.tell(
        `round ${turn}, ${rows} stored: ${round.cost.toFixed(2)} ms an event, p95 ${round.p95.toFixed(0)} ms`,
      );
    }
  }
  return figuresOf(rounds, sizes);
}

async function oneRound(
  rows: number,
  { folder, quick }: BenchOptions,
  surroundings: Surroundings,
): Promise<Round> {
  const dataFolder = await mkdtemp(path.join(folder, "growth-"));
  const org = await startAnsweringOrg();
  const around = {
    ...surroundings,
    bindings: { ...surroundings.bindings, ...PLENTY, SALESFORCE_LOGIN_URL: org.url },
  };
  try {
    const soon = (type: string): boolean => eventTypeOf(type)?.lane !== "bulk";
    const count = quick ? 1_000 : 2_000;
    const requests = customerLives(400 + count, "g", soon).map((event) =>
      signedWebhook(event, surroundings.webhookSecret),
    );
    const first = await startRealWorker(dataFolder, around);
    await send(first.url, requests.slice(0, 200), org, 200);
    await first.stop();
    const before = bytesIn(shardDatabases(dataFolder));
    storeHistory(shardDatabases(dataFolder), rows);
    const bytes = bytesIn(shardDatabases(dataFolder)) - before;

    const worker = await startRealWorker(dataFolder, around);
    try {
      await send(worker.url, requests.slice(200, 400), org, 400);
      const started = performance.now();
      const latencies = await send(worker.url, requests.slice(400), org, 400 + count);
      const cost = (performance.now() - started) / count;
      const [p50, p95] = [quantile(latencies, 0.5), quantile(latencies, 0.95)];
      return { rows, cost, p50, p95, bytes: bytes / rows };
    } finally {
      await worker.stop();
    }
  } finally {
    await org.stop();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Until the org has so many in all; the latencies of the webhooks. */
async function send(
  url: string,
  requests: readonly Buffer[],
  org: AnsweringOrg,
  inAll: number,
): Promise<readonly number[]> {
  const load = { url, connections: CONNECTIONS, requests, forMs: Number.POSITIVE_INFINITY };
  const result = await loadInThread(load);
  if (result.refused.length > 0)
    throw new Error(`${result.refused.length} webhooks were not accepted.`);
  const deadline = Date.now() + SETTLED_WITHIN_MS;
  while (org.taken() < inAll) {
    if (Date.now() > deadline) throw new Error(`The org has ${org.taken()} of ${inAll} events.`);
    await wait(10);
  }
  return result.latencies;
}

function figuresOf(rounds: readonly Round[], sizes: readonly number[]): Figure[] {
  const of = (rows: number, value: (round: Round) => number): number =>
    median(rounds.filter((round) => round.rows === rows).map(value));
  const [least = 0] = sizes;
  const most = sizes.at(-1) ?? least;
  // Round by round: what slows the machine down for a minute slows both of a pair.
  const costs = (rows: number): number[] =>
    rounds.filter((round) => round.rows === rows).map(({ cost }) => cost);
  const growth = median(costs(most).map((cost, turn) => cost / (costs(least)[turn] ?? cost)));
  return [
    ...sizes.map((rows): Figure => ({
      what: `an event's cost with ${rows.toLocaleString("en")} stored`,
      value: `${of(rows, ({ cost }) => cost).toFixed(2)} ms`,
      yardstick: `webhook p50 ${of(rows, ({ p50 }) => p50).toFixed(0)} ms, p95 ${of(rows, ({ p95 }) => p95).toFixed(0)} ms; ${of(rows, ({ bytes }) => bytes).toFixed(0)} bytes a stored event`,
      isMet: null,
    })),
    {
      what: `cost at ${most.toLocaleString("en")} stored : at ${least.toLocaleString("en")}`,
      value: `${growth.toFixed(2)} times`,
      yardstick: `at most ${MOST_GROWTH} times`,
      isMet: growth <= MOST_GROWTH,
    },
  ];
}
