/** Everything that is stored of a life, as Stripe says it: each object with a value for each of its fields. */
import type { Life } from "../life.ts";
import { customers } from "./customers.ts";
import { coupons, discounts } from "./discounts.ts";
import { creditNotes, invoicePayments, invoices } from "./invoices.ts";
import { attempts, disputes, payments, refunds } from "./payments.ts";
import { saidOf, type Row, type StoredObject } from "./stored-object.ts";
import { items, subscriptions } from "./subscriptions.ts";
import { balances } from "./totals.ts";

interface Compared {
  readonly object: string;
  readonly fields: readonly string[];
  readonly rows: (life: Life) => readonly Row[];
}

/** Every object the events of a life write. */
export const COMPARED: readonly Compared[] = [
  compared(attempts),
  compared(balances),
  compared(coupons),
  compared(creditNotes),
  compared(customers),
  compared(discounts),
  compared(disputes),
  compared(invoicePayments),
  compared(invoices),
  compared(items),
  compared(payments),
  compared(refunds),
  compared(subscriptions),
];

function compared<T>(stored: StoredObject<T>): Compared {
  return {
    object: stored.object,
    fields: Object.keys(stored.fields),
    rows: (life) => saidOf(stored, life),
  };
}
