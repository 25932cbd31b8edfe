import { hash, integer, listOf, oneOf } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { WHEN_EXHAUSTED } from "./retry-schedule.ts";
import { retrySettings, setRetrySettings } from "./retry-settings.ts";

const PATH = "/test_helpers/retry_settings";
const MOST_RETRIES = 8;

/**
 * What Stripe keeps in its Dashboard, under Revenue recovery: when a declined invoice is tried again, and what becomes
 * of the subscription at last. Local Stripe alone has this path.
 */
export const retrySettingsResource: Resource = {
  routes: [
    route({
      method: "GET",
      path: PATH,
      parameters: hash({}),
      answer: ({ operation }) => ({ object: "local.retry_settings", ...retrySettings(operation) }),
    }),
    route({
      method: "POST",
      path: PATH,
      parameters: hash({
        retry_after_days: listOf(integer({ min: 1, max: 60 }), MOST_RETRIES).optional(),
        when_exhausted: oneOf(...WHEN_EXHAUSTED).optional(),
      }),
      answer: ({ parameters, operation }) => {
        const held = retrySettings(operation);
        setRetrySettings(operation, {
          retry_after_days: parameters.retry_after_days ?? held.retry_after_days,
          when_exhausted: parameters.when_exhausted ?? held.when_exhausted,
        });
        return { object: "local.retry_settings", ...retrySettings(operation) };
      },
    }),
  ],
};
