/**
 * The sf command line of an org on this machine, as far as setup asks it: what the org has is the source in a folder, a deploy changes the
 * folder, and the org is opened anew over the same records.
 */
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  ComponentSet,
  RegistryAccess,
  type MetadataType,
} from "@salesforce/source-deploy-retrieve";
import { parseXml, type XmlElement } from "../../../scripts/check-metadata/xml-element.ts";
import type { RunCommand } from "../../../scripts/deploy/run-command.ts";

export interface OrgBehind {
  /** Where its source is: an SFDX project. */
  readonly folder: string;
  /** Runs a block of Apex as the administrator, and what it left behind. */
  run(apex: string): void;
  readonly you: { readonly id: string; readonly username: string; readonly orgId: string };
  /** The source was changed. */
  reopen(): void;
}

interface Answer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function sfOf(org: OrgBehind): RunCommand {
  return async (program, args, options = {}) => {
    if (program !== "sf") throw new Error(`unexpected: ${program}`);
    try {
      return answerTo(org, args, options.cwd);
    } catch (error) {
      return { exitCode: 1, stdout: "", stderr: error instanceof Error ? error.message : "failed" };
    }
  };
}

function answerTo(org: OrgBehind, args: readonly string[], cwd: string | undefined): Answer {
  const said = args.join(" ");
  const after = (option: string): string => args[args.indexOf(option) + 1] ?? "";
  if (said.startsWith("org display user")) return result(org.you);
  if (said.startsWith("org list metadata"))
    return result(namesOf(org.folder, after("--metadata-type")).map((fullName) => ({ fullName })));
  if (said.startsWith("data query")) return result({ records: [], totalSize: 0, done: true });
  if (said.startsWith("apex run")) {
    org.run(readFileSync(after("--file"), "utf8"));
    return result(null);
  }
  if (said.includes("--post-destructive-changes")) {
    destroy(org.folder, path.join(cwd ?? "", after("--post-destructive-changes")));
    org.reopen();
    return result(null);
  }
  if (said.startsWith("project deploy start --source-dir")) {
    cpSync(path.join(cwd ?? "", "force-app"), path.join(org.folder, "force-app"), {
      recursive: true,
    });
    org.reopen();
    return result(null);
  }
  throw new Error(`unexpected: sf ${said}`);
}

function result(value: unknown): Answer {
  return { exitCode: 0, stdout: JSON.stringify({ status: 0, result: value }), stderr: "" };
}

function sourceIn(folder: string): ComponentSet {
  return ComponentSet.fromSource(
    ["force-app", "relay-app"].map((each) => path.join(folder, each)).filter(existsSync),
  );
}

function namesOf(folder: string, type: string): string[] {
  const found: string[] = [];
  for (const component of sourceIn(folder).getSourceComponents())
    for (const each of [component, ...component.getChildren()])
      if (each.type.name === type) found.push(each.fullName);
  return found;
}

/** @throws Error naming what is to be deleted and is not there */
function destroy(folder: string, manifest: string): void {
  const doomed = new Map<string, Set<string>>();
  for (const types of elements(parseXml(readFileSync(manifest, "utf8")), "types")) {
    const [name] = elements(types, "name");
    doomed.set(name?.text ?? "", new Set(elements(types, "members").map(({ text }) => text)));
  }
  for (const component of sourceIn(folder).getSourceComponents()) {
    if (isTakenFrom(doomed, component.type, component.fullName)) {
      for (const file of [component.xml, component.content])
        if (file !== undefined) rmSync(isDefinition(file) ? path.dirname(file) : file, OLD);
      if (component.type.name === "CustomObject") destroyPartsOf(folder, component.fullName);
      continue;
    }
    for (const child of component.getChildren()) {
      if (!isTakenFrom(doomed, child.type, child.fullName) || child.xml === undefined) continue;
      if (child.xml === component.xml) cutOut(child.xml, child.fullName);
      else rmSync(child.xml, OLD);
    }
  }
  const missing = [...doomed].flatMap(([type, names]) =>
    [...names].map((name) => `${type} ${name}`),
  );
  if (missing.length > 0) throw new Error(`No such component: ${missing.join(", ")}`);
}

/** A manifest names a folder of reports by their type, with a slash behind its name. */
function isTakenFrom(
  doomed: ReadonlyMap<string, Set<string>>,
  { name, folderContentType }: MetadataType,
  fullName: string,
): boolean {
  const type =
    folderContentType === undefined
      ? name
      : new RegistryAccess().getTypeByName(folderContentType).name;
  const named = doomed.get(type);
  return named?.delete(fullName) === true || named?.delete(`${fullName}/`) === true;
}

const OLD = { recursive: true, force: true } as const;

/** An object goes with the folder its parts are in. */
function isDefinition(file: string): boolean {
  return file.endsWith(".object-meta.xml");
}

/** What Salesforce deletes with an object and keeps in folders of its own: layouts, and the records of a custom metadata type. */
function destroyPartsOf(folder: string, object: string): void {
  for (const part of [`layouts/${object}-*`, `customMetadata/${object.replace(/__mdt$/, "")}.*`])
    for (const file of globSync(`force-app/main/default/${part}`, { cwd: folder }))
      rmSync(path.join(folder, file), OLD);
}

/** A part that stands in the file of the whole, such as a label. */
function cutOut(file: string, fullName: string): void {
  const xml = readFileSync(file, "utf8");
  const part = new RegExp(
    String.raw`\s*<labels>(?:(?!</labels>)[^])*<fullName>${fullName}</fullName>[^]*?</labels>`,
  );
  writeFileSync(file, xml.replace(part, ""));
}

function elements(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}
