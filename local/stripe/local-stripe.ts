import { join } from "node:path";
import { Hono } from "hono";
import { close, listen } from "../http/listening.ts";
import { openAccount } from "./account.ts";
import { CURRENT_API_VERSION, isApiVersion } from "./api-version/api-version.ts";
import { unrecognizedUrl } from "./api/stripe-error.ts";
import { errorHandler } from "./api/unknown-error.ts";
import { v1Routes } from "./api/v1.ts";
import { startExpiring } from "./checkout/expire.ts";
import { pageRoutes } from "./pages/routes.ts";
import { startDelivering } from "./deliveries/deliver.ts";
import { isPaused } from "./deliveries/pause.ts";
import type { Mode } from "./mode.ts";
import type { RetryPolicy } from "./deliveries/retry-policy.ts";
import { LOCAL_RETRY } from "./deliveries/retry-policy.ts";
import { newId } from "./ids.ts";
import { localRoutes } from "./local/routes.ts";
import { resourcesOf } from "./resources.ts";
import { serve } from "./serve.ts";
import { openDatabase } from "./store/database.ts";
import type { EndpointConfiguration } from "./webhook_endpoints/endpoints.ts";
import { configureEndpoint, deliveryEndpoint } from "./webhook_endpoints/endpoints.ts";

export interface LocalStripeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Created when missing; holds `stripe.sqlite`. */
  readonly dataFolder: string;
  /** Test when absent. In live mode keys begin with `sk_live_local`, and every object and event says that it is live. */
  readonly mode?: Mode;
  /** There from the start, for every type; more can be made through the API. Its version is the account's default. */
  readonly webhookEndpoint: EndpointConfiguration;
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
 * Stripe on this machine: an account with its API, whose events are delivered signed to its webhook endpoints until they
 * are accepted. Everything survives a restart.
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
    const running = run(app, options, { apiVersion, url });
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
  { apiVersion, url }: { readonly apiVersion: string; readonly url: string },
): { stop: () => Promise<void>; closeDatabase: () => void } {
  const { log } = options;
  const database = openDatabase(join(options.dataFolder, "stripe.sqlite"));
  const mode = options.mode ?? "test";
  const account = openAccount(database, {
    apiVersion,
    mode,
    pagesAt: url,
    log,
    wake: () => delivering.wake(),
  });
  configureEndpoint(account.objects, options.webhookEndpoint, Math.floor(Date.now() / 1000));
  const delivering = startDelivering({
    deliveries: account.deliveries,
    events: account.events,
    endpoint: (id) => deliveryEndpoint(account.objects, id),
    paused: () => isPaused(account.settings),
    retry: options.retry ?? LOCAL_RETRY,
    concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    log,
  });

  app.use(async (context, next) => {
    context.header("request-id", newId("req_"));
    await next();
  });
  app.get("/health", (context) => context.json({ status: "ok" }));
  app.route("/_local", localRoutes(account, delivering));
  app.route("/", pageRoutes(account));
  app.route("/v1", v1Routes(account, resourcesOf(account), log));
  app.notFound((context) => {
    throw unrecognizedUrl(context.req.method, context.req.path);
  });
  app.onError(errorHandler(log));

  const expiring = startExpiring(account);

  return {
    stop: async () => {
      expiring.stop();
      account.drain();
      await delivering.stop();
    },
    closeDatabase: () => database.close(),
  };
}
