/** Webhooks a second, next to a Worker that does only the durable work, one that does nothing, and what people would pick instead. */
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { customerLives, type StripeEvent } from "../traffic/customer-lives.ts";
import type { BenchOptions } from "./bench-options.ts";
import type { Figure } from "./figure.ts";
import type { LoadResult } from "./keep-alive-client.ts";
import { loadInThread } from "./load-thread.ts";
import { startRealWorker, type Surroundings } from "./real-worker.ts";
import { median, quantile } from "./statistics.ts";
import { HOW_TO_GET_IT, syncEngineIn } from "./sync-engine.ts";
import { projectedPost, signedWebhook } from "./webhooks.ts";
import { startYardstick, type RunningWorker } from "./yardstick-worker.ts";

interface Contestant {
  readonly name: string;
  start(dataFolder: string): Promise<RunningWorker>;
  requestOf(event: StripeEvent): Buffer;
  /** All types, unless said. */
  takes?(type: string): boolean;
}

const CONNECTIONS = 32;
const SYNC_ENGINE = "stripe/sync-engine on Postgres";
const LEAST_THROUGHPUT = 2;
const MOST_P95 = 1;

export async function measureAdmission(
  options: BenchOptions,
  surroundings: Surroundings,
): Promise<Figure[]> {
  const { quick, tell } = options;
  const syncEngine = syncEngineIn(options.syncEngineFolder);
  if (syncEngine === undefined) tell(`stripe/sync-engine is not measured: ${HOW_TO_GET_IT}`);
  const contestants: readonly Contestant[] = [
    {
      name: "the Worker",
      start: (dataFolder) => startRealWorker(dataFolder, surroundings),
      requestOf: (event) => signedWebhook(event, surroundings.webhookSecret),
    },
    {
      name: "durable work only",
      start: (dataFolder) => startYardstick("durable", dataFolder),
      requestOf: projectedPost,
    },
    {
      name: "bare",
      start: (dataFolder) => startYardstick("bare", dataFolder),
      requestOf: projectedPost,
    },
    ...(syncEngine === undefined
      ? []
      : [
          {
            name: SYNC_ENGINE,
            start: () => syncEngine.start(surroundings.webhookSecret),
            requestOf: (event: StripeEvent) => signedWebhook(event, surroundings.webhookSecret),
            // At each of these it asks Stripe for the line items: here is no Stripe to ask.
            takes: (type: string) => !type.startsWith("checkout.session."),
          },
        ]),
  ];
  const events = customerLives(quick ? 12_000 : 24_000, "b");
  const rounds = quick ? 3 : 7;
  const results = new Map<string, LoadResult[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const contestant of contestants) {
      const result = await oneRound(contestant, events, options);
      results.get(contestant.name)?.push(result);
      const perSecond = perSecondOf(result).toFixed(0);
      tell(`round ${round} of ${rounds}, ${contestant.name}: ${perSecond} a second`);
    }
  }
  return figuresOf(results);
}

/** Fresh each time: no round pays for what another has left behind. */
async function oneRound(
  contestant: Contestant,
  events: readonly StripeEvent[],
  { quick, folder }: BenchOptions,
): Promise<LoadResult> {
  const dataFolder = await mkdtemp(path.join(folder, "round-"));
  const worker = await contestant.start(dataFolder);
  try {
    const requests = events
      .filter(({ type }) => contestant.takes?.(type) ?? true)
      .map((event) => contestant.requestOf(event));
    const warmUp = quick ? 500 : 2_000;
    const load = { url: worker.url, connections: CONNECTIONS };
    await loadInThread({ ...load, requests: requests.slice(0, warmUp), forMs: 30_000 });
    const forMs = quick ? 2_000 : 5_000;
    const result = await loadInThread({ ...load, requests: requests.slice(warmUp), forMs });
    if (result.refused.length > 0)
      throw new Error(`${contestant.name} refused ${result.refused.length} of ${result.requests}.`);
    return result;
  } finally {
    await worker.stop();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function perSecondOf({ requests, ms }: LoadResult): number {
  return (requests * 1000) / ms;
}

interface Summary {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

function figuresOf(results: ReadonlyMap<string, readonly LoadResult[]>): Figure[] {
  const summaries = [...results].map(([name, rounds]): Summary => {
    const ofRounds = (share: number): number =>
      median(rounds.map(({ latencies }) => quantile(latencies, share)));
    return {
      name,
      perSecond: median(rounds.map(perSecondOf)),
      p50: ofRounds(0.5),
      p95: ofRounds(0.95),
      p99: ofRounds(0.99),
    };
  });
  // Round by round: what slows the machine down for a minute slows both of a pair.
  const [worker = [], durable = []] = [...results.values()];
  const ratio = (others: readonly LoadResult[], of: (result: LoadResult) => number): number =>
    median(
      worker.flatMap((result, round) => {
        const beside = others[round];
        return beside === undefined ? [] : of(result) / of(beside);
      }),
    );
  const throughput = ratio(durable, perSecondOf);
  const p95 = ratio(durable, ({ latencies }) => quantile(latencies, 0.95));
  const syncEngine = results.get(SYNC_ENGINE);
  return [
    ...summaries.map((summary): Figure => ({
      what: `webhooks a second, ${summary.name}`,
      value: summary.perSecond.toFixed(0),
      yardstick: `p50 ${ms(summary.p50)}, p95 ${ms(summary.p95)}, p99 ${ms(summary.p99)}`,
      isMet: null,
    })),
    {
      what: "throughput, the Worker : durable work only",
      value: `${(throughput * 100).toFixed(0)} %`,
      yardstick: `at least ${LEAST_THROUGHPUT * 100} %`,
      isMet: throughput >= LEAST_THROUGHPUT,
    },
    {
      what: "p95, the Worker : durable work only",
      value: `${p95.toFixed(2)} times`,
      yardstick: `at most ${MOST_P95} times`,
      isMet: p95 <= MOST_P95,
    },
    ...(syncEngine === undefined ? [] : [besideSyncEngine(ratio(syncEngine, perSecondOf))]),
  ];
}

function besideSyncEngine(throughput: number): Figure {
  return {
    what: `throughput, the Worker : ${SYNC_ENGINE}`,
    value: `${(throughput * 100).toFixed(0)} %`,
    yardstick: "more than 100 %",
    isMet: throughput > 1,
  };
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
