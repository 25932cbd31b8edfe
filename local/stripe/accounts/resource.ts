import type { Resource } from "../api/resource.ts";
import { hash } from "../api/parameters.ts";
import { route } from "../api/route.ts";
import { noSuch } from "../api/stripe-error.ts";

/** The account itself: as much of it as says which it is. @see https://docs.stripe.com/api/accounts/retrieve */
export function accountResource(id: string): Resource {
  const account = {
    id,
    object: "account",
    charges_enabled: true,
    country: "US",
    default_currency: "usd",
    details_submitted: true,
    email: null,
    payouts_enabled: true,
    type: "standard",
  };
  return {
    routes: [
      route({
        method: "GET",
        path: "/account",
        parameters: hash({}),
        answer: () => account,
      }),
      route({
        method: "GET",
        path: "/accounts/:id",
        parameters: hash({}),
        answer: ({ path }) => {
          if (path["id"] !== id) throw noSuch("account", path["id"] ?? "", "account");
          return account;
        },
      }),
    ],
  };
}
