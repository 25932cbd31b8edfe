import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, it } from "vitest";

import { FORWARDED_EVENT_TYPES } from "../../worker/webhook/event-types.ts";

const ROUTES = path.resolve(
  import.meta.dirname,
  "../../force-app/main/default/classes/events/StripeEventRoutes.cls",
);

/** What the relay says of itself: no endpoint delivers it. */
const OF_THE_RELAY = ["relay.alert"];

/** What no event of Stripe tells of: read from its lists alone. */
const ONLY_LISTED = ["balance_transaction.listed"];

it("forwards to Salesforce exactly the event types Salesforce has a handler for", () => {
  const table = readFileSync(ROUTES, "utf8");
  const routed = [...table.matchAll(/'([a-z_.]+)' => \w+\.class/g)].map(([, type]) => type ?? "");

  expect(
    routed.filter((type) => ![...OF_THE_RELAY, ...ONLY_LISTED].includes(type)).toSorted(),
  ).toEqual(FORWARDED_EVENT_TYPES.toSorted());
});
