/** The org and the Stripe account that get the sample data. */
import { Connection } from "jsforce";
import type Stripe from "stripe";
import { z } from "zod";
import { orgConnection, stripeClient } from "../../local/stack/api-clients.ts";
import { stackCredentialsIn } from "../../local/stack/credentials.ts";
import { runningStack } from "../../local/stack/state.ts";
import { runCommand } from "../deploy/run-command.ts";
import { Org } from "../setup/org.ts";
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
      connection: await connectionOf(target.alias),
      stripe: stripeApi({ apiKey: target.stripeKey, api: target.api }),
      isLocal: false,
    };
  }
  const state = await runningStack(target.dataFolder);
  if (state === null) {
    throw new Error(
      `No local stack runs on ${target.dataFolder}. Start it in another terminal: npm start`,
    );
  }
  const credentials = await stackCredentialsIn(target.dataFolder);
  return {
    connection: await orgConnection(state.urls.org, credentials.admin),
    stripe: stripeClient(state.urls.stripe, credentials.stripeKey),
    isLocal: true,
  };
}

/** In sf's session of the org. */
async function connectionOf(alias: string): Promise<Connection> {
  const org = new Org(alias, runCommand, () => undefined, false);
  const { instanceUrl } = z
    .object({ instanceUrl: z.string() })
    .parse(await org.display(["org", "display"]));
  const { accessToken } = z
    .object({ accessToken: z.string() })
    .parse(await org.display(["org", "auth", "show-access-token"]));
  return new Connection({ instanceUrl, accessToken, version: "66.0" });
}
