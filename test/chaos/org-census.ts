/** What the org has of a run: its event log, and the records the events are about. */
import type { Connection } from "jsforce";
import { z } from "zod";
import type { StripeEvent } from "../traffic/customer-lives.ts";

const logRow = z.object({
  Event_Id__c: z.string(),
  Type__c: z.string(),
  Status__c: z.string(),
  Attempts__c: z.number(),
  Error__c: z.string().nullable(),
});
export type LogRow = z.infer<typeof logRow>;

/** A kind of Stripe object that is one record, by its external id. */
interface RecordKind {
  readonly object: string;
  readonly sobject: string;
  readonly externalId: string;
}

const RECORD_KINDS: readonly RecordKind[] = [
  { object: "customer", sobject: "Stripe_Customer__c", externalId: "Stripe_Customer_ID__c" },
  {
    object: "subscription",
    sobject: "Stripe_Subscription__c",
    externalId: "Stripe_Subscription_ID__c",
  },
  { object: "invoice", sobject: "Stripe_Invoice__c", externalId: "Stripe_Invoice_ID__c" },
  {
    object: "payment_intent",
    sobject: "Payment_Transaction__c",
    externalId: "Stripe_Payment_Intent_ID__c",
  },
];

export interface RecordCount {
  readonly sobject: string;
  /** Stripe objects that events were about. */
  readonly expected: number;
  /** Records of them; more than expected would be the same object twice. */
  readonly found: number;
  readonly missing: readonly string[];
}

/** @param run what the ids of the run's events begin with: local Stripe tells of its catalog too */
export function eventLog(connection: Connection, run: string): Promise<LogRow[]> {
  return allRows(
    connection,
    `SELECT Event_Id__c, Type__c, Status__c, Attempts__c, Error__c FROM Stripe_Webhook_Event__c WHERE Event_Id__c LIKE '${run}%'`,
    logRow,
  );
}

export interface LogProgress {
  readonly decided: number;
  readonly waiting: number;
}

export async function logProgress(connection: Connection, run: string): Promise<LogProgress> {
  const count = async (where: string): Promise<number> =>
    (
      await connection.query(
        `SELECT COUNT() FROM Stripe_Webhook_Event__c WHERE Event_Id__c LIKE '${run}%' AND ${where}`,
      )
    ).totalSize;
  const waiting = await count("Status__c = 'Waiting'");
  return { decided: await count("Status__c != 'Waiting'"), waiting };
}

export async function recordCounts(
  connection: Connection,
  good: readonly StripeEvent[],
): Promise<RecordCount[]> {
  const counts: RecordCount[] = [];
  for (const { object, sobject, externalId } of RECORD_KINDS) {
    const about = new Set(
      good.flatMap(({ data }) => (data.object["object"] === object ? [data.object.id] : [])),
    );
    const row = z.object({ [externalId]: z.string() });
    const rows = await allRows(
      connection,
      `SELECT ${externalId} FROM ${sobject} WHERE ${externalId} != NULL`,
      row,
    );
    const ids = rows.flatMap((record) => record[externalId] ?? []).filter((id) => about.has(id));
    const found = new Set(ids);
    counts.push({
      sobject,
      expected: about.size,
      found: ids.length,
      missing: [...about].filter((id) => !found.has(id)),
    });
  }
  return counts;
}

async function allRows<T>(connection: Connection, soql: string, row: z.ZodType<T>): Promise<T[]> {
  const { records } = await connection.query(soql, { autoFetch: true, maxFetch: 1_000_000 });
  return z.array(row).parse(records);
}
