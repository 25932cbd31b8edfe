import { filled } from "c/stripeFilled";
import {
  adviceFor,
  cardWording,
  methodWording,
  statusWording,
  type Advice,
  type Tone,
} from "c/stripePaymentWording";
import type { Payment } from "@salesforce/apex/StripePaymentHistoryController.page";
import { labels } from "./labels";

/** A payment as its row shows it. */
export interface Row extends Payment {
  /** As it came. */
  readonly payment: Payment;
  readonly key: string;
  readonly openLabel: string;
  readonly statusLabel: string;
  readonly statusClass: string;
  readonly method: string;
  readonly isFailed: boolean;
  readonly isOpen: boolean;
  readonly toggleLabel: string;
  readonly advice: Advice | null;
  readonly attempts: string | null;
  /** Milliseconds: the base component shows nothing for a text. */
  readonly retryAt: number | null;
  readonly disputeDueAt: number | null;
  /** The time for evidence has passed. */
  readonly isDisputeLate: boolean;
  readonly isDisputed: boolean;
  readonly hasRefund: boolean;
  readonly pdfLabel: string;
  readonly paymentUrl: string | null;
  /** What happened to it is shown. */
  readonly isTold: boolean;
  readonly eventsLabel: string;
  readonly refundLabel: string;
  readonly retryLabel: string;
  readonly canRefund: boolean;
  readonly isRefunding: boolean;
  readonly canRetry: boolean;
  /** Something can be done about it here. */
  readonly hasWishes: boolean;
}

/** What of the list is open, and what its viewer may do. */
export interface Standing {
  /** The failed payment whose advice is shown. */
  readonly advised: string | null;
  /** The payment of which is shown what happened. */
  readonly told: string | null;
  /** The payment whose refund is being filled in. */
  readonly refunding: string | null;
  readonly mayRefund: boolean;
  readonly mayCollect: boolean;
}

const THEMES: Readonly<Record<Tone, string>> = {
  success: "slds-theme_success",
  error: "slds-theme_error",
  warning: "slds-theme_warning",
  neutral: "",
};

/** Disputes that are over, in Stripe's words. */
const CLOSED_DISPUTES: ReadonlySet<string> = new Set([
  "won",
  "lost",
  "warning_closed",
  "prevented",
]);

export function rowOf(payment: Payment, standing: Standing, now: number): Row {
  const { label, tone } = statusWording(payment.status);
  const { invoice } = payment;
  const isFailed = payment.status === "failed";
  const isInvoiceOpen = invoice?.status === "open";
  const isDisputed = (payment.disputeStatus ?? "") !== "";
  const isDisputeOpen = isDisputed && !CLOSED_DISPUTES.has(payment.disputeStatus ?? "");
  const disputeDueAt = isDisputeOpen ? moment(payment.disputeDueBy) : null;
  const isDisputeLate = disputeDueAt !== null && disputeDueAt <= now;
  const left = (payment.amount ?? 0) - (payment.refunded ?? 0);
  const failures = payment.failedAttempts ?? 0;
  const paymentUrl = isFailed && isInvoiceOpen ? (invoice.paymentUrl ?? null) : null;
  const canRetry = standing.mayCollect && isFailed && isInvoiceOpen;
  return {
    ...payment,
    payment,
    method: methodOf(payment),
    key: payment.recordId ?? "",
    openLabel: filled(labels.openPayment, payment.name ?? ""),
    statusLabel: label,
    statusClass: `slds-badge ${THEMES[tone]}`,
    isFailed,
    isOpen: payment.recordId === standing.advised,
    toggleLabel: filled(labels.details, payment.name ?? ""),
    advice: isFailed ? adviceFor(payment.failureCode) : null,
    attempts: isFailed && failures > 1 ? filled(labels.attempts, failures) : null,
    retryAt: isFailed && isInvoiceOpen ? moment(invoice.nextAttemptAt) : null,
    disputeDueAt: isDisputeLate ? null : disputeDueAt,
    isDisputeLate,
    isDisputed,
    hasRefund: (payment.refunded ?? 0) > 0,
    pdfLabel: filled(labels.invoicePdf, invoice?.invoiceNumber ?? ""),
    paymentUrl,
    isTold: payment.recordId === standing.told,
    eventsLabel: filled(labels.eventsOf, payment.name ?? ""),
    refundLabel: `${labels.refund} ${payment.name ?? ""}`,
    retryLabel: `${labels.retry} ${payment.name ?? ""}`,
    canRefund: standing.mayRefund && payment.status === "succeeded" && left > 0,
    isRefunding: payment.recordId === standing.refunding,
    canRetry,
    hasWishes: canRetry || paymentUrl !== null,
  };
}

function methodOf({ cardBrand, cardLast4, methodType }: Payment): string {
  if (cardLast4 === null || cardLast4 === undefined) return methodWording(methodType ?? "");
  return cardWording(cardBrand, cardLast4);
}

function moment(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Date.parse(text);
}
