/**
 * Mistakes that are none: with them a class does the same. No test can notice one, so they are not counted; each says why. An entry whose
 * place is gone is refused, so that none outlives what it was said of.
 */
import type { ClassFile } from "./subjects.ts";
import type { Mutation } from "./mutations.ts";

export interface Equal {
  readonly name: string;
  /** The line it stands in, without the blanks around it. */
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly because: string;
}

export const EQUALS: readonly Equal[] = [
  {
    name: "StripeCustomerTotals",
    line: "return monthly > 0;",
    from: ">",
    to: ">=",
    because: "zero was asked for the line before",
  },
  {
    name: "StripeCustomerTotals",
    line: "return turnover == 0 ? other.Currency__c < this.main.Currency__c : turnover > 0;",
    from: ">",
    to: ">=",
    because: "zero takes the other branch",
  },
  {
    name: "StripeInvoiceOrder",
    line: "Integer attempts = (invoice.Attempt_Count__c ?? 0).intValue();",
    from: "0",
    to: "1",
    because: "only a row no event has described is blank, and whatever comes after it is newer",
  },
  {
    name: "StripeItemRowWriter",
    line: "counted += year ?? 0;",
    from: "0",
    to: "1",
    because: "where one year is not known none is, and no month is counted",
  },
  {
    name: "StripeSavedPaymentMethods",
    line: "return this.isDetached ? 1 : -1;",
    from: "1",
    to: "2",
    because: "a sort asks for the sign alone",
  },
  {
    name: "StripeSavedPaymentMethods",
    line: "return isAttachedAfter(other) ? -1 : 1;",
    from: "1",
    to: "2",
    because: "a sort asks for the sign alone",
  },
];

export function isEqual(
  equals: readonly Equal[],
  { name, text }: ClassFile,
  { line, from, to }: Mutation,
): boolean {
  const stands = text.split("\n")[line - 1]?.trim();
  return equals.some(
    (each) => each.name === name && each.line === stands && each.from === from && each.to === to,
  );
}

/** Those that stand nowhere any more. */
export function outlived(
  equals: readonly Equal[],
  classes: readonly ClassFile[],
): readonly Equal[] {
  return equals.filter(
    ({ name, line }) =>
      classes
        .find((each) => each.name === name)
        ?.text.split("\n")
        .some((each) => each.trim() === line) !== true,
  );
}
