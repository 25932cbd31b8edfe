/** What the events became in Salesforce, read through jsforce as any client would. */
import type { Connection } from "jsforce";
import { z } from "zod";

export { orgConnection as connect } from "../../local/stack/api-clients.ts";

/** Ids in one query: well under the URL's 16 KB. */
const IDS_A_QUERY = 200;

const eventLog = z.object({
  Event_Id__c: z.string(),
  Type__c: z.string(),
  Status__c: z.string(),
  Error__c: z.string().nullable(),
});

const paymentTransaction = z.object({
  Name: z.string(),
  Stripe_Payment_Intent_ID__c: z.string(),
  Amount__c: z.number().nullable(),
  Currency__c: z.string().nullable(),
  Status__c: z.string().nullable(),
  Failure_Reason__c: z.string().nullable(),
  Failure_Code__c: z.string().nullable(),
  Card_Brand__c: z.string().nullable(),
  Card_Last4__c: z.string().nullable(),
  Stripe_Customer__r: z.object({ Name: z.string(), Stripe_Customer_ID__c: z.string() }).nullable(),
});

/** Objects without a status have none to tell. */
const stripeRecord = z.object({
  Name: z.string(),
  Status__c: z.string().nullable().default(null),
});

/** The objects beside payments that events write, by the beginning of the Stripe id that names their rows. */
const OBJECTS = [
  {
    prefix: "sub_",
    object: "Stripe_Subscription__c",
    id: "Stripe_Subscription_ID__c",
    status: "Status__c",
  },
  { prefix: "in_", object: "Stripe_Invoice__c", id: "Stripe_Invoice_ID__c", status: "Status__c" },
  { prefix: "po_", object: "Stripe_Payout__c", id: "Stripe_Payout_ID__c", status: "Status__c" },
  { prefix: "cus_", object: "Stripe_Customer__c", id: "Stripe_Customer_ID__c", status: null },
] as const;

export interface RecordsOfObject {
  readonly object: string;
  readonly records: readonly z.infer<typeof stripeRecord>[];
}

export type EventLogRow = z.infer<typeof eventLog>;
export type PaymentTransaction = z.infer<typeof paymentTransaction>;

export function eventLogRows(
  connection: Connection,
  eventIds: readonly string[],
): Promise<EventLogRow[]> {
  return rows(
    connection,
    eventIds,
    eventLog,
    (ids) =>
      `SELECT Event_Id__c, Type__c, Status__c, Error__c
       FROM Stripe_Webhook_Event__c WHERE Event_Id__c IN (${ids})`,
  );
}

export function paymentTransactions(
  connection: Connection,
  paymentIntents: readonly string[],
): Promise<PaymentTransaction[]> {
  return rows(
    connection,
    paymentIntents,
    paymentTransaction,
    (ids) =>
      `SELECT Name, Stripe_Payment_Intent_ID__c, Amount__c, Currency__c, Status__c, Failure_Reason__c, Failure_Code__c,
              Card_Brand__c, Card_Last4__c, Stripe_Customer__r.Name, Stripe_Customer__r.Stripe_Customer_ID__c
       FROM Payment_Transaction__c WHERE Stripe_Payment_Intent_ID__c IN (${ids})`,
  );
}

/** The records of the Stripe objects named, one entry an object that has any. */
export async function stripeRecords(
  connection: Connection,
  stripeIds: readonly string[],
): Promise<RecordsOfObject[]> {
  const found: RecordsOfObject[] = [];
  for (const { prefix, object, id, status } of OBJECTS) {
    const ids = [...new Set(stripeIds.filter((each) => each.startsWith(prefix)))];
    const columns = ["Name", id, ...(status === null ? [] : [status])].join(", ");
    const records = await rows(
      connection,
      ids,
      stripeRecord,
      (list) => `SELECT ${columns} FROM ${object} WHERE ${id} IN (${list})`,
    );
    if (records.length > 0) found.push({ object, records });
  }
  return found;
}

async function rows<T>(
  connection: Connection,
  ids: readonly string[],
  row: z.ZodType<T>,
  query: (ids: string) => string,
): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += IDS_A_QUERY) {
    const list = ids
      .slice(start, start + IDS_A_QUERY)
      .map((id) => `'${id}'`)
      .join(", ");
    const result = await connection.query(query(list).replaceAll(/\s+/g, " "));
    found.push(...z.array(row).parse(result.records));
  }
  return found;
}
