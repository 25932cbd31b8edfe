import type { V4WorkerOptionsShape } from "miniflare";
import * as z from "zod";
import { wranglerConfiguration } from "./wrangler-configuration.ts";

/** What of `wrangler.toml` matters to a local run, as wrangler reads it (its own types need a package it does not bring). */
const workerConfig = z.object({
  name: z.string(),
  main: z.string(),
  compatibility_date: z.string(),
  compatibility_flags: z.array(z.string()).default([]),
  vars: z.record(z.string(), z.string()),
  durable_objects: z.object({
    bindings: z.array(z.object({ name: z.string(), class_name: z.string() })),
  }),
  migrations: z.array(z.object({ new_sqlite_classes: z.array(z.string()).default([]) })),
  ratelimits: z.array(
    z.object({
      name: z.string(),
      namespace_id: z.string(),
      simple: z.object({ limit: z.number(), period: z.union([z.literal(10), z.literal(60)]) }),
    }),
  ),
  queues: z.object({
    producers: z.array(z.object({ binding: z.string(), queue: z.string() })),
    consumers: z.array(
      z.object({
        queue: z.string(),
        max_batch_size: z.number(),
        max_batch_timeout: z.number(),
        max_retries: z.number(),
        retry_delay: z.number().optional(),
        dead_letter_queue: z.string().optional(),
      }),
    ),
  }),
});

export interface ConfiguredWorker {
  readonly name: string;
  /** Absolute path of the module to bundle. */
  readonly main: string;
  readonly options: V4WorkerOptionsShape & { readonly bindings: Record<string, string> };
}

/** Miniflare's options for the Worker that a wrangler configuration describes. */
export async function configuredWorker(configPath: string): Promise<ConfiguredWorker> {
  const config = workerConfig.parse(await wranglerConfiguration(configPath));
  const sqlite = new Set(config.migrations.flatMap((migration) => migration.new_sqlite_classes));
  return {
    name: config.name,
    main: config.main,
    options: {
      name: config.name,
      compatibilityDate: config.compatibility_date,
      compatibilityFlags: config.compatibility_flags,
      bindings: config.vars,
      durableObjects: Object.fromEntries(
        config.durable_objects.bindings.map(({ name, class_name: className }) => [
          name,
          { className, useSQLite: sqlite.has(className) },
        ]),
      ),
      ratelimits: Object.fromEntries(config.ratelimits.map(({ name, ...limit }) => [name, limit])),
      queueProducers: Object.fromEntries(
        config.queues.producers.map(({ binding, queue }) => [binding, { queueName: queue }]),
      ),
      queueConsumers: Object.fromEntries(
        config.queues.consumers.map((consumer) => [
          consumer.queue,
          {
            maxBatchSize: consumer.max_batch_size,
            maxBatchTimeout: consumer.max_batch_timeout,
            maxRetries: consumer.max_retries,
            ...(consumer.retry_delay === undefined ? {} : { retryDelay: consumer.retry_delay }),
            ...(consumer.dead_letter_queue === undefined
              ? {}
              : { deadLetterQueue: consumer.dead_letter_queue }),
          },
        ]),
      ),
    },
  };
}
