/** What the events became in Salesforce, read through jsforce as any client would. */
import { Connection } from "jsforce";
import { z } from "zod";

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

export type EventLogRow = z.infer<typeof eventLog>;
export type PaymentTransaction = z.infer<typeof paymentTransaction>;

export async function connect(
  url: string,
  client: { clientId: string; clientSecret: string },
): Promise<Connection> {
  const connection = new Connection({
    loginUrl: url,
    instanceUrl: url,
    oauth2: { ...client, loginUrl: url },
    version: "66.0",
  });
  await connection.authorize({ grant_type: "client_credentials" });
  return connection;
}

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
