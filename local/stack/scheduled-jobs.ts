/** The nightly jobs, set up as `npm run setup` does it. */
import type { Connection } from "jsforce";
import { schedulableClasses } from "../../scripts/setup/jobs.ts";

/**
 * Schedules the jobs that are not there yet: those of an org that was stopped ended with it.
 * @throws Error with what Apex said, when it refuses
 */
export async function scheduleJobs(connection: Connection, projectFolder: string): Promise<void> {
  const classes = await schedulableClasses(projectFolder);
  const apex = classes.map((name) => `${name}.schedule();`).join("\n");
  const result = await connection.tooling.executeAnonymous(apex);
  if (!result.compiled || !result.success)
    throw new Error(
      `The nightly jobs could not be scheduled: ${result.compileProblem ?? result.exceptionMessage ?? "no reason given"}`,
    );
}
