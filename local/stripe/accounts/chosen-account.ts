/** Which account a request is for: its key says so, and the header Stripe-Account which of those connected to it. */
import { keyIn, masked } from "../api/authentication.ts";
import { errorAnswerOf } from "../api/answer.ts";
import { StripeApiError } from "../api/stripe-error.ts";
import type { Mode } from "../mode.ts";
import type { ServedAccount } from "../served-account.ts";

/** Before the paths of pages, and of what only local Stripe has, which no key comes with: `/_accounts/acct_…/test/…`. */
const PLACE = /^\/_accounts\/(acct_\w+)\/(live|test)(?=\/)/;

/** Where the pages of a further account are, below local Stripe's own address. */
export function placeOf(id: string, mode: Mode): string {
  return `/_accounts/${id}/${mode}`;
}

/**
 * @param accounts the first answers what nothing else says
 */
export function answerOf(
  accounts: readonly [ServedAccount, ...ServedAccount[]],
): (request: Request) => Response | Promise<Response> {
  return (request) => {
    const url = new URL(request.url);
    const place = PLACE.exec(url.pathname);
    if (place !== null) {
      const named = accounts.find(({ id, mode }) => id === place[1] && mode === place[2]);
      if (named === undefined) return new Response("No such account.", { status: 404 });
      url.pathname = url.pathname.slice(place[0].length);
      return named.answer(new Request(url, request));
    }
    const key = keyIn(request.headers.get("authorization") ?? undefined);
    const owner =
      accounts.find(({ platform, accepts }) => platform === null && accepts(key)) ?? accounts[0];
    const wanted = request.headers.get("stripe-account");
    if (wanted === null || wanted === owner.id) return owner.answer(request);
    const connected = accounts.find(
      ({ id, mode, platform }) => id === wanted && mode === owner.mode && platform === owner.id,
    );
    return connected === undefined ? noAccess(key, wanted) : connected.answer(request);
  };
}

/** Worded as Stripe does. Source: https://docs.stripe.com/error-codes#account-invalid */
function noAccess(key: string, account: string): Response {
  const { status, body } = errorAnswerOf(
    new StripeApiError(403, {
      code: "account_invalid",
      message:
        `The provided key '${masked(key)}' does not have access to account '${account}' (or that account does not exist). ` +
        "Application access may have been revoked.",
      type: "invalid_request_error",
    }),
  );
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}
