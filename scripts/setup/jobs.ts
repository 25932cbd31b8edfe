import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { runApex } from "./anonymous-apex.ts";
import type { Org } from "./org.ts";

/** Every Apex class with a static `schedule()`, which does nothing when its job is there already. */
export async function schedulableClasses(root: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob("force-app/**/*.cls", { cwd: root })) {
    const source = await readFile(path.join(root, file), "utf8");
    if (/\bpublic static void schedule\(\s*\)/.test(source))
      found.push(path.basename(file, ".cls"));
  }
  return found.sort();
}

/**
 * Unschedules the jobs and takes back those that wait: Salesforce changes no class of which a job is pending. What they were to send
 * stands on the records, and is taken up when they are scheduled again.
 */
export async function stopJobs(org: Org, root: string): Promise<void> {
  await runApex(org, stoppingApex(await classNames(root)));
}

/** @param classes whose jobs are taken back */
export function stoppingApex(classes: readonly string[]): readonly string[] {
  return [
    "for (CronTrigger each : [SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Stripe: %']) { System.abortJob(each.Id); }",
    `Set<String> ours = new Set<String>{ ${classes.map((name) => `'${name}'`).join(", ")} };`,
    "for (AsyncApexJob each : [SELECT Id, ApexClass.Name FROM AsyncApexJob WHERE Status IN ('Holding', 'Queued', 'Preparing') AND JobType IN ('Queueable', 'BatchApex')]) { if (ours.contains(each.ApexClass.Name)) { System.abortJob(each.Id); } }",
  ];
}

/** After a deploy that failed: the classes that are installed, which may be older than the project's, schedule what they know. */
export async function scheduleAgain(org: Org): Promise<void> {
  const installed = await org.query(
    "SELECT Name FROM ApexClass WHERE Name LIKE 'Stripe%' AND NamespacePrefix = null",
  );
  const names = new Set(installed.map((row) => row["Name"]));
  const known = await schedulableClasses(path.resolve(import.meta.dirname, "../.."));
  await runApex(
    org,
    known.filter((name) => names.has(name)).map((name) => `${name}.schedule();`),
  );
}

/** Also makes the org a place of its own: in a copy of another the jobs would do nothing. */
export async function scheduleJobs(org: Org, classes: readonly string[]): Promise<void> {
  await runApex(org, ["StripeHome.adopt();", ...classes.map((name) => `${name}.schedule();`)]);
}

export async function classNames(root: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob("force-app/**/*.cls", { cwd: root }))
    found.push(path.basename(file, ".cls"));
  return found.sort();
}
