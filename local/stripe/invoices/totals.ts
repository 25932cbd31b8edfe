import type Stripe from "stripe";
import type { AppliedDiscount, DiscountReferences } from "../billing/discount.ts";
import { isFor, takenOff } from "../billing/discount.ts";

/**
 * An open draft with these lines and every amount that follows from them: a line's own discounts come off first, then the
 * invoice's, each from what the others left. Local Stripe collects no tax.
 * @param running those of the named discounts that still run
 * @param balance the customer's, in the smallest unit: negative is a credit, positive is owed
 * @see https://docs.stripe.com/api/invoices/object: line item discounts are applied before invoice discounts
 */
export function withLines(
  invoice: Stripe.Invoice,
  lines: readonly Stripe.InvoiceLineItem[],
  running: (named: DiscountReferences) => readonly AppliedDiscount[],
  balance: number,
): Stripe.Invoice {
  const discounts = running(invoice.discounts);
  const discounted = lines.map((line) => lessOwnDiscounts(line, running(line.discounts)));
  for (const applied of discounts) {
    const parts = takenOff(
      discounted.map(({ line, left }) => (isDiscounted(line, applied) ? left : 0)),
      applied,
      invoice.currency,
    );
    discounted.forEach((entry, index) => {
      const amount = parts[index] ?? 0;
      entry.left -= amount;
      if (isDiscounted(entry.line, applied))
        entry.taken.push({ amount, discount: applied.discount });
    });
  }
  const subtotal = sum(lines.map(({ amount }) => amount));
  const total = sum(discounted.map(({ left }) => left));
  const due = Math.max(total + balance, 0);
  const taken = discounted.flatMap((each) => each.taken);
  return {
    ...invoice,
    amount_due: due,
    amount_remaining: due,
    discounts: discounts.map(({ discount }) => discount),
    lines: {
      object: "list",
      data: discounted.map(({ line, taken }) => ({
        ...line,
        discount_amounts: taken,
        invoice: invoice.id,
        pretax_credit_amounts: taken.map((each) => ({ ...each, type: "discount" as const })),
      })),
      has_more: false,
      url: `/v1/invoices/${invoice.id}/lines`,
    },
    starting_balance: balance,
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_discount_amounts: [...new Set(taken.map(({ discount }) => discount))].map((discount) => ({
      amount: sum(taken.filter((each) => each.discount === discount).map(({ amount }) => amount)),
      discount,
    })),
    total_excluding_tax: total,
  };
}

function isDiscounted(line: Stripe.InvoiceLineItem, applied: AppliedDiscount): boolean {
  return line.discountable && isFor(applied, line.pricing?.price_details?.product ?? null);
}

interface Taken {
  readonly amount: number;
  readonly discount: string;
}

function lessOwnDiscounts(
  line: Stripe.InvoiceLineItem,
  own: readonly AppliedDiscount[],
): { readonly line: Stripe.InvoiceLineItem; left: number; readonly taken: Taken[] } {
  const entry = { line, left: line.amount, taken: [] as Taken[] };
  if (!line.discountable) return entry;
  for (const applied of own) {
    const [amount = 0] = takenOff([entry.left], applied, line.currency);
    entry.left -= amount;
    entry.taken.push({ amount, discount: applied.discount });
  }
  return entry;
}

/** What the customer's balance is once the invoice took from it, or gave what it could not pay out. */
export function balanceAfter(total: number, balance: number): number {
  return Math.min(total + balance, 0);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
