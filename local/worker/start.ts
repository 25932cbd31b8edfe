import { mkdir } from "node:fs/promises";
import path from "node:path";

import {
  convertV4MiniflareOptions,
  Log,
  LogLevel,
  Miniflare,
  MiniflareCoreError,
  type MiniflareOptions,
} from "miniflare";

import { assertPortFree } from "../http/free-port.ts";
import { bundleWorker } from "./bundle.ts";
import { GivenUpRuntime } from "./given-up-runtime.ts";
import { configuredWorker } from "./worker-options.ts";
import { watchSpawnedWorkerds } from "./workerd-process.ts";

const CONFIGURATION = path.resolve(import.meta.dirname, "../../wrangler.toml");

export interface LocalWorkerOptions {
  /** Another entry module than that of `wrangler.toml`: a test's, with a fault built in. */
  readonly main?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where the Durable Objects' databases are kept. */
  readonly dataFolder: string;
  /** Variables and secrets that differ from `wrangler.toml`. */
  readonly bindings: Readonly<Record<string, string>>;
  /** How often its cron runs; each minute, as `[triggers]` of wrangler.toml says, unless a test cannot wait that long. Milliseconds. */
  readonly cronMs?: number;
  /** Takes the Worker's own JSON lines, and one sentence whenever the runtime had to be started again. */
  readonly log: (line: string) => void;
}

export interface LocalWorker {
  readonly url: string;
  workerdPid(): number;
  /** How often the runtime died and was started again. */
  restarts(): number;
  /** Now, besides each minute. @throws Error in the Worker's words */
  runCron(): Promise<void>;
  stop(): Promise<void>;
}

const CRON_MS = 60_000;

/** Two starts at once could not tell whose workerd is whose. */
let lastStart: Promise<unknown> = Promise.resolve();

/**
 * Runs the Worker in workerd as `wrangler.toml` describes it, on a socket straight into it. When workerd dies it is started again
 * on the same port with the same state.
 * @throws Error with one sentence when the port is taken
 */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const start = lastStart.then(() => startNext(options));
  lastStart = start.catch(() => undefined);
  return start;
}

async function startNext(options: LocalWorkerOptions): Promise<LocalWorker> {
  await assertPortFree("The Worker", options.host, options.port);
  await mkdir(options.dataFolder, { recursive: true });

  const { name, main, options: worker } = await configuredWorker(CONFIGURATION);
  const script = await bundleWorker(options.main ?? main);

  let restarts = 0;
  let port = options.port;
  const startedAgain = (): void => {
    restarts += 1;
    options.log(`The Worker's runtime died and was started again on port ${port}.`);
  };
  const spawned = watchSpawnedWorkerds();
  const giveSignalsBack = signalListeners();
  const settings = (): MiniflareOptions => ({
    ...convertV4MiniflareOptions({
      host: options.host,
      port: 0,
      cf: false,
      log: new LinesOnly(options.log, () => void supervised.startAgain()),
      handleStructuredLogs: ({ message }) => {
        options.log(message);
      },
      unsafeTriggerHandlers: true,
      unsafeHandleRuntimeRestart: startedAgain,
      workers: [
        {
          ...worker,
          modules: true,
          script,
          bindings: { ...worker.bindings, ...options.bindings },
          unsafeDirectSockets: [{ host: options.host, port }],
        },
      ],
    }),
    resourcePersistencePath: options.dataFolder,
  });
  const miniflare = new Miniflare(settings());
  const supervised = new GivenUpRuntime(() => miniflare.setOptions(settings()), startedAgain);
  giveSignalsBack();
  const stop = async (): Promise<void> => {
    supervised.stop();
    await miniflare.dispose();
    spawned.stop();
  };
  try {
    await miniflare.ready;
    port = Number((await miniflare.unsafeGetDirectURL(name)).port);
  } catch (error) {
    await stop();
    throw error;
  }
  const cron = repeatCron(miniflare, options);
  return {
    url: `http://${options.host}:${port}`,
    workerdPid() {
      const pid = spawned.newest()?.pid;
      if (pid === undefined) throw new Error("workerd is not running.");
      return pid;
    },
    restarts: () => restarts,
    runCron: () => runCron(miniflare),
    async stop() {
      clearInterval(cron);
      await stop();
    },
  };
}

/** Miniflare's address for it; only its own entry knows it, not the socket straight into the Worker. */
const CRON_ADDRESS = "http://localhost/cdn-cgi/local/scheduled?cron=*+*+*+*+*";

/**
 * What Cloudflare does each minute as `[triggers]` of wrangler.toml says; Miniflare leaves it to whoever runs it. By a request, for the
 * stubs of Miniflare's `getWorker` block this thread until workerd answers, and workerd does not answer while nobody reads what it logs.
 */
function repeatCron(
  miniflare: Miniflare,
  { cronMs = CRON_MS, log }: Pick<LocalWorkerOptions, "cronMs" | "log">,
): ReturnType<typeof setInterval> {
  return setInterval(() => {
    runCron(miniflare).catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      log(`The Worker's cron did not run: ${detail}`);
    });
  }, cronMs);
}

async function runCron(miniflare: Miniflare): Promise<void> {
  const answer = await miniflare.dispatchFetch(CRON_ADDRESS);
  if (!answer.ok) throw new Error(await answer.text());
}

/**
 * Miniflare ends the whole process on a signal. When to stop, and what else to stop first, is for whoever started this.
 * @returns takes away the listeners that came since
 */
function signalListeners(): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  return () => {
    for (const [index, signal] of signals.entries()) {
      for (const listener of process.listeners(signal)) {
        if (before[index]?.has(listener) !== true) process.off(signal, listener);
      }
    }
  };
}

/** Passes on Miniflare's errors; its other lines are about its own affairs. */
class LinesOnly extends Log {
  readonly #sink: (line: string) => void;
  readonly #onGivenUp: () => void;

  /** @param onGivenUp called when the runtime died and could not be started again */
  constructor(sink: (line: string) => void, onGivenUp: () => void) {
    super(LogLevel.ERROR);
    this.#sink = sink;
    this.#onGivenUp = onGivenUp;
  }

  override log(message: string): void {
    this.#sink(message);
  }

  override error(error: Error): void {
    super.error(error);
    // Nobody else is told: the restart happens by itself, and its failure ends in the log.
    if (error instanceof MiniflareCoreError && error.code === "ERR_RUNTIME_FAILURE") {
      this.#onGivenUp();
    }
  }
}
