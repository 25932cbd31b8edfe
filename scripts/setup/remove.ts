/** Undoes a setup, as far as an org can be asked to forget. */
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { RunCommand } from "../deploy/run-command.ts";
import { runApex } from "./anonymous-apex.ts";
import type { RemoveCommand } from "./command.ts";
import { deleteComponents } from "./deletion.ts";
import { stopJobs } from "./jobs.ts";
import { Org, SetupError } from "./org.ts";
import { inventoryFiles } from "./inventory.ts";
import { deployFiles } from "./org-metadata.ts";
import { isInstalled, ourComponents, type ComponentNames } from "./our-components.ts";
import { toDelete, withoutActions, type FlowVersion } from "./removal-plan.ts";
import { currentUser, relayUsername } from "./users.ts";

const PACKAGE = "force-app/main/default";
const flowRow = z.object({
  Definition: z.object({ DeveloperName: z.string() }),
  VersionNumber: z.number(),
});

export interface RemovalOutside {
  readonly run: RunCommand;
  readonly print: (line: string) => void;
  /** What a person types when asked. */
  readonly ask: (question: string) => Promise<string>;
}

/**
 * @param root of the project that was set up: what it has is what goes
 * @throws SetupError when nothing is installed, nobody confirms, or the org refuses a step; a second run passes over the steps done
 */
export async function remove(
  { org: alias, withData, confirmed, dryRun }: RemoveCommand,
  root: string,
  { run, print, ask }: RemovalOutside,
): Promise<void> {
  const org = new Org(alias, run, print, dryRun);
  let number = 0;
  const step = (title: string): void => print(`${++number}. ${title}`);

  step(`The org ${alias}`);
  if (!(await isInstalled(org)) && !dryRun)
    throw new SetupError(`Nothing of this project is in the org ${alias}.`);
  const ours = await ourComponents(root);
  const you = await currentUser(org);
  if (!confirmed && !dryRun) await confirm(alias, withData, ours, ask);

  step("Jobs");
  await stopJobs(org, root);

  step("Assignments of permission sets and groups");
  await runApex(org, unassigningApex(ours));

  step("Flows, and what refers to their actions");
  const flows = await flowVersions(org, ours.get("Flow") ?? []);
  const gone = toDelete(ours, withData, flows);
  const loose = {
    ...inactive(ours.get("Flow") ?? []),
    ...(await looseLayouts(root, withData)),
    ...(withData ? {} : inventoryFiles(without(ours, gone))),
  };
  if (Object.keys(loose).length > 0) await deployFiles(org, root, loose);

  step(withData ? "Code, metadata and data" : "Code and metadata; the data stays");
  await deleteOurs(org, root, gone);

  step("The relay's user");
  await runApex(org, deactivatingApex(relayUsername(you.orgId)));

  print("\nLeft to do by hand:");
  for (const line of leftToDo(withData)) print(`- ${line}`);
}

/** What stays is ours still when setup comes again; a name that is free may be somebody else's by then. */
function without(ours: ComponentNames, gone: ComponentNames): ComponentNames {
  return new Map(
    [...ours].map(([type, names]) => {
      const deleted = new Set(gone.get(type));
      return [type, names.filter((name) => !deleted.has(name))] as const;
    }),
  );
}

async function confirm(
  alias: string,
  withData: boolean,
  ours: ComponentNames,
  ask: RemovalOutside["ask"],
): Promise<void> {
  const classes = ours.get("ApexClass")?.length ?? 0;
  const data = withData
    ? `${ours.get("CustomObject")?.length ?? 0} objects with EVERY RECORD in them, and our fields of Contact and Account with their values`
    : "no record: objects, fields and settings stay";
  const typed = await ask(
    `This deletes ${classes} Apex classes and all other metadata of this project from ${alias}, and ${data}.\nType the org's alias to go on: `,
  );
  if (typed.trim() !== alias) throw new SetupError("Not confirmed. Nothing was changed.");
}

/** Rights given by hand or by setup; a permission set somebody has cannot be deleted. */
function unassigningApex(ours: ComponentNames): readonly string[] {
  const listed = (type: string): string =>
    (ours.get(type) ?? []).map((name) => `'${name}'`).join(", ");
  return [
    `delete [SELECT Id FROM PermissionSetAssignment WHERE PermissionSetGroup.DeveloperName IN (${listed("PermissionSetGroup")}) LIMIT 10000];`,
    `delete [SELECT Id FROM PermissionSetAssignment WHERE PermissionSetGroupId = null AND PermissionSet.Name IN (${listed("PermissionSet")}) LIMIT 10000];`,
  ];
}

/** Users are never deleted. */
function deactivatingApex(username: string): readonly string[] {
  return [
    `List<User> relay = [SELECT Id FROM User WHERE Username = '${username}' AND IsActive = true];`,
    "for (User each : relay) { each.IsActive = false; }",
    "update relay;",
  ];
}

async function flowVersions(org: Org, names: readonly string[]): Promise<FlowVersion[]> {
  const listed = names.map((name) => `'${name}'`).join(", ");
  const rows = await org.toolingQuery(
    `SELECT Definition.DeveloperName, VersionNumber FROM Flow WHERE Definition.DeveloperName IN (${listed})`,
  );
  return z
    .array(flowRow)
    .parse(rows)
    .map((row) => ({ name: row.Definition.DeveloperName, version: row.VersionNumber }));
}

/** An active version of a flow cannot be deleted. */
function inactive(flows: readonly string[]): Record<string, string> {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?>\n<FlowDefinition xmlns="http://soap.sforce.com/2006/04/metadata">\n' +
    "  <activeVersionNumber>0</activeVersionNumber>\n</FlowDefinition>\n";
  return Object.fromEntries(
    flows.map((name) => [`flowDefinitions/${name}.flowDefinition-meta.xml`, xml]),
  );
}

/** Layouts that stay while their actions go. */
async function looseLayouts(root: string, withData: boolean): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  if (withData) return found;
  for await (const file of glob(`${PACKAGE}/layouts/*.layout-meta.xml`, { cwd: root })) {
    const xml = await readFile(path.join(root, file), "utf8");
    const loose = withoutActions(xml);
    if (loose !== xml) found[path.relative(PACKAGE, file)] = loose;
  }
  return found;
}

async function deleteOurs(org: Org, root: string, names: ComponentNames): Promise<void> {
  try {
    await deleteComponents(org, root, names);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    throw new SetupError(
      `${error.message}\nWhat the org names above refers to something of this project: take it out there, and run this again. ` +
        "The jobs are stopped and the permission sets taken away; npm run setup brings them back.",
    );
  }
}

function leftToDo(withData: boolean): string[] {
  return [
    "The webhook endpoint in Stripe, and the Worker: without the org its events end as dead letters (npx wrangler delete, npm run deploy shows the stack).",
    "The restricted key of the Named Credential: roll it in Stripe.",
    ...(withData
      ? [
          "Deleted objects and fields lie in Setup's lists of deleted ones for 15 days: erase them there when they must be gone.",
        ]
      : [
          "Records, objects and settings are where they were: npm run setup takes them up again, npm run setup -- remove --with-data deletes them.",
        ]),
  ];
}
