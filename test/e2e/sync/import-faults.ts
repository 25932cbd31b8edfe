/** What goes wrong while an account is imported. */
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "jsforce";
import type Stripe from "stripe";
import { z } from "zod";
import { runById } from "../../../scripts/reconcile/runs.ts";

/** More than are ever made while a minute lasts. */
const MOST_REFUSED = 100_000;
const LOOK_MS = 200;
/** In which a job that was not stopped would have done a page. */
const STILL_MS = 1500;
const faultsSchema = z.object({ faults: z.array(z.object({ count: z.number() })) });

/** Stripe refuses every list of charges for so long from the first request on; 0 for one request. */
export async function refuseCharges(stripeUrl: string, ms: number): Promise<void> {
  const count = ms === 0 ? 1 : MOST_REFUSED;
  const faults = `${stripeUrl}/_local/faults`;
  const made = await fetch(faults, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kind: "rate_limit", path: "/v1/charges", count }),
  });
  if (!made.ok) throw new Error(await made.text());
  if (ms > 0) void endRefusal(faults, ms);
}

async function endRefusal(faults: string, ms: number): Promise<void> {
  for (;;) {
    await wait(LOOK_MS);
    const waiting = faultsSchema.parse(await (await fetch(faults)).json()).faults;
    if (waiting.some(({ count }) => count < MOST_REFUSED)) break;
  }
  await wait(ms);
  await fetch(faults, { method: "DELETE" });
}

/** Makes the amount of a refund a text, which Stripe never sends. @returns its id */
export async function spoilOneRefund(stripe: Stripe, file: string): Promise<string> {
  const [refund] = (await stripe.refunds.list({ limit: 1 })).data;
  if (refund === undefined) throw new Error("There is no refund.");
  const database = new DatabaseSync(file);
  database
    .prepare("UPDATE objects SET body = json_set(body, '$.amount', 'much') WHERE id = ?")
    .run(refund.id);
  database.close();
  return refund.id;
}

/**
 * Ends the run's job as an administrator may in Setup, and goes on with the run once it is seen to be dead.
 * @returns false when the run was over before
 */
export async function killJob(connection: Connection, runId: string): Promise<boolean> {
  const ended = await connection.tooling.executeAnonymous(
    "for (AsyncApexJob job : [SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'StripeSyncJob' AND Status IN ('Queued', 'Holding', 'Preparing', 'Processing')]) { System.abortJob(job.Id); }",
  );
  if (!ended.success) throw new Error(ended.exceptionMessage ?? ended.compileProblem ?? "");
  const dead = await runById(connection, runId);
  if (dead.Status__c.startsWith("Done")) return false;
  await wait(STILL_MS);
  const still = await runById(connection, runId);
  if (still.Pages__c !== dead.Pages__c) throw new Error("The job was not killed.");
  const run = connection.sobject("Stripe_Sync_Run__c");
  await run.update({ Id: runId, Status__c: "Paused" });
  await run.update({ Id: runId, Status__c: "Queued" });
  return true;
}
