/** The org and the Stripe account that get the sample data. */
import type { Connection } from "jsforce";
import type Stripe from "stripe";
import { stripeClient } from "../../local/stack/api-clients.ts";
import { stackCredentialsIn } from "../../local/stack/credentials.ts";
import { localOrg, signedInOrg } from "../org-connection.ts";
import { stripeApi } from "../stripe-endpoint/stripe-api.ts";
import type { Target } from "./command.ts";

export interface Place {
  readonly connection: Connection;
  readonly stripe: Stripe;
  /** Local Stripe's settings of retries are an API; Stripe's own are in its Dashboard. */
  readonly isLocal: boolean;
}

/** @throws Error of one sentence saying what is missing */
export async function placeOf(target: Target): Promise<Place> {
  if (target.kind === "org") {
    return {
      connection: await signedInOrg(target.alias),
      stripe: stripeApi({ apiKey: target.stripeKey, api: target.api }),
      isLocal: false,
    };
  }
  const { connection, state } = await localOrg(target.dataFolder);
  const { stripeKey } = await stackCredentialsIn(target.dataFolder);
  return { connection, stripe: stripeClient(state.urls.stripe, stripeKey), isLocal: true };
}
