/** The nightly jobs, set up as `npm run setup` does it. */
import type { Connection } from "jsforce";
import { schedulableClasses } from "../../scripts/setup/jobs.ts";

/** The first start makes the org its own home; one that was made from another stays a copy until it is set up. */
const ADOPT_ONCE =
  "if ([SELECT COUNT() FROM Stripe_Home__c WHERE Org_Id__c != NULL] == 0) { StripeHome.adopt(); }";

/**
 * Schedules the jobs that are not there yet: those of an org that was stopped ended with it.
 * @throws Error with what Apex said, when it refuses
 */
export async function scheduleJobs(connection: Connection, projectFolder: string): Promise<void> {
  const classes = await schedulableClasses(projectFolder);
  const apex = [ADOPT_ONCE, ...classes.map((name) => `${name}.schedule();`)].join("\n");
  const result = await connection.tooling.executeAnonymous(apex);
  if (!result.compiled || !result.success)
    throw new Error(
      `The nightly jobs could not be scheduled: ${result.compileProblem ?? result.exceptionMessage ?? "no reason given"}`,
    );
}
