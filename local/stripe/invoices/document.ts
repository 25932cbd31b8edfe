import PDFDocument from "pdfkit";
import type Stripe from "stripe";
import { inMajorUnits } from "../billing/in-major-units.ts";
import { dayOf } from "../pages/page.ts";
import { standing } from "./hosted-page.ts";

const MARGIN = 56;

/** An invoice as a PDF document. */
export async function invoiceDocument(invoice: Stripe.Invoice): Promise<Uint8Array<ArrayBuffer>> {
  const title = `Invoice ${invoice.number ?? invoice.id}`;
  const document = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    lang: "en",
    displayTitle: true,
    info: { Title: title, Author: invoice.account_name ?? "" },
  });
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  write(document, invoice, title);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function write(document: PDFKit.PDFDocument, invoice: Stripe.Invoice, title: string): void {
  const { currency } = invoice;
  document.fontSize(20).text(title).moveDown(0.5).fontSize(11);
  document.text(`From: ${invoice.account_name ?? ""}`);
  document.text(`To: ${invoice.customer_name ?? invoice.customer_email ?? ""}`);
  document.text(`Date: ${dayOf(invoice.effective_at ?? invoice.created)}`);
  document.text(standing(invoice)).moveDown();
  for (const line of invoice.lines.data) {
    row(document, line.description ?? "", inMajorUnits(String(line.amount), line.currency));
  }
  document.moveDown();
  for (const [name, amount] of [
    ["Subtotal", invoice.subtotal],
    ["Total", invoice.total],
    ["Paid", invoice.amount_paid],
    ["Still due", invoice.amount_remaining],
  ] as const) {
    row(document, name, inMajorUnits(String(amount), currency));
  }
}

/** What it is on the left, how much on the right, below what was written last. */
function row(document: PDFKit.PDFDocument, name: string, amount: string): void {
  const { y } = document;
  document.text(amount, MARGIN, y, { align: "right" });
  const below = document.y;
  document.text(name, MARGIN, y, { width: 340 });
  document.y = Math.max(below, document.y);
}
