import type Stripe from "stripe";
import { html } from "hono/html";
import { inMajorUnits } from "../billing/in-major-units.ts";
import { cardField } from "../pages/card-field.ts";
import { wayBack } from "../pages/leaving.ts";
import type { Markup } from "../pages/page.ts";
import { noticePage, page } from "../pages/page.ts";

export interface PageFacts {
  readonly session: Stripe.Checkout.Session;
  readonly lines: readonly Stripe.LineItem[];
  /** Why the last attempt failed, if one did. */
  readonly complaint?: string | undefined;
  /** How long a subscription is free; null without a trial. */
  readonly trialDays: number | null;
}

/** The payment page: what is sold, and a choice of test cards. */
export function paymentPage({ session, lines, complaint, trialDays }: PageFacts): Markup {
  const { currency, amount_total: total, mode, cancel_url: back } = session;
  const email = session.customer_details?.email ?? session.customer_email ?? "";
  return page({
    title: titleOf(mode),
    complaint,
    body: html`<table>
        ${lines.map(
          (line) =>
            html`<tr>
              <td>${line.description ?? ""}</td>
              <td>× ${line.quantity ?? 1}</td>
              <td class="amount">${inMajorUnits(String(line.amount_total), line.currency)}</td>
            </tr>`,
        )}
      </table>
      ${trialDays === null || currency === null ? "" : trialOf(trialDays, lines, currency)}
      ${
        total === null || currency === null
          ? ""
          : html`<p>Due today: <strong>${inMajorUnits(String(total), currency)}</strong></p>`
      }
      <form method="post">
        <label>Email <input name="email" type="email" value="${email}" required /></label>
        <label>Name on card <input name="name" autocomplete="cc-name" /></label>
        ${cardField()}
        ${
          session.allow_promotion_codes === true
            ? html`<label>Promotion code <input name="promotion_code" autocomplete="off" /></label>`
            : ""
        }
        <button type="submit">${titleOf(mode)}</button>
      </form>
      ${wayBack(back, "Back")}`,
  });
}

/** What comes after the trial is told with it: all lines, which have one period at Checkout. */
function trialOf(days: number, lines: readonly Stripe.LineItem[], currency: string): Markup {
  const then = lines.reduce((sum, line) => sum + line.amount_subtotal, 0);
  return html`<p>
    ${days} ${days === 1 ? "day" : "days"} free, then ${inMajorUnits(String(then), currency)}
    ${periodOf(lines[0]?.price?.recurring)}
  </p>`;
}

function periodOf(recurring: Stripe.Price.Recurring | null | undefined): string {
  const { interval = "", interval_count: count = 1 } = recurring ?? {};
  return count === 1 ? `per ${interval}` : `every ${count} ${interval}s`;
}

/** Where a session is complete, and its own page of success is not on this machine. */
export function completedPage(session: Stripe.Checkout.Session): Markup {
  const [title, text] = outcomeOf(session.payment_status);
  return page({
    title,
    body: html`<p>${text}</p>
      ${wayBack(successUrl(session), "Continue")}`,
  });
}

const COMPLETED = {
  no_payment_required: ["Done", "Thank you. Nothing was due today."],
  paid: ["Paid", "Thank you. Your payment has arrived."],
  unpaid: ["Under way", "Thank you. Your bank will tell us when the payment has arrived."],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** The SDK's type is open: Stripe may add a status. */
function outcomeOf(status: Stripe.Checkout.Session.PaymentStatus): readonly [string, string] {
  return status in COMPLETED ? COMPLETED[status as keyof typeof COMPLETED] : COMPLETED.unpaid;
}

export function expiredPage(): Markup {
  return noticePage("Expired", "This payment page has expired.");
}

/** Where the session sends its customer next, its id filled in. */
export function successUrl(session: Stripe.Checkout.Session): string | null {
  const next = session.success_url ?? session.return_url ?? null;
  return next?.replaceAll("{CHECKOUT_SESSION_ID}", session.id) ?? null;
}

function titleOf(mode: Stripe.Checkout.Session.Mode): string {
  switch (mode) {
    case "subscription":
      return "Subscribe";
    case "setup":
      return "Save card";
    default:
      return "Pay";
  }
}
