import type { MiddlewareHandler } from "hono";
import { namesThisMachine } from "../../http/loopback.ts";
import { StripeApiError } from "../api/stripe-error.ts";

/**
 * What only local Stripe has asks for no key: it is for the person at this machine, and for no web page that person has open.
 * @throws StripeApiError 403
 */
export const noWebPages: MiddlewareHandler = async ({ req }, next) => {
  if (req.header("origin") !== undefined || !namesThisMachine(req.header("host") ?? ""))
    throw new StripeApiError(403, {
      message: "What is below /_local is asked for from this machine, and not by web pages.",
      type: "invalid_request_error",
    });
  await next();
};
