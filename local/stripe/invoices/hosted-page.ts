import type Stripe from "stripe";
import { html } from "hono/html";
import { inMajorUnits } from "../billing/in-major-units.ts";
import { cardField } from "../pages/card-field.ts";
import type { Markup } from "../pages/page.ts";
import { amountRow, dayOf, page } from "../pages/page.ts";

/** What a payer sees of an invoice: its lines and amounts, and a way to pay while it is owed. */
export function hostedInvoicePage(
  invoice: Stripe.Invoice,
  receipts: readonly Stripe.Charge[],
  complaint?: string,
): Markup {
  return page({
    title: `Invoice ${invoice.number ?? ""}`.trim(),
    complaint,
    body: html`<p><strong>${standing(invoice)}</strong></p>
      ${facts(invoice)} ${lines(invoice)} ${amounts(invoice)}
      <p><a href="${invoice.invoice_pdf ?? ""}">Download invoice (PDF)</a></p>
      ${receipts.map(
        (charge) =>
          html`<p>
            <a href="${charge.receipt_url ?? ""}"
              >Receipt for ${inMajorUnits(String(charge.amount_captured), charge.currency)}</a
            >
          </p>`,
      )}
      ${isOwed(invoice) ? paymentForm(invoice) : ""}`,
  });
}

/** Whether a payer can still pay it at the page. */
export function isOwed({ status, amount_remaining: left }: Stripe.Invoice): boolean {
  return (status === "open" || status === "uncollectible") && left > 0;
}

/** How an invoice stands, in words. */
export function standing(invoice: Stripe.Invoice): string {
  switch (invoice.status) {
    case "paid": {
      const at = invoice.status_transitions.paid_at;
      return at === null ? "Paid" : `Paid on ${dayOf(at)}`;
    }
    case "void":
      return "This invoice is void: nothing is owed.";
    case "draft":
      return "This invoice is still a draft.";
    default: {
      const owed = inMajorUnits(String(invoice.amount_remaining), invoice.currency);
      return invoice.due_date === null ? `${owed} due` : `${owed} due ${dayOf(invoice.due_date)}`;
    }
  }
}

function facts(invoice: Stripe.Invoice): Markup {
  const rows = [
    ["From", invoice.account_name],
    ["To", invoice.customer_name ?? invoice.customer_email],
    ["Date", dayOf(invoice.effective_at ?? invoice.created)],
  ] as const;
  return html`<table>
    <caption hidden>
      About this invoice
    </caption>
    ${rows.map(([name, value]) =>
      value === null
        ? ""
        : html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
    )}
  </table>`;
}

function lines({ lines: { data } }: Stripe.Invoice): Markup {
  return html`<section>
    <h2>Items</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Description</th>
          <th scope="col">Quantity</th>
          <th scope="col" class="amount">Amount</th>
        </tr>
      </thead>
      <tbody>
        ${data.map(
          (line) =>
            html`<tr>
              <td>${line.description ?? ""}</td>
              <td>${line.quantity ?? ""}</td>
              <td class="amount">${inMajorUnits(String(line.amount), line.currency)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function amounts(invoice: Stripe.Invoice): Markup {
  const { currency } = invoice;
  const off = (invoice.total_discount_amounts ?? []).reduce((sum, each) => sum + each.amount, 0);
  return html`<table>
    ${amountRow("Subtotal", invoice.subtotal, currency)}
    ${off === 0 ? "" : amountRow("Discount", -off, currency)}
    ${amountRow("Total", invoice.total, currency)}
    ${amountRow("Paid", invoice.amount_paid, currency)}
    ${amountRow("Still due", invoice.amount_remaining, currency)}
  </table>`;
}

function paymentForm(invoice: Stripe.Invoice): Markup {
  return html`<section>
    <h2>Pay this invoice</h2>
    <form method="post">
      ${cardField()}
      <button type="submit">
        Pay ${inMajorUnits(String(invoice.amount_remaining), invoice.currency)}
      </button>
    </form>
  </section>`;
}
