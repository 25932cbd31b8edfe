/** One account in one of its modes as it is served: its API, its pages, what only local Stripe has, and its deliveries. */
import { join } from "node:path";
import { Hono } from "hono";
import { LOCAL_ACCOUNT, openAccount } from "./account.ts";
import { anyKeyOf, type AcceptsKey } from "./api/authentication.ts";
import { CURRENT_API_VERSION, isApiVersion } from "./api-version/api-version.ts";
import { unrecognizedUrl } from "./api/stripe-error.ts";
import { errorHandler } from "./api/unknown-error.ts";
import { v1Routes } from "./api/v1.ts";
import { startExpiring } from "./checkout/expire.ts";
import { startDelivering } from "./deliveries/deliver.ts";
import { isPaused } from "./deliveries/pause.ts";
import { LOCAL_RETRY, type RetryPolicy } from "./deliveries/retry-policy.ts";
import { newId } from "./ids.ts";
import { localRoutes } from "./local/routes.ts";
import type { Mode } from "./mode.ts";
import { pageRoutes } from "./pages/routes.ts";
import { resourcesOf } from "./resources.ts";
import { openDatabase } from "./store/database.ts";
import {
  configureEndpoint,
  deliveryEndpoint,
  type EndpointConfiguration,
} from "./webhook_endpoints/endpoints.ts";

export interface AccountSettings {
  /** `acct_…` */
  readonly id?: string;
  /** Test when absent. In live mode every object and event says that it is live. */
  readonly mode?: Mode;
  /** Its one key; any local key of the mode when absent. */
  readonly key?: string;
  /** The account it is connected to, of the same mode, whose key reaches it. */
  readonly platform?: string;
  /** There from the start, for every type; more can be made through the API. Its version is the account's default. */
  readonly webhookEndpoint: EndpointConfiguration;
}

export interface Serving {
  readonly dataFolder: string;
  /** Its database in that folder. */
  readonly file: string;
  /** Where the pages are that payers meet. */
  readonly pagesAt: string;
  readonly retry?: RetryPolicy;
  /** Deliveries under way at once. */
  readonly concurrency: number;
  readonly log: (line: string) => void;
}

export interface ServedAccount {
  readonly id: string;
  readonly mode: Mode;
  readonly platform: string | null;
  readonly accepts: AcceptsKey;
  answer(request: Request): Response | Promise<Response>;
  stop(): Promise<void>;
  closeDatabase(): void;
}

/** @throws Error when there is no such API version as the endpoint's */
export function apiVersionOf({ webhookEndpoint }: AccountSettings): string {
  const version = webhookEndpoint.apiVersion ?? CURRENT_API_VERSION;
  if (!isApiVersion(version)) {
    throw new Error(`Local Stripe does not know the API version '${version}'.`);
  }
  return version;
}

/** Opens the account, gives it its routes, and begins to deliver. */
export function serveAccount(settings: AccountSettings, serving: Serving): ServedAccount {
  const { id = LOCAL_ACCOUNT, mode = "test", key, platform } = settings;
  const { log } = serving;
  const accepts = key === undefined ? anyKeyOf(mode) : (given: string) => given === key;
  const app = new Hono();
  const database = openDatabase(join(serving.dataFolder, serving.file));
  const account = openAccount(database, {
    apiVersion: apiVersionOf(settings),
    mode,
    id,
    isConnected: platform !== undefined,
    pagesAt: serving.pagesAt,
    log,
    wake: () => delivering.wake(),
  });
  configureEndpoint(account.objects, settings.webhookEndpoint, Math.floor(Date.now() / 1000));
  const delivering = startDelivering({
    deliveries: account.deliveries,
    events: account.events,
    endpoint: (endpointId) => deliveryEndpoint(account.objects, endpointId),
    paused: () => isPaused(account.settings),
    retry: serving.retry ?? LOCAL_RETRY,
    concurrency: serving.concurrency,
    log,
  });

  app.use(async (context, next) => {
    context.header("request-id", newId("req_"));
    await next();
  });
  app.get("/health", (context) => context.json({ status: "ok" }));
  app.route("/_local", localRoutes(account, delivering));
  app.route("/", pageRoutes(account));
  app.route("/v1", v1Routes(account, resourcesOf(account), { accepts, log }));
  app.notFound((context) => {
    throw unrecognizedUrl(context.req.method, context.req.path);
  });
  app.onError(errorHandler(log));

  const expiring = startExpiring(account);

  return {
    id,
    mode,
    platform: platform ?? null,
    accepts,
    answer: (request) => app.fetch(request),
    stop: async () => {
      expiring.stop();
      account.drain();
      await delivering.stop();
    },
    closeDatabase: () => database.close(),
  };
}
