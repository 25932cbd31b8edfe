/** What of an org's Apex is this project's: its tests are run, and nothing of somebody else's is written over. */
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { SetupError, type Org } from "./org.ts";

/** An object only this project has: where it is, classes of our names are ours. */
const MARK = "Stripe_Request__e";

/** Names of the classes that hold tests. */
export async function testClasses(root: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob("force-app/**/*.cls", { cwd: root })) {
    const source = await readFile(path.join(root, file), "utf8");
    if (/^\s+@IsTest/im.test(source) && /^@IsTest/im.test(source))
      found.push(path.basename(file, ".cls"));
  }
  return found.sort();
}

/** Whether an earlier run brought this project to the org. */
export async function isInstalled(org: Org): Promise<boolean> {
  return (await org.metadataNames("CustomObject")).includes(MARK);
}

/** @throws SetupError when the org has Apex of our names that this project did not bring */
export async function refuseForeignApex(org: Org, root: string): Promise<void> {
  if (await isInstalled(org)) return;
  const foreign = [
    ...(await clashes(org, root, "ApexClass", "cls")),
    ...(await clashes(org, root, "ApexTrigger", "trigger")),
  ];
  if (foreign.length > 0)
    throw new SetupError(
      `The org has Apex of its own with names of ours; a deploy would write over it:\n${foreign.join("\n")}\n` +
        "Rename or delete it there, then run this again. Nothing was changed.",
    );
}

async function clashes(org: Org, root: string, type: string, extension: string): Promise<string[]> {
  const theirs = new Map(
    (await org.metadataNames(type)).map((name) => [name.toLowerCase(), name] as const),
  );
  const found: string[] = [];
  for await (const file of glob(`force-app/**/*.${extension}`, { cwd: root })) {
    const name = theirs.get(path.basename(file, `.${extension}`).toLowerCase());
    if (name !== undefined) found.push(`  ${type} ${name}`);
  }
  return found.sort();
}
