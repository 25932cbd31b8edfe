/** How a row of Salesforce follows from what Stripe says. */
import type { Life } from "../life.ts";

export type Row = Readonly<Record<string, unknown>>;

/** What a field must hold, from the object of Stripe its row is of and everything else Stripe says. */
export type Said<T> = (of: T, life: Life) => unknown;

/** The rows of one object: what each is of, and by field what it must hold. */
export interface StoredObject<T> {
  readonly object: string;
  readonly rows: (life: Life) => readonly T[];
  readonly fields: Readonly<Record<string, Said<T>>>;
}

/** Of every row in a test account that names no account. */
export const ORIGIN = { Livemode__c: () => false, Stripe_Account_ID__c: () => null } as const;

export function saidOf<T>(stored: StoredObject<T>, life: Life): Row[] {
  return stored
    .rows(life)
    .map((each) =>
      Object.fromEntries(
        Object.entries(stored.fields).map(([field, said]) => [field, said(each, life)]),
      ),
    );
}

/** Fields nobody at Stripe says anything of. */
export function nothing(...fields: readonly string[]): Readonly<Record<string, () => null>> {
  return Object.fromEntries(fields.map((field) => [field, () => null]));
}
