import type Stripe from "stripe";
import { DAY } from "../billing/calendar.ts";
import { hasEnded } from "../subscriptions/subscription.ts";
import { noticeOf } from "../subscriptions/trial.ts";

/** Something that time brings about. */
export type Due =
  | {
      readonly at: number;
      readonly what: "collect" | "finalize" | "overdue";
      readonly invoice: string;
    }
  | {
      readonly at: number;
      readonly what:
        "cancel" | "expire" | "notify_renewal" | "notify_trial_end" | "renew" | "resume_collection";
      readonly subscription: string;
    };

/** What happens first when several things are due at one moment. */
const ORDER: readonly Due["what"][] = [
  "notify_renewal",
  "notify_trial_end",
  "finalize",
  "collect",
  "overdue",
  "resume_collection",
  "expire",
  "cancel",
  "renew",
];

/** Telling of something leaves no trace by which one could see that it was done. */
const TRACELESS: ReadonlySet<Due["what"]> = new Set([
  "notify_renewal",
  "notify_trial_end",
  "overdue",
]);

/** A subscription whose first invoice is not paid within 23 hours never begins. */
const FIRST_PAYMENT_WITHIN = 23 * 3600;

/** Stripe's default for `invoice.upcoming`. */
const RENEWAL_NOTICE = 7 * DAY;

export interface TimeSpan {
  /** Seconds since 1970. What was to be told at it, or before, was told. */
  readonly after: number;
  /** The last moment that belongs to it. */
  readonly until: number;
}

/** What is due in a span of time, first things first. */
export function dueIn(
  account: {
    readonly subscriptions: readonly Stripe.Subscription[];
    readonly invoices: readonly Stripe.Invoice[];
  },
  { after, until }: TimeSpan,
): Due[] {
  return [
    ...account.subscriptions.flatMap(dueOfSubscription),
    ...account.invoices.flatMap(dueOfInvoice),
  ]
    .filter(({ at, what }) => at <= until && (at > after || !TRACELESS.has(what)))
    .sort((a, b) => a.at - b.at || ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
}

/** Whether it has to be remembered that it was done. */
export function isTraceless({ what }: Due): boolean {
  return TRACELESS.has(what);
}

function dueOfSubscription(subscription: Stripe.Subscription): Due[] {
  if (hasEnded(subscription)) return [];
  const { id } = subscription;
  const due: Due[] = [];
  const notice = noticeOf(subscription);
  if (notice !== null) due.push({ at: notice, what: "notify_trial_end", subscription: id });
  if (subscription.cancel_at !== null) {
    due.push({ at: subscription.cancel_at, what: "cancel", subscription: id });
  }
  const resumesAt = subscription.pause_collection?.resumes_at ?? null;
  if (resumesAt !== null) due.push({ at: resumesAt, what: "resume_collection", subscription: id });
  switch (subscription.status) {
    case "incomplete":
      due.push({
        at: subscription.created + FIRST_PAYMENT_WITHIN,
        what: "expire",
        subscription: id,
      });
      break;
    case "paused":
      break;
    default: {
      const [item] = subscription.items.data;
      if (item !== undefined) {
        const { current_period_start: start, current_period_end: end } = item;
        due.push({ at: end, what: "renew", subscription: id });
        if (end - RENEWAL_NOTICE > start && subscription.cancel_at === null) {
          due.push({ at: end - RENEWAL_NOTICE, what: "notify_renewal", subscription: id });
        }
      }
    }
  }
  return due;
}

function dueOfInvoice(invoice: Stripe.Invoice): Due[] {
  if (invoice.auto_advance !== true) return [];
  if (invoice.status === "draft") {
    const at = invoice.automatically_finalizes_at;
    return at === null ? [] : [{ at, what: "finalize", invoice: invoice.id }];
  }
  if (invoice.status !== "open") return [];
  if (invoice.next_payment_attempt !== null) {
    return [{ at: invoice.next_payment_attempt, what: "collect", invoice: invoice.id }];
  }
  return invoice.due_date === null
    ? []
    : [{ at: invoice.due_date, what: "overdue", invoice: invoice.id }];
}
