import { BASIL } from "./dates.ts";
import type { Json } from "./render.ts";
import { listOf } from "./subscriptions.ts";

/**
 * Before 2025-03-31.basil a credit note named one refund, and the tax it gave back under another name. Local Stripe's give none
 * back.
 */
export function olderCreditNote(note: Json, date: string): Json {
  if (date >= BASIL) return note;
  const [first = {}] = listOf(note["refunds"]);
  return { ...without(note, "total_taxes"), refund: first["refund"] ?? null, tax_amounts: [] };
}

/** The same of a line of one. */
export function olderCreditNoteLine(line: Json, date: string): Json {
  if (date >= BASIL) return line;
  return { ...without(line, "taxes"), tax_amounts: [] };
}

function without(object: Json, field: string): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
}
