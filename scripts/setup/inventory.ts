/**
 * What an installation brought is kept in the org, as a static resource of names: at the next release it tells what is ours from what
 * somebody else made under a name that only the new release has. It deploys with what it lists, so the two never differ.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Org } from "./org.ts";
import { ourComponents, type ComponentNames } from "./our-components.ts";
import { MAIN, PACKAGE_FOLDER, sourceApiVersion } from "./source-folders.ts";

const INVENTORY = "Stripe_Components";
const FOLDER = "staticresources";

const stored = z.record(z.string(), z.array(z.string()));

/** Files of the resource, by path below the package's main folder. */
export function inventoryFiles(names: ComponentNames): Readonly<Record<string, string>> {
  const sorted = [...names]
    .map(([type, members]) => [type, [...members].sort()] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    [`${FOLDER}/${INVENTORY}.json`]: `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`,
    [`${FOLDER}/${INVENTORY}.resource-meta.xml`]:
      '<?xml version="1.0" encoding="UTF-8"?>\n<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata">\n' +
      "  <cacheControl>Private</cacheControl>\n  <contentType>application/json</contentType>\n" +
      "  <description>What this release of Stripe Subscriptions brought, for the next setup to know it again.</description>\n" +
      "</StaticResource>\n",
  };
}

/** Writes the resource into the source, where it is not kept in git: what deploys lists itself. */
export async function writeInventory(root: string): Promise<void> {
  const folder = path.join(root, PACKAGE_FOLDER, MAIN);
  await rm(path.join(folder, FOLDER), { recursive: true, force: true });
  const names = new Map(await ourComponents(root, { afresh: true }));
  names.set("StaticResource", [INVENTORY]);
  await mkdir(path.join(folder, FOLDER), { recursive: true });
  for (const [file, content] of Object.entries(inventoryFiles(names)))
    await writeFile(path.join(folder, file), content);
  await ourComponents(root, { afresh: true });
}

/** @returns what the installation in the org brought; null where an older release did not say */
export async function inventoryOf(org: Org): Promise<ComponentNames | null> {
  const id = await org.idOf(
    `SELECT Id FROM StaticResource WHERE Name = '${INVENTORY}' AND NamespacePrefix = null`,
    "inventory",
  );
  if (id === null || org.dryRun) return null;
  const version = await sourceApiVersion(path.resolve(import.meta.dirname, "../.."));
  const body = await org.rest(
    "GET",
    `/services/data/v${version}/sobjects/StaticResource/${id}/Body`,
  );
  const listed = stored.safeParse(body);
  return listed.success ? new Map(Object.entries(listed.data)) : null;
}
