import type Stripe from "stripe";
import { html } from "hono/html";
import { Hono } from "hono";
import type { Account } from "../account.ts";
import { answerPage } from "../pages/form.ts";
import type { Markup } from "../pages/page.ts";
import { amountRow, dayOf, noticePage, page } from "../pages/page.ts";

/** Receipts, under `/receipts/:id`, of charges that were paid. */
export function receiptPages({ objects }: Account): Hono {
  const pages = new Hono();
  pages.get("/:id", (context) => {
    const charge = objects.find("charge", context.req.param("id"));
    return charge?.paid === true
      ? answerPage(context, receiptPage(charge))
      : answerPage(context, noticePage("Not found", "There is no such receipt."), 404);
  });
  return pages;
}

function receiptPage(charge: Stripe.Charge): Markup {
  const { currency } = charge;
  // What was authorized and let go counts as refunded, though nobody ever paid it.
  const paid = charge.captured ? charge.amount_captured : charge.amount;
  const refunded = charge.captured
    ? charge.amount_refunded - (charge.amount - charge.amount_captured)
    : charge.amount_refunded;
  return page({
    title: "Receipt",
    body: html`<p>Paid to Local Stripe on ${dayOf(charge.created)}.</p>
      <table>
        ${amountRow("Amount paid", paid, currency)}
        ${refunded > 0 ? amountRow("Refunded", -refunded, currency) : ""}
        <tr>
          <th scope="row">Payment method</th>
          <td>${methodOf(charge)}</td>
        </tr>
        <tr>
          <th scope="row">For</th>
          <td>${charge.description ?? ""}</td>
        </tr>
      </table>`,
  });
}

function methodOf({ payment_method_details: details }: Stripe.Charge): string {
  const card = details?.card;
  if (card) return `${card.brand ?? "card"} ending in ${card.last4 ?? ""}`;
  return `bank account ending in ${details?.us_bank_account?.last4 ?? ""}`;
}
