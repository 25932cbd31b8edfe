/** Sync runs and their differences, as the org's REST API has them. */
import type { Connection } from "jsforce";
import { z } from "zod";
import type { NewRun } from "./command.ts";

const count = z
  .number()
  .nullable()
  .transform((value) => value ?? 0);

const runSchema = z.object({
  Id: z.string(),
  Name: z.string(),
  Is_Dry__c: z.boolean(),
  Status__c: z.enum(["Queued", "Running", "Paused", "Stopped", "Done", "Done with differences"]),
  Message__c: z.string().nullable(),
  Progress__c: count,
  Pages__c: count,
  Requests__c: count,
  Listed__c: count,
  Missing_Here__c: count,
  Different__c: count,
  Missing_In_Stripe__c: count,
  Repaired__c: count,
  Refused__c: count,
  Accepted__c: count,
  Unmatched__c: count,
  Limits_Used__c: z.string().nullable(),
});

export type SyncRun = z.infer<typeof runSchema>;

const differenceSchema = z.object({
  Kind__c: z.string(),
  Object__c: z.string(),
  Stripe_ID__c: z.string().nullable(),
  Field__c: z.string().nullable(),
  Here__c: z.string().nullable(),
  In_Stripe__c: z.string().nullable(),
  Severity__c: z.string().nullable(),
  State__c: z.string(),
  Reason__c: z.string().nullable(),
});

export type Difference = z.infer<typeof differenceSchema>;

/**
 * Returns the id of the new run.
 * @throws Error with what the org said, such as that another run is open
 */
export async function begin(connection: Connection, run: NewRun): Promise<string> {
  const made = await connection.sobject("Stripe_Sync_Run__c").create({
    Kind__c: run.kind,
    Is_Dry__c: run.isDry,
    Types__c: run.types.length === 0 ? null : run.types.join(";"),
    From__c: run.from?.toISOString() ?? null,
    To__c: run.to?.toISOString() ?? null,
    ...(run.account === undefined
      ? {}
      : { Stripe_Account_ID__c: run.account.id, Livemode__c: run.account.livemode }),
  });
  if (!made.success) throw new Error(made.errors.map(({ message }) => message).join(" "));
  return made.id;
}

/** @throws Error when there is no such run, or when it is over */
export async function resume(connection: Connection, name: string): Promise<string> {
  if (!/^SR-\d+$/.test(name)) throw new Error(`A run is called SR-000012, not "${name}".`);
  const { records } = await connection.query<{ Id: string }>(
    `SELECT Id FROM Stripe_Sync_Run__c WHERE Name = '${name}'`,
  );
  const [run] = records;
  if (run === undefined) throw new Error(`There is no run ${name}.`);
  const saved = await connection
    .sobject("Stripe_Sync_Run__c")
    .update({ Id: run.Id, Status__c: "Queued" });
  if (!saved.success) throw new Error(saved.errors.map(({ message }) => message).join(" "));
  return run.Id;
}

export async function runById(connection: Connection, id: string): Promise<SyncRun> {
  const fields = Object.keys(runSchema.shape).join(", ");
  const { records } = await connection.query(
    `SELECT ${fields} FROM Stripe_Sync_Run__c WHERE Id = '${id}'`,
  );
  if (records.length === 0) throw new Error("The run was deleted.");
  return runSchema.parse(records[0]);
}

/** The first of them, those about money before the others. */
export async function differencesOf(
  connection: Connection,
  runId: string,
  most: number,
): Promise<readonly Difference[]> {
  const fields = Object.keys(differenceSchema.shape).join(", ");
  const { records } = await connection.query(
    `SELECT ${fields} FROM Stripe_Sync_Difference__c WHERE Stripe_Sync_Run__c = '${runId}' ORDER BY Severity__c, Object__c, Stripe_ID__c, Field__c LIMIT ${most}`,
  );
  return z.array(differenceSchema).parse(records);
}
