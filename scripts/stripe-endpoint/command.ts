import { parseArgs } from "node:util";

export interface EndpointCommand {
  /** Where Stripe is to send events. */
  readonly url: string;
  readonly apiKey: string;
  /** Stripe's API, for a local Stripe; null is api.stripe.com. */
  readonly api: URL | null;
  /** Name of the secret in AWS Secrets Manager that gets a new signing secret; null prints it instead. */
  readonly secretId: string | null;
  /** Whether the signing secret goes beside those the secret holds, under the account of the key. */
  readonly isFurther: boolean;
  /** Whether the endpoint is for the events of accounts connected to the key's. */
  readonly isConnect: boolean;
  readonly region: string;
  readonly dryRun: boolean;
  /** Of `wrangler.toml`, whose EXTENSIONS add event types; null is its top level. */
  readonly environment: string | null;
}

export type ParsedEndpointCommand =
  | { readonly kind: "command"; readonly command: EndpointCommand }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

export const USAGE = `Usage: STRIPE_API_KEY=rk_… npm run stripe:endpoint -- --url URL [options]

Creates the webhook endpoint in Stripe, or brings the one at that URL up to date: the events the Worker forwards, in the API version this
project is pinned to. Stripe cannot change the version of an endpoint; one of another version is left alone, and a second one is made.

  --url URL          the Worker's /webhook/stripe
  --environment NAME an environment of wrangler.toml: what its EXTENSIONS name is sent too
  --secret NAME      AWS secret that gets the new signing secret, for example stripe-relay/production/stripe/webhook.
                     Its present value stays valid as AWSPREVIOUS. Without it the signing secret is printed once.
  --further          the key is of a further account, or mode: its signing secret goes beside those of the others, with the account's id
  --connect          events of the accounts connected to the key's, by an endpoint of its own; implies --further
  --region REGION    of that secret (default AWS_REGION, else us-east-1)
  --api URL          another Stripe, for example http://127.0.0.1:8789 of the local stack
  --dry-run          say what would be done
  -h, --help

The key needs write access to webhook endpoints. --secret uses the AWS keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;

export function parseEndpointCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ParsedEndpointCommand {
  let values;
  try {
    values = parseArgs({
      args: [...argv],
      options: {
        url: { type: "string" },
        secret: { type: "string" },
        environment: { type: "string" },
        region: { type: "string" },
        further: { type: "boolean" },
        connect: { type: "boolean" },
        api: { type: "string" },
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  if (values.help === true) return { kind: "help" };
  if (values.url === undefined) return refused("--url is missing: where is the Worker?");
  const url = parsedUrl(values.url);
  if (url === null) return refused(`--url is no URL: ${values.url}`);
  const api = values.api === undefined ? null : parsedUrl(values.api);
  if (values.api !== undefined && api === null) return refused(`--api is no URL: ${values.api}`);
  // Stripe takes plain HTTP for test keys only; a laptop's own Stripe takes it always.
  if (url.protocol !== "https:" && api === null)
    return refused("--url must begin with https: Stripe sends to nothing else.");
  const apiKey = environment["STRIPE_API_KEY"] ?? "";
  if (apiKey === "") return refused("STRIPE_API_KEY is not set.");
  return {
    kind: "command",
    command: {
      url: url.href,
      apiKey,
      api,
      secretId: values.secret ?? null,
      isFurther: values.further === true || values.connect === true,
      isConnect: values.connect ?? false,
      region: values.region ?? environment["AWS_REGION"] ?? "us-east-1",
      dryRun: values["dry-run"] ?? false,
      environment: values.environment ?? null,
    },
  };
}

function parsedUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? url : null;
}

function refused(message: string): ParsedEndpointCommand {
  return { kind: "refused", message };
}
