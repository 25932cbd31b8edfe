import type Stripe from "stripe";
import { listAnswer } from "../api/list.ts";
import type { Operation } from "../api/operation.ts";
import { hash, listParameters, text, timestamp } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { DAY, boundary } from "../billing/calendar.ts";
import { cadenceOf } from "../subscriptions/subscription-item.ts";
import { hasEnded } from "../subscriptions/subscription.ts";
import { livingUnder, passTime } from "./advance.ts";
import { advancing, newTestClock, ready } from "./test-clock.ts";

const PATH = "/test_helpers/test_clocks";

export const testClockResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: PATH,
      parameters: hash({ frozen_time: timestamp(), name: text(300).optional() }),
      answer: ({ parameters, operation }) =>
        operation.add(
          "test_helpers.test_clock.created",
          newTestClock(operation.now(), parameters.frozen_time, parameters.name ?? null),
        ),
    }),
    route({
      method: "GET",
      path: PATH,
      parameters: hash(listParameters),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "test_helpers.test_clock", `/v1${PATH}`, parameters),
    }),
    route({
      method: "GET",
      path: `${PATH}/:id`,
      parameters: hash({}),
      answer: ({ path, operation }) =>
        operation.objects.get("test_helpers.test_clock", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: `${PATH}/:id/advance`,
      parameters: hash({ frozen_time: timestamp() }),
      answer: ({ path, parameters, operation }) => {
        const clock = operation.objects.get("test_helpers.test_clock", path["id"] ?? "");
        return advanceClock(operation, clock, parameters.frozen_time);
      },
    }),
    route({
      method: "DELETE",
      path: `${PATH}/:id`,
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const clock = operation.objects.get("test_helpers.test_clock", path["id"] ?? "");
        return deleteClock(operation, clock);
      },
    }),
  ],
};

/**
 * Moves a clock on; all that time brings about has happened when this returns, though the answer says, as Stripe's does,
 * that it is under way.
 * @throws StripeApiError 400 for a moment that is not ahead, or more than two intervals away
 */
function advanceClock(
  operation: Operation,
  clock: Stripe.TestHelpers.TestClock,
  until: number,
): Stripe.TestHelpers.TestClock {
  if (until <= clock.frozen_time) {
    throw invalidRequest(
      "The new frozen time must be after the test clock's current frozen time.",
      "frozen_time",
    );
  }
  const latest = latestAdvance(operation, clock);
  if (until > latest) {
    throw invalidRequest(
      "The new frozen time cannot be more than two intervals in the future from the shortest subscription in this test " +
        `clock: at most ${latest}.`,
      "frozen_time",
    );
  }
  const under = advancing(clock, until);
  operation.objects.save(under);
  operation.emit("test_helpers.test_clock.advancing", under);
  passTime(operation.automatically(), clock.id, until);
  const done = ready(operation.objects.get("test_helpers.test_clock", clock.id));
  operation.add("test_helpers.test_clock.ready", done);
  return under;
}

const WITHOUT_SUBSCRIPTIONS = 2 * 366 * DAY;

function latestAdvance(operation: Operation, clock: Stripe.TestHelpers.TestClock): number {
  const ends = livingUnder(operation, clock.id)
    .subscriptions.filter((subscription) => !hasEnded(subscription))
    .flatMap(({ items }) => items.data)
    .map(({ price }) => boundary(clock.frozen_time, cadenceOf(price), 2));
  return Math.min(clock.frozen_time + WITHOUT_SUBSCRIPTIONS, ...ends);
}

/** With the clock go its customers and all they have, without further events. */
function deleteClock(
  operation: Operation,
  clock: Stripe.TestHelpers.TestClock,
): Stripe.TestHelpers.DeletedTestClock {
  const { objects } = operation;
  const { subscriptions } = livingUnder(operation, clock.id);
  for (const { id } of subscriptions) objects.remove("subscription", id);
  for (const { id } of objects.all("invoice", { test_clock: clock.id })) {
    objects.remove("invoice", id);
  }
  for (const { id } of objects.all("customer", { test_clock: clock.id })) {
    objects.remove("customer", id);
  }
  objects.remove("test_helpers.test_clock", clock.id);
  operation.emit("test_helpers.test_clock.deleted", clock);
  return { id: clock.id, object: "test_helpers.test_clock", deleted: true };
}
