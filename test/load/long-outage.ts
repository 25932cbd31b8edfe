/**
 * 70 minutes without Salesforce at 100 events a second: what admitting them costs in time and memory as they pile up, and how long they take
 * to go when the org is back. The events come as fast as the Worker takes them, so the minutes are fewer than 70; the pile is as high. What
 * is answered 503 is delivered again, as Stripe does.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startLocalWorker } from "../../local/worker/start.ts";
import { customerLives } from "../traffic/customer-lives.ts";
import { eventTypeOf } from "../../worker/webhook/event-types.ts";
import { startAnsweringOrg } from "./answering-org.ts";
import type { BenchOptions } from "./bench-options.ts";
import type { Figure } from "./figure.ts";
import type { LoadResult } from "./keep-alive-client.ts";
import { loadInThread } from "./load-thread.ts";
import type { Surroundings } from "./real-worker.ts";
import { quantile } from "./statistics.ts";
import { signedWebhook } from "./webhooks.ts";

const CONNECTIONS = 32;
const EVENTS = 70 * 60 * 100;
const PARTS = 10;
/** Signed at a time, in each part: a signature is good for five minutes. */
const SLICES = 7;
const MOST_GROWTH = 1.5;
const WARM_AFTER = 50_000;
const DRAINED_WITHIN_MS = 3_600_000;
const DELIVERIES = 5;
const AGAIN_AFTER_MS = 2_000;
/** Of how many deliveries one may be answered 503: it costs Stripe another delivery, and nobody an event. */
const ONE_DEFERRED_OF = 10_000;

interface Part {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
  readonly megabytes: number;
}

export async function measureLongOutage(
  { folder, quick, tell }: BenchOptions,
  surroundings: Surroundings,
): Promise<Figure[]> {
  const count = quick ? EVENTS / 100 : EVENTS;
  const dataFolder = await mkdtemp(path.join(folder, "outage-"));
  const org = await startAnsweringOrg();
  org.isDown = true;
  const deferred: string[] = [];
  const worker = await startLocalWorker({
    host: "127.0.0.1",
    port: 0,
    dataFolder,
    bindings: { ...surroundings.bindings, SALESFORCE_LOGIN_URL: org.url },
    log(line) {
      if (line.includes("webhook.deferred")) deferred.push(line);
    },
  });
  try {
    const parts: Part[] = [];
    let toldDeferred = 0;
    for (let part = 0; part < PARTS; part += 1) {
      const results: LoadResult[] = [];
      for (let slice = 0; slice < SLICES; slice += 1) {
        const requests = customerLives(count / PARTS / SLICES, `o${part}y${slice}`, isSoon).map(
          (event) => signedWebhook(event, surroundings.webhookSecret),
        );
        results.push(...(await delivered(worker.url, requests)));
      }
      const measured = partOf(results, residentMegabytes(worker.workerdPid()));
      parts.push(measured);
      tell(
        `${((part + 1) * count) / PARTS} waiting: ${measured.perSecond.toFixed(0)} a second, p50 ${measured.p50.toFixed(0)} ms, ` +
          `p95 ${measured.p95.toFixed(0)} ms, workerd ${measured.megabytes.toFixed(0)} MB`,
      );
      for (const line of deferred.slice(toldDeferred)) tell(line);
      toldDeferred = deferred.length;
    }
    org.isDown = false;
    const drained = await drainedMs(() => org.taken(), count, tell);
    return [
      ...figuresOf(parts, count, drained, residentMegabytes(worker.workerdPid())),
      deferredFigure(deferred.length, count),
    ];
  } finally {
    await worker.stop();
    await org.stop();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Until all are accepted.
 * @throws Error when one is refused for good, or is not accepted after some deliveries
 */
async function delivered(url: string, requests: readonly Buffer[]): Promise<LoadResult[]> {
  const results: LoadResult[] = [];
  for (let left = requests; left.length > 0;) {
    if (results.length === DELIVERIES)
      throw new Error(`${left.length} webhooks were not accepted after ${DELIVERIES} deliveries.`);
    if (results.length > 0) await wait(AGAIN_AFTER_MS);
    const load = { url, connections: CONNECTIONS, forMs: Number.POSITIVE_INFINITY };
    const result = await loadInThread({ ...load, requests: left });
    const forGood = result.refused.find(({ status }) => status !== 503);
    if (forGood !== undefined) throw new Error(`A webhook was answered ${forGood.status}.`);
    results.push(result);
    left = result.refused.map(({ request }) => Buffer.from(request));
  }
  return results;
}

function partOf(results: readonly LoadResult[], megabytes: number): Part {
  const sum = (of: (result: LoadResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const latencies = results.flatMap((result) => result.latencies);
  return {
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    perSecond: (latencies.length * 1000) / sum((result) => result.ms),
    megabytes,
  };
}

function isSoon(type: string): boolean {
  return eventTypeOf(type)?.lane !== "bulk";
}

async function drainedMs(
  taken: () => number,
  count: number,
  tell: (line: string) => void,
): Promise<number> {
  const started = performance.now();
  let told = 0;
  while (taken() < count) {
    const ms = performance.now() - started;
    if (ms > DRAINED_WITHIN_MS) throw new Error(`The org has ${taken()} of ${count} events.`);
    if (Math.floor(ms / 30_000) > told) {
      told = Math.floor(ms / 30_000);
      tell(`${taken()} of ${count} in the org after ${(ms / 1000).toFixed(0)} s`);
    }
    await wait(100);
  }
  return performance.now() - started;
}

/** Linux tells it in pages of 4 KiB. */
function residentMegabytes(pid: number): number {
  const [, resident = "0"] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ");
  return (Number(resident) * 4096) / 1e6;
}

function figuresOf(
  parts: readonly Part[],
  count: number,
  drained: number,
  megabytesAfter: number,
): Figure[] {
  // The first tenth pays for compiling and for the caches.
  const [, early] = parts;
  const late = parts.at(-1);
  if (early === undefined || late === undefined) throw new Error("There is nothing to compare.");
  const growth = late.p95 / early.p95;
  return [
    {
      what: `admission with ${count.toLocaleString("en")} events waiting : with a fifth of them, p95`,
      value: `${growth.toFixed(2)} times`,
      yardstick: `at most ${MOST_GROWTH} times; ${early.p95.toFixed(0)} ms and ${late.p95.toFixed(0)} ms, p50 ${early.p50.toFixed(0)} ms and ${late.p50.toFixed(0)} ms`,
      isMet: growth <= MOST_GROWTH,
    },
    {
      what: "workerd's memory then : with a fifth",
      value: `${(late.megabytes / early.megabytes).toFixed(2)} times`,
      yardstick: `${early.megabytes.toFixed(0)} MB and ${late.megabytes.toFixed(0)} MB; ${megabytesAfter.toFixed(0)} MB when all were gone`,
      // The runtime itself grows over the first ten thousand events, whatever waits.
      isMet: count < WARM_AFTER ? null : late.megabytes / early.megabytes <= MOST_GROWTH,
    },
    {
      what: "from the org's return to the last event in it",
      value: `${(drained / 1000).toFixed(0)} s`,
      yardstick: `${((count * 1000) / drained).toFixed(0)} events a second`,
      isMet: null,
    },
  ];
}

function deferredFigure(deferred: number, count: number): Figure {
  return {
    what: "deliveries that were answered 503, and accepted when they came again",
    value: String(deferred),
    yardstick: `at most one of ${ONE_DEFERRED_OF.toLocaleString("en")}`,
    isMet: deferred * ONE_DEFERRED_OF <= count,
  };
}
