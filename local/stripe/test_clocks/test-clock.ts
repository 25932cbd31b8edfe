import type Stripe from "stripe";
import { DAY } from "../billing/calendar.ts";
import { newId } from "../ids.ts";

/** Stripe deletes a clock 30 days after it was made; local Stripe leaves that to whoever made it. */
const LIVES = 30 * DAY;

/** @param created seconds since 1970, by the wall clock */
export function newTestClock(
  created: number,
  frozenTime: number,
  name: string | null,
): Stripe.TestHelpers.TestClock {
  return {
    id: newId("clock_1"),
    object: "test_helpers.test_clock",
    created,
    deletes_after: created + LIVES,
    frozen_time: frozenTime,
    livemode: false,
    name,
    status: "ready",
    status_details: {},
  } satisfies Stripe.TestHelpers.TestClock;
}

export function advancing(
  clock: Stripe.TestHelpers.TestClock,
  target: number,
): Stripe.TestHelpers.TestClock {
  return {
    ...clock,
    status: "advancing",
    status_details: { advancing: { target_frozen_time: target } },
  };
}

export function ready(clock: Stripe.TestHelpers.TestClock): Stripe.TestHelpers.TestClock {
  return { ...clock, status: "ready", status_details: {} };
}
