/** Runs one of the small Workers that the real one is measured against, in the same kind of workerd. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { configuredWorker } from "../../local/worker/worker-options.ts";

const CONFIGURATION = path.resolve(import.meta.dirname, "../../wrangler.toml");

export interface RunningWorker {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startYardstick(
  name: "bare" | "durable",
  dataFolder: string,
): Promise<RunningWorker> {
  const { options } = await configuredWorker(CONFIGURATION);
  const script = await readFile(
    path.resolve(import.meta.dirname, "yardsticks", `${name}.js`),
    "utf8",
  );
  const durable = {
    durableObjects: { SHARD: { className: "Shard", useSQLite: true } },
    queueProducers: { EVENTS: { queueName: "events" } },
    queueConsumers: { events: { maxBatchSize: 100, maxBatchTimeout: 1, maxRetries: 5 } },
  };
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      host: "127.0.0.1",
      port: 0,
      cf: false,
      log: new Log(LogLevel.ERROR),
      workers: [
        {
          name,
          modules: true,
          script,
          ...(options.compatibilityDate === undefined
            ? {}
            : { compatibilityDate: options.compatibilityDate }),
          unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
          ...(name === "durable" ? durable : {}),
        },
      ],
    }),
    resourcePersistencePath: dataFolder,
  });
  await miniflare.ready;
  const { port } = await miniflare.unsafeGetDirectURL(name);
  return { url: `http://127.0.0.1:${port}`, stop: () => miniflare.dispose() };
}
