/** Two hundred events of many kinds at once, each about another customer of a filled org, and one of each kind: what their transaction used. */
import type { TransactionUsage } from "../../../local/org/src/async/transaction-usage.ts";
import type { Figure } from "../figure.ts";
import { type Business, type Customer, priceOf } from "./business.ts";
import { changedCustomers, publishRecorded, subscriptionOf, type Told } from "./changes.ts";
import type { ScaledOrg } from "./scaled-org.ts";

const AT_ONCE = 200;
const MINUTE_MS = 60_000;
/** Of 100 and 150: other people's automation runs in the transaction as well. */
const MOST_QUERIES = 30;
const MOST_STATEMENTS = 20;
/** Of what a platform event trigger has. Source: Apex Developer Guide, "Execution Governors and Limits". */
const HALF_CPU_MS = 5_000;
const HALF_HEAP_BYTES = 3_000_000;

type Overrides = (customer: Customer, now: number) => Readonly<Record<string, unknown>>;

/** Event type → what of the recorded object is of this customer. */
const KINDS: Readonly<Record<string, Overrides>> = {
  "payment_intent.succeeded": ({ number }) => ({
    id: `pi_mixed_${number}`,
    latest_charge: `ch_mixed_${number}`,
    customer: `cus_${number}`,
  }),
  "charge.succeeded": ({ number }) => ({
    id: `ch_mixed_${number}`,
    payment_intent: `pi_mixed_${number}`,
    customer: `cus_${number}`,
  }),
  "payment_intent.payment_failed": ({ number }) => ({
    id: `pi_mixed_${number}`,
    latest_charge: `ch_mixed_${number}`,
    customer: `cus_${number}`,
  }),
  "refund.created": ({ number, joined }) => ({
    id: `re_mixed_${number}`,
    charge: `ch_${number}_0_${joined}`,
    payment_intent: `pi_${number}_0_${joined}`,
    customer: `cus_${number}`,
  }),
  "charge.dispute.created": ({ number, joined }) => ({
    id: `dp_mixed_${number}`,
    charge: `ch_${number}_0_${joined}`,
    payment_intent: `pi_${number}_0_${joined}`,
  }),
  "invoice.paid": invoiceOf,
  "invoice.payment_failed": invoiceOf,
  "invoice_payment.paid": ({ number, joined }) => ({
    id: `inpay_mixed_${number}`,
    invoice: `in_${number}_0_${joined}`,
    payment: { type: "payment_intent", payment_intent: `pi_${number}_0_${joined}` },
  }),
  "customer.subscription.updated": subscriptionOf,
  "customer.updated": ({ number }) => ({ id: `cus_${number}`, metadata: {} }),
  "payment_method.attached": ({ number }) => ({
    id: `pm_mixed_${number}`,
    customer: `cus_${number}`,
  }),
  "coupon.created": ({ number }) => ({ id: `coupon_${number}` }),
  "customer.discount.created": ({ number }) => ({
    id: `di_mixed_${number}`,
    customer: `cus_${number}`,
    subscription: `sub_${number}_0`,
  }),
  "product.updated": ({ number }) => ({ id: `prod_mixed_${number}` }),
  "price.updated": (customer) => ({ id: priceOf(customer) }),
  "credit_note.created": ({ number, joined }) => ({
    id: `cn_mixed_${number}`,
    invoice: `in_${number}_0_${joined}`,
    customer: `cus_${number}`,
  }),
};

function invoiceOf({ number }: Customer): Readonly<Record<string, unknown>> {
  return {
    id: `in_mixed_${number}`,
    customer: `cus_${number}`,
    parent: {
      type: "subscription_details",
      quote_details: null,
      subscription_details: { subscription: `sub_${number}_0`, metadata: {} },
    },
  };
}

export function mixedEventsFigures(
  scaled: ScaledOrg,
  business: Business,
  tell: (line: string) => void,
): Figure[] {
  const kinds = Object.keys(KINDS);
  const customers = changedCustomers(business, AT_ONCE + kinds.length);
  return [
    figure(scaled, customers.slice(0, kinds.length), "one event of each kind", tell),
    figure(scaled, customers.slice(kinds.length), `${AT_ONCE} mixed events`, tell),
  ];
}

function figure(
  scaled: ScaledOrg,
  customers: readonly Customer[],
  what: string,
  tell: (line: string) => void,
): Figure {
  scaled.time.now += MINUTE_MS;
  const now = Math.floor(scaled.time.now / 1000);
  const kinds = Object.entries(KINDS);
  const told = customers.flatMap((customer, index): Told[] => {
    const [type, overrides] = kinds[index % kinds.length] ?? [];
    return type === undefined || overrides === undefined
      ? []
      : [{ type, id: `evt_mixed_${customer.number}`, object: overrides(customer, now) }];
  });
  scaled.takeUsages();
  publishRecorded(scaled, told);
  // The trigger's, and the call's that publishes: no job is one of these.
  const usages = scaled.takeUsages().filter(({ entryPoint }) => entryPoint === "");
  const most = (of: (usage: TransactionUsage) => number): number => Math.max(...usages.map(of));
  const queries = most(({ limits }) => limits.used("queries"));
  const statements = most(({ limits }) => limits.used("dmlStatements"));
  const rows = most(({ limits }) => limits.used("queryRows"));
  const cpuMs = most((usage) => usage.cpuMs);
  const heapBytes = most((usage) => usage.heapBytes);
  const value = `${queries} queries, ${rows} rows, ${statements} DML statements, ${Math.round(cpuMs)} ms CPU, ${(heapBytes / 1_000_000).toFixed(1)} MB`;
  tell(`${what}: ${value}`);
  return {
    what: `${what} in one transaction`,
    value,
    yardstick: `at most ${MOST_QUERIES} queries, ${MOST_STATEMENTS} DML statements, ${HALF_CPU_MS} ms CPU, ${HALF_HEAP_BYTES / 1_000_000} MB`,
    isMet:
      queries <= MOST_QUERIES &&
      statements <= MOST_STATEMENTS &&
      cpuMs <= HALF_CPU_MS &&
      heapBytes <= HALF_HEAP_BYTES,
  };
}
