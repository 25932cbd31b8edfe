import { join } from "node:path";
import { Hono } from "hono";
import { close, listen } from "../http/listening.ts";
import { CURRENT_API_VERSION, isApiVersion } from "./api-version.ts";
import { errorAnswer, unrecognizedUrl } from "./api/stripe-error.ts";
import { requestId, v1Routes } from "./api/v1.ts";
import { startDelivering } from "./deliveries/deliver.ts";
import { openDeliveryStore } from "./deliveries/delivery-store.ts";
import type { RetryPolicy } from "./deliveries/retry-policy.ts";
import { LOCAL_RETRY } from "./deliveries/retry-policy.ts";
import { openEventStore } from "./events/event-store.ts";
import { localRoutes } from "./local-routes.ts";
import { serve } from "./serve.ts";
import { openDatabase } from "./store/database.ts";
import { openObjectStore } from "./store/object-store.ts";

export interface LocalStripeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Created when missing; holds `stripe.sqlite`. */
  readonly dataFolder: string;
  readonly webhookEndpoint: {
    readonly url: string;
    /** `whsec_…` */
    readonly secret: string;
    /** Fixed when a real endpoint is made; the current version when absent. */
    readonly apiVersion?: string;
  };
  readonly retry?: RetryPolicy;
  /** Deliveries under way at once. */
  readonly concurrency?: number;
  readonly log: (line: string) => void;
}

export interface LocalStripe {
  /** `http://host:port` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const DEFAULT_CONCURRENCY = 32;

/**
 * Stripe on this machine: makes events happen on request, delivers them signed to one webhook endpoint until they
 * are accepted, and answers the reads of the API that follow from them. Everything survives a restart.
 * @throws Error naming the port when it is taken, or the endpoint's API version when there is none such.
 */
export async function startLocalStripe(options: LocalStripeOptions): Promise<LocalStripe> {
  const { log } = options;
  const apiVersion = options.webhookEndpoint.apiVersion ?? CURRENT_API_VERSION;
  if (!isApiVersion(apiVersion)) {
    throw new Error(`Local Stripe does not know the API version '${apiVersion}'.`);
  }
  const app = new Hono();
  const server = serve((request) => app.fetch(request), log);
  // The port is taken first: whoever has it may also have the database open.
  const { url } = await listen(server, { ...options, name: "Local Stripe" });

  try {
    const running = run(app, options, apiVersion);
    return {
      url,
      stop: async () => {
        await running.stop();
        await close(server);
        running.closeDatabase();
      },
    };
  } catch (error) {
    await close(server);
    throw error;
  }
}

/** Opens the account, gives the app its routes, and begins to deliver. */
function run(
  app: Hono,
  options: LocalStripeOptions,
  apiVersion: string,
): { stop: () => Promise<void>; closeDatabase: () => void } {
  const { log } = options;
  const database = openDatabase(join(options.dataFolder, "stripe.sqlite"));
  const objects = openObjectStore(database);
  const events = openEventStore(database);
  const deliveries = openDeliveryStore(database);
  const delivering = startDelivering({
    deliveries,
    events,
    endpoint: options.webhookEndpoint,
    retry: options.retry ?? LOCAL_RETRY,
    concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    log,
  });

  app.use(async (context, next) => {
    context.header("request-id", requestId());
    await next();
  });
  app.get("/health", (context) => context.json({ status: "ok" }));
  app.route(
    "/_local",
    localRoutes({ database, objects, events, deliveries, apiVersion }, delivering),
  );
  app.route("/v1", v1Routes({ objects, events }));
  app.notFound((context) => {
    throw unrecognizedUrl(context.req.method, context.req.path);
  });
  app.onError(errorAnswer(log));

  return { stop: delivering.stop, closeDatabase: () => database.close() };
}
