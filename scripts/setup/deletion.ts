/** Takes components out of an org: what a removal deletes, and what earlier releases had and later ones have not. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { Org } from "./org.ts";
import { standing, type ComponentNames } from "./our-components.ts";
import { PACKAGE_FOLDER, passingProject, sourceApiVersion } from "./source-folders.ts";

const RETIRED = "config/retired-components.json";

/** @throws SetupError with what the org says, when something refers to one of them */
export async function deleteComponents(
  org: Org,
  root: string,
  names: ComponentNames,
): Promise<void> {
  const project = await mkdtemp(path.join(tmpdir(), "deletion-"));
  try {
    const version = await sourceApiVersion(root);
    await mkdir(path.join(project, PACKAGE_FOLDER));
    await writeFile(path.join(project, "sfdx-project.json"), await passingProject(root));
    await writeFile(path.join(project, "package.xml"), manifestOf(new Map(), version));
    await writeFile(path.join(project, "destructive.xml"), manifestOf(names, version));
    await org.command(
      [
        ...["project", "deploy", "start", "--manifest", "package.xml"],
        ...["--post-destructive-changes", "destructive.xml", "--wait", "60"],
      ],
      { cwd: project },
    );
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/**
 * What releases before this one brought and this one renamed or gave up, by type. A deploy of source leaves it in the org; a name stays in the
 * list for good, because nobody knows which release an org has.
 */
export async function retiredComponents(root: string): Promise<ComponentNames> {
  const listed: unknown = JSON.parse(await readFile(path.join(root, RETIRED), "utf8"));
  return new Map(Object.entries(z.record(z.string(), z.array(z.string())).parse(listed)));
}

/** Deletes those of them that the org still has. @returns their names */
export async function deleteRetired(
  org: Org,
  root: string,
  retired: ComponentNames,
): Promise<string[]> {
  const left = new Map<string, readonly string[]>();
  for (const [type, names] of retired) {
    const theirs = await standing(org, type);
    const there = names.filter((name) => theirs.has(name.toLowerCase()));
    if (there.length > 0) left.set(type, there);
  }
  if (left.size > 0) await deleteComponents(org, root, left);
  return [...left].flatMap(([type, names]) => names.map((name) => `${type} ${name}`));
}

/** @returns a manifest of these components, or of none */
function manifestOf(names: ComponentNames, apiVersion: string): string {
  const types = [...names].map(
    ([type, members]) =>
      `  <types>\n${members.map((member) => `    <members>${member}</members>\n`).join("")}    <name>${type}</name>\n  </types>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">\n' +
    `${types.join("")}  <version>${apiVersion}</version>\n</Package>\n`
  );
}
