import type Stripe from "stripe";
import { inMajorUnits } from "../billing/in-major-units.ts";
import { dayOf } from "../pages/page.ts";
import { pdfDocument } from "../pages/pdf-document.ts";
import { standing } from "./hosted-page.ts";

/** An invoice as a PDF document. */
export function invoiceDocument(invoice: Stripe.Invoice): Promise<Uint8Array<ArrayBuffer>> {
  const amount = (units: number, currency = invoice.currency): string =>
    inMajorUnits(String(units), currency);
  return pdfDocument({
    title: `Invoice ${invoice.number ?? invoice.id}`,
    author: invoice.account_name ?? "",
    facts: [
      `From: ${invoice.account_name ?? ""}`,
      `To: ${invoice.customer_name ?? invoice.customer_email ?? ""}`,
      `Date: ${dayOf(invoice.effective_at ?? invoice.created)}`,
      standing(invoice),
    ],
    lines: invoice.lines.data.map((line) => [
      line.description ?? "",
      amount(line.amount, line.currency),
    ]),
    totals: [
      ["Subtotal", amount(invoice.subtotal)],
      ["Total", amount(invoice.total)],
      ["Paid", amount(invoice.amount_paid)],
      ["Still due", amount(invoice.amount_remaining)],
    ],
  });
}
