import type { Payment } from "@salesforce/apex/StripePaymentHistoryController.page";
import { statusWording } from "c/stripePaymentWording";
import { labels } from "./labels";

/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Has the browser keep them as a file, which spreadsheets know by its mark to be UTF-8. */
export function save(payments: readonly Payment[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\uFEFF${csvOf(payments)}`], { type: "text/csv" }));
  link.download = "payments.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

export function csvOf(payments: readonly Payment[]): string {
  const heading = [
    labels.title,
    labels.customer,
    labels.date,
    labels.status,
    labels.amount,
    "ISO 4217",
    labels.refunded,
    labels.invoice,
    labels.whyFailed,
  ];
  const lines = payments.map((payment) => [
    payment.name,
    payment.customerName,
    payment.happenedAt,
    statusWording(payment.status).label,
    payment.amount,
    payment.currencyCode,
    payment.refunded,
    payment.invoice?.invoiceNumber,
    payment.failureReason,
  ]);
  return [heading, ...lines].map((cells) => cells.map(cell).join(",")).join("\r\n");
}

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
