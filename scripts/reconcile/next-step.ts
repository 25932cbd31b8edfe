/** What comes after a first import. */
import type { Connection } from "jsforce";
import { z } from "zod";

const settings = z.array(z.object({ Create_Customers__c: z.boolean() }));

/** @returns what is left to do, where contacts do not become Stripe customers by themselves yet; null where they do */
export async function afterImport(connection: Pick<Connection, "query">): Promise<string | null> {
  const { records } = await connection.query(
    "SELECT Create_Customers__c FROM Stripe_Setting__mdt WHERE DeveloperName = 'Default'",
  );
  const isCreating = settings.parse(records).some((row) => row.Create_Customers__c);
  return isCreating
    ? null
    : "Contacts do not become Stripe customers by themselves yet. When what differs is settled: npm run setup with --create-customers, " +
        "or Create Customers in the Stripe Setting.";
}
