/** The secret stripe/webhook where it holds the signing secrets of several endpoints; see worker/webhook/endpoints.ts. */
import type Stripe from "stripe";
import { z } from "zod";
import type { EndpointCommand } from "./command.ts";

export interface EndpointOwner {
  /** `acct_…`; of a connect endpoint the platform. */
  readonly account: string;
  readonly livemode: boolean;
  readonly kind: "account" | "connect";
}

/** The Worker tries so many of an endpoint. */
const MOST_SECRETS = 10;

const endpoint = z.looseObject({
  account: z.string(),
  livemode: z.boolean(),
  kind: z.enum(["account", "connect"]).default("account"),
  secrets: z.array(z.string()),
});
const list = z.looseObject({
  signing_secrets: z.array(z.string()).optional(),
  endpoints: z.array(endpoint).default([]),
});

/** Whose endpoint the key makes. A restricted key needs to read accounts for that. */
export async function ownerOf(
  stripe: Stripe,
  { apiKey, isConnect }: Pick<EndpointCommand, "apiKey" | "isConnect">,
): Promise<EndpointOwner> {
  const { id } = await stripe.accounts.retrieveCurrent();
  return {
    account: id,
    livemode: /^[rs]k_live_/.test(apiKey),
    kind: isConnect ? "connect" : "account",
  };
}

/**
 * What is held, with the signing secret among its endpoints; an earlier one of the same owner stays valid after it.
 * @param held what the secret holds now: one `whsec_…`, which is the default account's, or a list
 * @returns null where what is held is neither
 */
export function withEndpoint(held: string, owner: EndpointOwner, secret: string): string | null {
  const text = held.trim();
  const read = text.startsWith("{") ? parsed(text) : ofDefaultAccount(text);
  if (read === null) return null;
  const isOwners = (each: EndpointOwner): boolean =>
    each.account === owner.account && each.livemode === owner.livemode && each.kind === owner.kind;
  const before = read.endpoints.find(isOwners);
  const after = {
    ...before,
    ...owner,
    secrets: [secret, ...(before?.secrets ?? [])].slice(0, MOST_SECRETS),
  };
  return JSON.stringify({
    ...read,
    endpoints: [...read.endpoints.filter((each) => !isOwners(each)), after],
  });
}

type EndpointList = z.output<typeof list>;

function ofDefaultAccount(secret: string): EndpointList {
  return secret === "" ? { endpoints: [] } : { signing_secrets: [secret], endpoints: [] };
}

function parsed(text: string): EndpointList | null {
  try {
    return list.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
