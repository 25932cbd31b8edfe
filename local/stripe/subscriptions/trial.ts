import type Stripe from "stripe";
import { DAY } from "../billing/calendar.ts";

/** Stripe tells three days ahead that a trial ends, or at once where it is shorter. */
const NOTICE = 3 * DAY;

/** When `trial_will_end` is due, in seconds since 1970; null without a trial under way. */
export function noticeOf(subscription: Stripe.Subscription): number | null {
  if (subscription.status !== "trialing" || subscription.trial_end === null) return null;
  return subscription.trial_end - NOTICE;
}

export function isWithinNotice(subscription: Stripe.Subscription, now: number): boolean {
  const notice = noticeOf(subscription);
  return notice !== null && notice <= now;
}
