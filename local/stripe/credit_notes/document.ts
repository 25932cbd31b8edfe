import type Stripe from "stripe";
import { inMajorUnits } from "../billing/in-major-units.ts";
import { pdfDocument } from "../pages/pdf-document.ts";
import { dayOf } from "../pages/page.ts";
import { idOf } from "../store/reference.ts";

/** A credit note as a PDF document. */
export function creditNoteDocument(note: Stripe.CreditNote): Promise<Uint8Array<ArrayBuffer>> {
  const amount = (units: number): string => inMajorUnits(String(units), note.currency);
  return pdfDocument({
    title: `Credit note ${note.number}`,
    author: "Local Stripe",
    facts: [
      `Date: ${dayOf(note.effective_at ?? note.created)}`,
      `Invoice: ${idOf(note.invoice) ?? ""}`,
      note.status === "void" ? "This credit note is void." : (note.memo ?? ""),
    ],
    lines: note.lines.data.map((line) => [line.description ?? "", amount(line.amount)]),
    totals: [
      ["Credited", amount(note.amount)],
      ["Of what was owed", amount(note.pre_payment_amount)],
      ["Of what was paid", amount(note.post_payment_amount)],
    ],
  });
}
