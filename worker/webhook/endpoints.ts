import * as z from "zod/mini";

/** A webhook endpoint of some Stripe account, as the secret `stripe/webhook` names it. The secret that verifies says which one delivered. */
export interface WebhookEndpoint {
  /** The account the endpoint belongs to; null for the default account. */
  readonly account: string | null;
  /** Null when the mode of its events is not checked. */
  readonly livemode: boolean | null;
  /** A `connect` endpoint gets the events of connected accounts, each named in `event.account`. */
  readonly kind: "account" | "connect";
  /** Of a live `connect` endpoint: Stripe sends it the test events of connected accounts as well. https://docs.stripe.com/connect/webhooks */
  readonly acceptTestEvents: boolean;
  /** The connected accounts whose events are wanted; null for all. */
  readonly connectedAccounts: readonly string[] | null;
  readonly secrets: readonly string[];
}

/** That of a deployment with one account, whose mode nobody has named. */
export const DEFAULT_ENDPOINT: Omit<WebhookEndpoint, "secrets"> = {
  account: null,
  livemode: null,
  kind: "account",
  acceptTestEvents: false,
  connectedAccounts: null,
};

const MOST_ENDPOINTS = 16;

const secrets = z
  .array(z.string().check(z.trim(), z.minLength(1)))
  .check(z.minLength(1), z.maxLength(10));
const account = z.string().check(z.regex(/^acct_\w{1,40}$/));

const endpoint = z.pipe(
  z.object({
    account,
    livemode: z.boolean(),
    kind: z._default(z.enum(["account", "connect"]), "account"),
    accept_test_events: z._default(z.boolean(), false),
    connected_accounts: z._default(z.nullable(z.array(account)), null),
    secrets,
  }),
  z.transform((read): WebhookEndpoint => ({
    account: read.account,
    livemode: read.livemode,
    kind: read.kind,
    acceptTestEvents: read.accept_test_events,
    connectedAccounts: read.connected_accounts,
    secrets: read.secrets,
  })),
);

const stored = z.pipe(
  z
    .object({
      endpoints: z._default(z.array(endpoint).check(z.maxLength(MOST_ENDPOINTS)), []),
      signing_secrets: z.optional(secrets),
    })
    .check(z.refine((read) => read.endpoints.length > 0 || read.signing_secrets !== undefined)),
  z.transform(({ endpoints, signing_secrets: own }) => [
    ...(own === undefined ? [] : [ofDefaultAccount(own)]),
    ...endpoints,
  ]),
);

/**
 * A secret string is `{"endpoints":[{"account","livemode","kind","secrets":["whsec_…"]}]}`; or, for the default account with no mode checked, one
 * `whsec_…` or `{"signing_secrets":["whsec_…",…]}`, which may stand beside `endpoints` of further accounts. Undefined when it is none of these.
 */
export function endpointsIn(secretString: string): readonly WebhookEndpoint[] | undefined {
  const text = secretString.trim();
  if (!text.startsWith("{")) return text === "" ? undefined : [ofDefaultAccount([text])];
  try {
    return stored.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function ofDefaultAccount(all: readonly string[]): WebhookEndpoint {
  return { ...DEFAULT_ENDPOINT, secrets: all };
}
