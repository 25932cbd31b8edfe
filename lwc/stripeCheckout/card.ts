import type { Subscription } from "@salesforce/apex/StripeCheckoutController.offer";
import { filled } from "c/stripeFilled";
import { labels } from "./labels";

/** How far a subscription is: each stage is one picture of its card. */
export type Stage = "draft" | "sending" | "link" | "expired" | "failed" | "running" | "ended";

/** A step of the way, as it is drawn. */
export interface Step {
  readonly value: string;
  readonly label: string;
  readonly className: string;
  /** `step` for the one that is reached. */
  readonly current: string | null;
}

/** The way from a draft to a subscription that runs. */
const STEPS: readonly { readonly value: string; readonly label: string }[] = [
  { value: "draft", label: labels.draft },
  { value: "link", label: labels.linkSent },
  { value: "paid", label: labels.paid },
  { value: "active", label: labels.active },
];

/** A subscription as its card shows it. */
export interface Card {
  readonly key: string;
  readonly recordId: string;
  readonly plan: string;
  readonly title: string;
  readonly openLabel: string;
  readonly stage: Stage;
  readonly steps: readonly Step[];
  readonly stateText: string;
  readonly isProblem: boolean;
  readonly hasSteps: boolean;
  /** What it is sold with, while it is on its way. */
  readonly terms: string;
  readonly link: string | null;
  readonly expiry: string | null;
  readonly isExpiringSoon: boolean;
  readonly canWithdraw: boolean;
  readonly canRenew: boolean;
  readonly renewLabel: string;
  readonly amount: number | null;
  readonly currencyCode: string | null;
  readonly periodEnd: string | null;
  readonly periodLabel: string;
  readonly canCancel: boolean;
  readonly canKeep: boolean;
  readonly canChange: boolean;
  readonly quantity: number;
  /** Something is under way whose end is worth asking for. */
  readonly isWaiting: boolean;
}

/** Of what runs, by Stripe's status. */
const TEXTS: Readonly<Record<string, string>> = {
  active: labels.active,
  trialing: labels.trialing,
  past_due: labels.pastDue,
  unpaid: labels.pastDue,
  incomplete: labels.incomplete,
  paused: labels.paused,
};

const MINUTE_MS = 60_000;
const SOON_MINUTES = 10;
const FINAL: ReadonlySet<string> = new Set(["canceled", "incomplete_expired"]);
const UNPAID: ReadonlySet<string> = new Set(["past_due", "unpaid", "incomplete"]);
/** Nothing is charged at the end of their period, as they stand. */
const UNCHARGED: ReadonlySet<string> = new Set(["incomplete", "paused"]);

export function cardOf(subscription: Subscription, now: number): Card {
  const { recordId, name, status, problem } = subscription;
  const plan = subscription.plan ?? "";
  const quantity = subscription.quantity ?? 1;
  const stage = stageOf(subscription, now);
  const title = quantity === 1 ? plan : filled("{0} × {1}", plan, quantity);
  const isRunning = stage === "running";
  const isAsked = (subscription.cancelRequest ?? "") !== "";
  const isChanging = isRunning && subscription.syncStatus === "Pending";
  const endsAtPeriodEnd = subscription.endsAtPeriodEnd === true;
  const minutes = minutesLeft(subscription, now);
  return {
    key: recordId ?? "",
    recordId: recordId ?? "",
    plan,
    title,
    // What is read out begins with what is seen.
    openLabel: `${title}: ${filled(labels.openSubscription, name ?? "")}`,
    stage,
    steps: stepsOf(stepReached(stage, status)),
    stateText: isAsked || isChanging ? labels.pendingChange : textOf(stage, status, problem),
    isProblem: stage === "failed" || stage === "expired" || UNPAID.has(status ?? ""),
    hasSteps: stage !== "ended" && stage !== "failed" && !(isRunning && status !== "trialing"),
    terms: isRunning || stage === "ended" ? "" : termsOf(subscription),
    link: stage === "link" ? (subscription.checkoutUrl ?? null) : null,
    expiry: stage === "link" && minutes !== null ? expiryText(minutes) : null,
    isExpiringSoon: minutes !== null && minutes < SOON_MINUTES,
    canWithdraw: stage === "link" && !isAsked,
    canRenew: stage === "expired" || stage === "failed" || stage === "draft",
    renewLabel: stage === "draft" ? labels.send : labels.renew,
    amount: isRunning ? (subscription.amount ?? null) : null,
    currencyCode: subscription.currencyCode ?? null,
    periodEnd: isRunning && !UNCHARGED.has(status ?? "") ? (subscription.periodEnd ?? null) : null,
    periodLabel: periodLabelOf(endsAtPeriodEnd, status),
    canCancel: isRunning && !endsAtPeriodEnd && !isAsked,
    canKeep: isRunning && endsAtPeriodEnd && !isAsked,
    canChange: isRunning && !isAsked && subscription.syncStatus !== "Pending",
    quantity,
    isWaiting:
      stage === "sending" || stage === "link" || status === "incomplete" || isAsked || isChanging,
  };
}

function stageOf(subscription: Subscription, now: number): Stage {
  const { status, syncStatus } = subscription;
  if (status !== null && status !== undefined) return FINAL.has(status) ? "ended" : "running";
  switch (syncStatus) {
    case "Send to Stripe":
    case "Pending":
      return "sending";
    case "Checkout Created": {
      const minutes = minutesLeft(subscription, now);
      return minutes !== null && minutes <= 0 ? "expired" : "link";
    }
    case "Failed":
      return "failed";
    case "Completed":
      // The answer was there before the event that says how it stands.
      return "sending";
    default:
      // The link was there and expired: Stripe says so, and the record is a draft again.
      return subscription.hadLink === true ? "expired" : "draft";
  }
}

function termsOf({ trialDays, discountCode }: Subscription): string {
  const terms = [];
  if (trialDays !== null && trialDays !== undefined)
    terms.push(filled(labels.soldWithTrial, trialDays));
  if ((discountCode ?? "") !== "") terms.push(filled(labels.soldWithCode, discountCode ?? ""));
  return terms.join(", ");
}

function periodLabelOf(endsAtPeriodEnd: boolean, status: string | null | undefined): string {
  if (endsAtPeriodEnd) return labels.endsAt;
  return status === "trialing" ? labels.firstCharge : labels.nextCharge;
}

function minutesLeft({ checkoutExpiresAt }: Subscription, now: number): number | null {
  if (checkoutExpiresAt === null || checkoutExpiresAt === undefined) return null;
  return Math.floor((Date.parse(checkoutExpiresAt) - now) / MINUTE_MS);
}

function expiryText(minutes: number): string {
  if (minutes < 60) return filled(labels.expiresSoon, minutes);
  return filled(labels.expiresIn, Math.floor(minutes / 60), minutes % 60);
}

function stepReached(stage: Stage, status: string | null | undefined): string {
  if (stage === "running") return status === "active" ? "active" : "paid";
  return stage === "link" || stage === "expired" ? "link" : "draft";
}

function stepsOf(reached: string): readonly Step[] {
  const place = STEPS.findIndex(({ value }) => value === reached);
  return STEPS.map(({ value, label }, index) => ({
    value,
    label,
    className: index < place ? "step done" : index === place ? "step reached" : "step",
    current: index === place ? "step" : null,
  }));
}

function textOf(
  stage: Stage,
  status: string | null | undefined,
  problem: string | null | undefined,
): string {
  switch (stage) {
    case "draft":
      return labels.draft;
    case "sending":
      return labels.beingSent;
    case "link":
      return labels.waiting;
    case "expired":
      return labels.expired;
    case "failed":
      return problem ?? labels.failed;
    case "ended":
      return labels.ended;
    case "running":
      return TEXTS[status ?? ""] ?? status ?? "";
  }
}
