/** What of an account's objects is not stored as Stripe says it: read on both sides by other means than the run's own. */
import type { Connection } from "jsforce";
import type Stripe from "stripe";

type Row = Readonly<Record<string, unknown>>;
interface Stored<T> {
  readonly object: string;
  readonly key: string;
  /** By field, what it must hold. */
  readonly fields: Readonly<Record<string, (said: T) => unknown>>;
}

const MOST_ROWS = 100_000;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
const MINOR_UNITS = 100;

const customers: Stored<Stripe.Customer> = {
  object: "Stripe_Customer__c",
  key: "Stripe_Customer_ID__c",
  fields: {
    Customer_Name__c: (said) => said.name ?? null,
    Email__c: (said) => said.email,
    Phone__c: (said) => said.phone ?? null,
    Delinquent__c: (said) => said.delinquent ?? false,
    Stripe_Created_At__c: (said) => said.created,
  },
};
const subscriptions: Stored<Stripe.Subscription> = {
  object: "Stripe_Subscription__c",
  key: "Stripe_Subscription_ID__c",
  fields: {
    Status__c: (said) => said.status,
    Cancel_At_Period_End__c: (said) => said.cancel_at_period_end,
    Stripe_Price_ID__c: (said) => said.items.data[0]?.price.id ?? null,
    Quantity__c: (said) => said.items.data[0]?.quantity ?? null,
    Current_Period_Start__c: (said) => said.items.data[0]?.current_period_start ?? null,
    Current_Period_End__c: (said) => said.items.data[0]?.current_period_end ?? null,
    Stripe_Created_At__c: (said) => said.created,
  },
};
const invoices: Stored<Stripe.Invoice> = {
  object: "Stripe_Invoice__c",
  key: "Stripe_Invoice_ID__c",
  fields: {
    Status__c: (said) => said.status,
    Invoice_Number__c: (said) => said.number,
    Billing_Reason__c: (said) => said.billing_reason,
    Total__c: (said) => money(said.total),
    Subtotal__c: (said) => money(said.subtotal),
    Amount_Due__c: (said) => money(said.amount_due),
    Amount_Paid__c: (said) => money(said.amount_paid),
    Amount_Remaining__c: (said) => money(said.amount_remaining),
    Attempt_Count__c: (said) => said.attempt_count,
    Hosted_Invoice_URL__c: (said) => said.hosted_invoice_url ?? null,
    Stripe_Created_At__c: (said) => said.created,
  },
};
const payments: Stored<Stripe.PaymentIntent> = {
  object: "Payment_Transaction__c",
  key: "Stripe_Payment_Intent_ID__c",
  fields: {
    Status__c: (said) => said.status,
    Amount__c: (said) => money(said.amount_received),
    Currency__c: (said) => said.currency.toUpperCase(),
    Stripe_Created_At__c: (said) => said.created,
  },
};
const attempts: Stored<Stripe.Charge> = {
  object: "Payment_Attempt__c",
  key: "Stripe_Charge_ID__c",
  fields: {
    Amount__c: (said) => money(said.amount),
    Card_Brand__c: (said) => said.payment_method_details?.card?.brand ?? null,
    Card_Last4__c: (said) => said.payment_method_details?.card?.last4 ?? null,
    Attempted_At__c: (said) => said.created,
  },
};
const refunds: Stored<Stripe.Refund> = {
  object: "Stripe_Refund__c",
  key: "Stripe_Refund_ID__c",
  fields: {
    Amount__c: (said) => money(said.amount),
    Status__c: (said) => said.status,
    Reason__c: (said) => said.reason,
    Refunded_At__c: (said) => said.created,
  },
};
const disputes: Stored<Stripe.Dispute> = {
  object: "Stripe_Dispute__c",
  key: "Stripe_Dispute_ID__c",
  fields: {
    Amount__c: (said) => money(said.amount),
    Status__c: (said) => said.status,
    Reason__c: (said) => said.reason,
    Due_By__c: (said) => said.evidence_details.due_by,
    Opened_At__c: (said) => said.created,
  },
};

/**
 * Each field that holds another value than Stripe says, as `Object id Field: here > in Stripe`.
 * @param except ids that are left out
 */
export async function wrongFields(
  stripe: Stripe,
  connection: Connection,
  except: ReadonlySet<string>,
): Promise<readonly string[]> {
  const found: string[] = [];
  const compare = async <T extends { readonly id: string }>(
    list: AsyncIterable<T>,
    stored: Stored<T>,
  ): Promise<void> => {
    const rows = await rowsOf(connection, stored);
    for await (const said of list) {
      if (except.has(said.id)) continue;
      const row = rows.get(said.id);
      for (const [field, valueOf] of Object.entries(stored.fields)) {
        const value = valueOf(said);
        const here = row === undefined ? "no record" : plain(row[field]);
        if (here !== value)
          found.push(`${stored.object} ${said.id} ${field}: ${String(here)} > ${String(value)}`);
      }
    }
  };
  await compare(stripe.customers.list({ limit: 100 }), customers);
  await compare(stripe.subscriptions.list({ limit: 100, status: "all" }), subscriptions);
  await compare(stripe.invoices.list({ limit: 100 }), invoices);
  await compare(stripe.paymentIntents.list({ limit: 100 }), payments);
  await compare(stripe.charges.list({ limit: 100 }), attempts);
  await compare(stripe.refunds.list({ limit: 100 }), refunds);
  await compare(stripe.disputes.list({ limit: 100 }), disputes);
  return found;
}

async function rowsOf<T>(connection: Connection, stored: Stored<T>): Promise<Map<string, Row>> {
  const names = [stored.key, ...Object.keys(stored.fields)];
  const rows = new Map<string, Row>();
  const query = connection.query<Row>(
    `SELECT ${names.join(", ")} FROM ${stored.object} WHERE ${stored.key} != NULL`,
    { autoFetch: true, maxFetch: MOST_ROWS },
  );
  for (const row of (await query).records) rows.set(String(row[stored.key]), row);
  return rows;
}

/** A moment in seconds, as Stripe has it; other values as they are. */
function plain(value: unknown): unknown {
  return typeof value === "string" && MOMENT.test(value) ? Date.parse(value) / 1000 : value;
}

function money(minorUnits: number): number {
  return minorUnits / MINOR_UNITS;
}
