import Stripe from "stripe";
import type { EndpointCommand } from "./command.ts";

/** The API version this project understands: what the `stripe` package is pinned to. */
export const PINNED_API_VERSION = Stripe.API_VERSION;

export function stripeApi({ apiKey, api }: Pick<EndpointCommand, "apiKey" | "api">): Stripe {
  return new Stripe(apiKey, {
    apiVersion: PINNED_API_VERSION,
    ...(api === null
      ? {}
      : {
          host: api.hostname,
          port: api.port === "" ? (api.protocol === "https:" ? 443 : 80) : Number(api.port),
          protocol: api.protocol === "https:" ? ("https" as const) : ("http" as const),
        }),
  });
}
