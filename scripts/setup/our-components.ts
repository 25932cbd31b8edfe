/** What this project brings to an org, by the names the Metadata API gives it. */
import path from "node:path";
import { ComponentSet } from "@salesforce/source-deploy-retrieve";
import { SetupError, type Org } from "./org.ts";
import { MAIN, SOURCE_FOLDERS } from "./source-folders.ts";

/** An object only this project has: where it is, components of our names are ours. */
const MARK = "Stripe_Request__e";
/** What holds others and is in every org by itself. */
const CONTAINERS = ["CustomLabels"];

/** Names by metadata type, as a manifest has them; fields and rules of standard objects among them. */
export type ComponentNames = ReadonlyMap<string, readonly string[]>;

/** @param afresh whether the source was changed since it was last asked */
export async function ourComponents(
  root: string,
  { afresh = false } = {},
): Promise<ComponentNames> {
  if (afresh) sources.delete(root);
  const manifest = await sourceOf(root).getObject();
  return new Map(
    manifest.Package.types
      .filter(({ name }) => !CONTAINERS.includes(name))
      .map(({ name, members }) => [name, members] as const),
  );
}

/** Whether an earlier run brought this project to the org. */
export async function isInstalled(org: Org): Promise<boolean> {
  return (await org.metadataNames("CustomObject")).includes(MARK);
}

/**
 * @param known what an earlier release brought: that is ours, whatever became of it; empty for an org that is new to this
 * @param passedOver types of which nothing that stands in the org is written over
 * @throws SetupError when the org has components of our names that this project did not bring
 */
export async function refuseForeignComponents(
  org: Org,
  root: string,
  known: ComponentNames = new Map(),
  passedOver: readonly string[] = [],
): Promise<void> {
  const foreign: string[] = [];
  for (const [type, names] of await ourComponents(root)) {
    const ours = new Set(known.get(type)?.map((name) => name.toLowerCase()));
    const unknown = names.filter((name) => !ours.has(name.toLowerCase()));
    if (unknown.length === 0 || passedOver.includes(type)) continue;
    const theirs = await standing(org, type);
    foreign.push(
      ...unknown
        .filter((name) => theirs.has(name.toLowerCase()))
        .map((name) => `  ${type} ${name}`),
    );
  }
  if (foreign.length > 0)
    throw new SetupError(
      `The org has components of its own with names of ours; a deploy would write over them:\n${foreign.join("\n")}\n` +
        "Rename or delete them there, then run this again. Nothing was changed.",
    );
}

/**
 * Where to deploy from, below the project's folder: everything but the members of these types that stand in the org. Administrators change
 * those in Setup, and a deploy would write ours over theirs.
 */
export async function deployablePaths(
  org: Org,
  root: string,
  keptTypes: readonly string[],
): Promise<{ readonly paths: readonly string[]; readonly kept: readonly string[] }> {
  const paths = new Set<string>();
  const kept: string[] = [];
  const standingByType = new Map<string, ReadonlySet<string>>();
  for (const type of keptTypes) standingByType.set(type, await standing(org, type));
  for (const component of sourceOf(root).getSourceComponents()) {
    const { type, fullName, xml } = component;
    const theirs = standingByType.get(type.name);
    const file = path.relative(root, xml ?? component.content ?? "").split(path.sep);
    // Of force-app/main/default/classes/…, the folder of the type.
    const folder = file.slice(0, MAIN.split("/").length + 2);
    if (theirs === undefined) paths.add(folder.join("/"));
    else if (theirs.has(fullName.toLowerCase())) kept.push(`${type.name} ${fullName}`);
    else paths.add(file.join("/"));
  }
  return { paths: [...paths].sort(), kept: kept.sort() };
}

/** Read once: nothing changes it while a command runs. */
const sources = new Map<string, ComponentSet>();

function sourceOf(root: string): ComponentSet {
  const known =
    sources.get(root) ??
    ComponentSet.fromSource(SOURCE_FOLDERS.map((folder) => path.join(root, folder)));
  sources.set(root, known);
  return known;
}

/** Names are compared as Salesforce compares them; those of layouts come encoded. */
export async function standing(org: Org, type: string): Promise<ReadonlySet<string>> {
  const names = await org.metadataNames(type);
  return new Set(names.map((name) => decoded(name).toLowerCase()));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
