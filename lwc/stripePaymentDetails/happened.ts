import type {
  Attempt,
  Dispute,
  Refund,
} from "@salesforce/apex/StripePaymentHistoryController.details";
import { cardWording, methodWording } from "c/stripePaymentWording";
import { labels } from "./labels";

/** Something that happened to a payment, as its line shows it. */
export interface Happened {
  readonly key: string;
  readonly at: string | null;
  readonly amount: number | null;
  readonly currencyCode: string | null;
  /** What it was, in our words; Stripe's where we have none. */
  readonly what: string;
  readonly why: string | null;
  readonly method: string | null;
}

/** A dispute's line, with what is to be done about it. */
export interface Disputed extends Happened {
  /** Until when evidence can be given, in milliseconds; null once it was, or the time is over. */
  readonly dueAt: number | null;
  readonly evidence: string | null;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  pending: labels.pending,
  succeeded: labels.succeeded,
  failed: labels.failed,
  blocked: labels.blocked,
  expired: labels.expired,
};
const REFUNDS: Readonly<Record<string, string>> = {
  pending: labels.onItsWay,
  requires_action: labels.toConfirm,
  succeeded: labels.givenBack,
  failed: labels.notGivenBack,
  canceled: labels.canceled,
};
/** Source: docs.stripe.com/api/disputes/object, status. */
const DISPUTES: Readonly<Record<string, string>> = {
  needs_response: labels.needsResponse,
  under_review: labels.underReview,
  won: labels.won,
  lost: labels.lost,
  prevented: labels.closed,
  warning_needs_response: labels.inquiry,
  warning_under_review: labels.inquiry,
  warning_closed: labels.closed,
};
const TO_ANSWER: ReadonlySet<string> = new Set(["needs_response", "warning_needs_response"]);

export function ofAttempt(attempt: Attempt): Happened {
  const { cardBrand, cardLast4, methodType, failureReason } = attempt;
  const isCard = cardLast4 !== null && cardLast4 !== undefined;
  return {
    ...lineOf(attempt, attempt.attemptedAt, OUTCOMES[attempt.outcome ?? ""] ?? attempt.outcome),
    why: failureReason ?? null,
    method: isCard ? cardWording(cardBrand, cardLast4) : methodOf(methodType),
  };
}

export function ofRefund(refund: Refund): Happened {
  return {
    ...lineOf(refund, refund.refundedAt, REFUNDS[refund.status ?? ""] ?? refund.status),
    why: refund.failureReason ?? asWords(refund.reason),
    method: null,
  };
}

export function ofDispute(dispute: Dispute, now: number): Disputed {
  const { dueBy, hasEvidence, status } = dispute;
  const isToAnswer = TO_ANSWER.has(status ?? "") && hasEvidence !== true;
  const due = dueBy === null || dueBy === undefined ? null : Date.parse(dueBy);
  const isLate = due !== null && due <= now;
  return {
    ...lineOf(dispute, dispute.openedAt, DISPUTES[status ?? ""] ?? status),
    why: asWords(dispute.reason),
    method: null,
    dueAt: isToAnswer && !isLate ? due : null,
    evidence:
      hasEvidence === true
        ? labels.evidenceGiven
        : isToAnswer && isLate
          ? labels.evidenceLate
          : null,
  };
}

function lineOf(
  { recordId, amount, currencyCode }: Attempt | Refund | Dispute,
  at: string | null | undefined,
  what: string | null | undefined,
): Omit<Happened, "why" | "method"> {
  return {
    key: recordId ?? "",
    at: at ?? null,
    amount: amount ?? null,
    currencyCode: currencyCode ?? null,
    what: what ?? "",
  };
}

function methodOf(type: string | null | undefined): string | null {
  return type === null || type === undefined ? null : methodWording(type);
}

/** Stripe's word as words: `product_not_received`. */
function asWords(word: string | null | undefined): string | null {
  return word?.replaceAll("_", " ") ?? null;
}
