/** Rows put past DML, as the sync and the close leave them. Days are counted from now, so that relative filters of reports meet them. */
import type { OrgRuntime } from "../../org/src/org/org-runtime.ts";
import { ApexDatetime } from "../../org/src/runtime/datetime.ts";
import { ApexDecimal } from "../../org/src/runtime/decimal.ts";
import type { RowValues, StoredValue } from "../../org/src/store/row.ts";

const DAY_MS = 86_400_000;

export type Values = Readonly<Record<string, StoredValue>>;

export class KeptRows {
  readonly #org: OrgRuntime;
  readonly #now = Date.now();
  #count = 0;

  constructor(org: OrgRuntime) {
    this.#org = org;
  }

  /** How many there are so far: what makes a key of its own. */
  get count(): number {
    return this.#count;
  }

  /** @returns the row's id */
  keep(object: string, values: RowValues): string {
    this.#count += 1;
    const owner = this.#org.administrator.id;
    return this.#org.keep(object, null, {
      Name: `Row ${this.#count}`,
      OwnerId: owner,
      Livemode__c: true,
      CreatedDate: this.at(0),
      ...values,
    });
  }

  customer(values: Values = {}): string {
    return this.keep("Stripe_Customer__c", {
      Stripe_Customer_ID__c: `cus_${this.#count}`,
      Customer_Name__c: `Customer ${this.#count}`,
      ...values,
    });
  }

  invoice(currency: string, values: Values): string {
    return this.keep("Stripe_Invoice__c", {
      Stripe_Customer__c: this.customer(),
      Stripe_Invoice_ID__c: `in_${this.#count}`,
      Currency__c: currency,
      ...values,
    });
  }

  /** @param days from now; before it, when negative */
  at(days: number): ApexDatetime {
    return new ApexDatetime(this.#now + days * DAY_MS);
  }

  monthsAgo(months: number): { readonly year: number; readonly month: number } {
    const today = new Date(this.#now);
    const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 1));
    return { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1 };
  }
}

export function money(text: string): ApexDecimal {
  return ApexDecimal.parse(text);
}
