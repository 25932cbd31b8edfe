/** How far collecting an invoice has come, by its dates and attempts. The lives end within a week of the first failure. */
import type Stripe from "stripe";
import type { Life } from "../life.ts";
import { money, moment, sumOf } from "./values.ts";

const ATTEMPTS_UNTIL_RISK = 3;
const DAYS_OF_REMINDER = 3;
const DAY_SECONDS = 86_400;

export interface InvoiceDunning {
  readonly status: "none" | "trying" | "exhausted" | "overdue";
  readonly stage: string;
  /** The moments in seconds since 1970. */
  readonly stageAt: number | null;
  readonly firstFailedAt: number | null;
  readonly recoveredAt: number | null;
  readonly overdueSince: number | null;
}

const NONE: InvoiceDunning = {
  status: "none",
  stage: "none",
  stageAt: null,
  firstFailedAt: null,
  recoveredAt: null,
  overdueSince: null,
};

export function invoiceDunning(invoice: Stripe.Invoice, life: Life): InvoiceDunning {
  return invoice.collection_method === "send_invoice"
    ? ofEmailed(invoice, life)
    : ofCharged(invoice, life);
}

/** A charged invoice is tried when it is finalized. */
function ofCharged(invoice: Stripe.Invoice, life: Life): InvoiceDunning {
  if (saidAt("invoice.payment_failed", invoice, life) === undefined) return NONE;
  const times = invoice.status_transitions;
  const failed = { ...NONE, firstFailedAt: times.finalized_at };
  switch (invoice.status) {
    case "paid":
      return { ...failed, stage: "recovered", stageAt: times.paid_at, recoveredAt: times.paid_at };
    case "uncollectible":
      return { ...failed, stage: "written_off", stageAt: times.marked_uncollectible_at };
    case "open":
      if (invoice.next_payment_attempt === null || invoice.attempt_count >= ATTEMPTS_UNTIL_RISK)
        throw new Error("No invoice says when its last attempt failed.");
      return { ...failed, status: "trying", stage: "retrying", stageAt: times.finalized_at };
    default:
      return failed;
  }
}

/** Nobody tries one that is sent: it is reminded of, and then late. */
function ofEmailed(invoice: Stripe.Invoice, life: Life): InvoiceDunning {
  const due = invoice.due_date;
  if (invoice.status !== "open" || due === null) return NONE;
  const overdueSince = saidAt("invoice.overdue", invoice, life);
  if (overdueSince !== undefined)
    return { ...NONE, status: "overdue", stage: "retrying", stageAt: due, overdueSince };
  const told = saidAt("invoice.finalized", invoice, life) ?? 0;
  return due - told > DAYS_OF_REMINDER * DAY_SECONDS
    ? NONE
    : { ...NONE, stage: "reminder", stageAt: due - DAYS_OF_REMINDER * DAY_SECONDS };
}

function saidAt(
  type: Stripe.Event["type"],
  { id }: Stripe.Invoice,
  { sent }: Life,
): number | undefined {
  return sent.find(
    (event) => event.type === type && (event.data.object as { id: string }).id === id,
  )?.created;
}

/** Whether the daily looks have to find it: it is open and collected, or it was recovered and no look has said how. */
export function isWatched(invoice: Stripe.Invoice, life: Life): boolean {
  const { stage, firstFailedAt } = invoiceDunning(invoice, life);
  if (invoice.status !== "open") return stage === "recovered";
  return firstFailedAt !== null || invoice.collection_method === "send_invoice";
}

/** What customers and subscriptions show of their invoices: nothing where none was ever collected. */
export function dunningOf(
  invoices: readonly Stripe.Invoice[],
  life: Life,
): { stage: string | null; amount: number | null; since: string | null } {
  const each = invoices.map((invoice) => ({ invoice, ...invoiceDunning(invoice, life) }));
  const collected = each.filter(
    ({ invoice, stage }) => invoice.status === "open" && stage !== "none",
  );
  if (collected.length === 0) {
    const wasEver = each.some(({ stage }) => stage !== "none");
    return { stage: wasEver ? "none" : null, amount: wasEver ? 0 : null, since: null };
  }
  const late = collected.filter(({ stage }) => stage !== "reminder");
  return {
    // No life has an invoice further than that.
    stage: late.length > 0 ? "retrying" : "reminder",
    amount: money(sumOf(collected, ({ invoice }) => invoice.amount_remaining)),
    since:
      late.length === 0
        ? null
        : moment(
            Math.min(
              ...late.map(({ firstFailedAt, invoice }) => firstFailedAt ?? invoice.due_date ?? 0),
            ),
          ),
  };
}
