import { close, listen } from "../http/listening.ts";
import { answerOf, placeOf } from "./accounts/chosen-account.ts";
import type { RetryPolicy } from "./deliveries/retry-policy.ts";
import { serve } from "./serve.ts";
import {
  apiVersionOf,
  serveAccount,
  type AccountSettings,
  type ServedAccount,
} from "./served-account.ts";

/** An account beside the first, or the other mode of one. */
export interface FurtherAccount extends AccountSettings {
  readonly id: string;
  readonly mode: "live" | "test";
}

export interface LocalStripeOptions extends AccountSettings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Created when missing; holds `stripe.sqlite`, and a file for each further account. */
  readonly dataFolder: string;
  /** Served at the same address: a key says whose a request is, and the header Stripe-Account which connected account's. */
  readonly furtherAccounts?: readonly FurtherAccount[];
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
 * are accepted, and further accounts beside it. Everything survives a restart.
 * @throws Error naming the port when it is taken, or the endpoint's API version when there is none such.
 */
export async function startLocalStripe(options: LocalStripeOptions): Promise<LocalStripe> {
  const { furtherAccounts = [], log } = options;
  for (const settings of [options, ...furtherAccounts]) apiVersionOf(settings);
  const opened: { answer?: (request: Request) => Response | Promise<Response> } = {};
  const server = serve(
    (request) => opened.answer?.(request) ?? new Response(null, { status: 503 }),
    log,
  );
  // The port is taken first: whoever has it may also have the database open.
  const { url } = await listen(server, { ...options, name: "Local Stripe" });

  const running: ServedAccount[] = [];
  const open = (settings: AccountSettings, file: string, pagesAt: string): ServedAccount => {
    const account = serveAccount(settings, {
      dataFolder: options.dataFolder,
      file,
      pagesAt,
      ...(options.retry === undefined ? {} : { retry: options.retry }),
      concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
      log,
    });
    running.push(account);
    return account;
  };
  try {
    const first = open(options, "stripe.sqlite", url);
    const further = furtherAccounts.map((settings) => {
      const { id, mode } = settings;
      return open(settings, `stripe-${id}-${mode}.sqlite`, url + placeOf(id, mode));
    });
    opened.answer = answerOf([first, ...further]);
    return {
      url,
      stop: async () => {
        await Promise.all(running.map((account) => account.stop()));
        await close(server);
        for (const account of running) account.closeDatabase();
      },
    };
  } catch (error) {
    await Promise.all(running.map((account) => account.stop()));
    for (const account of running) account.closeDatabase();
    await close(server);
    throw error;
  }
}
