/** The files of an SFDX project: every package directory, without what .forceignore leaves out. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { forceIgnore, type IgnoreRule } from "./force-ignore.ts";

export interface ProjectFiles {
  /** Absolute, sorted, so that the same project always gives the same schema. */
  readonly files: readonly string[];
  /** `sourceApiVersion` of the first project that has one. */
  readonly sourceApiVersion: string | null;
  /** `namespace` of every project that the files are of, in lower case. */
  readonly namespaces: ReadonlySet<string>;
}

/** A path that cannot be loaded: the message is for the person who gave it. */
export class ProjectPathError extends Error {
  override readonly name = "ProjectPathError";
}

/** Folders that never hold metadata this org reads, or hold too much to look through. */
const SKIPPED_FOLDERS = new Set(["node_modules", "lwc", "aura", "__tests__"]);

/**
 * Each path is a project (a folder with sfdx-project.json: its package directories) or any folder or file of source.
 * @throws ProjectPathError
 */
export function projectFiles(paths: readonly string[]): ProjectFiles {
  const files = new Set<string>();
  const namespaces = new Set<string>();
  let sourceApiVersion: string | null = null;
  for (const path of paths.map((given) => resolve(given))) {
    if (!existsSync(path)) throw new ProjectPathError(`No such file or folder: ${path}`);
    if (basename(path) === "sfdx-project.json")
      throw new ProjectPathError(`${path} is a file: give the folder it is in.`);
    const configuration = join(path, "sfdx-project.json");
    const isProject = existsSync(configuration);
    const project = isProject ? readProject(configuration) : null;
    sourceApiVersion ??= project?.sourceApiVersion ?? null;
    for (const root of project?.packageDirectories ?? [path]) {
      const home = projectFolderOf(root);
      const namespace = namespaceOf(join(home, "sfdx-project.json"));
      if (namespace !== null) namespaces.add(namespace);
      collect(root, home, readForceIgnore(home), files);
    }
    if (!isProject && files.size === 0)
      throw new ProjectPathError(`${path} has neither an sfdx-project.json nor any metadata`);
  }
  return { files: [...files].toSorted(), sourceApiVersion, namespaces };
}

/**
 * Every folder in which a file may come, go or change that {@link projectFiles} would read, those of the configuration included.
 * @throws ProjectPathError
 */
export function projectFolders(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths.map((given) => resolve(given))) {
    const configuration = join(path, "sfdx-project.json");
    const isProject = existsSync(configuration);
    if (isProject) folders.add(path);
    const roots = isProject ? readProject(configuration).packageDirectories : [path];
    for (const root of roots) collectFolders(root, folders);
  }
  return folders;
}

function collectFolders(path: string, folders: Set<string>): void {
  if (!statSync(path).isDirectory()) {
    folders.add(dirname(path));
    return;
  }
  folders.add(path);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory() && isRead(entry.name)) collectFolders(join(path, entry.name), folders);
  }
}

function isRead(entry: string): boolean {
  return !entry.startsWith(".") && !SKIPPED_FOLDERS.has(entry);
}

function readProject(configuration: string): {
  readonly packageDirectories: readonly string[];
  readonly sourceApiVersion: string | null;
} {
  const { packageDirectories, sourceApiVersion } = parseProject(configuration);
  if (!Array.isArray(packageDirectories) || packageDirectories.length === 0) {
    throw new ProjectPathError(`${configuration} names no packageDirectories`);
  }
  const entries: readonly unknown[] = packageDirectories;
  return {
    packageDirectories: entries.map((entry) => packageDirectory(entry, configuration)),
    sourceApiVersion: typeof sourceApiVersion === "string" ? sourceApiVersion : null,
  };
}

/** In lower case; null where there is no such file or it says none. */
function namespaceOf(configuration: string): string | null {
  if (!existsSync(configuration)) return null;
  const { namespace } = parseProject(configuration);
  return typeof namespace === "string" && namespace !== "" ? namespace.toLowerCase() : null;
}

function parseProject(configuration: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(readFileSync(configuration, "utf8"));
    return typeof content === "object" && content !== null ? { ...content } : {};
  } catch (error) {
    throw new ProjectPathError(`${configuration} is not JSON: ${String(error)}`, { cause: error });
  }
}

function packageDirectory(entry: unknown, configuration: string): string {
  if (typeof entry !== "object" || entry === null || !("path" in entry)) {
    throw new ProjectPathError(`A package directory in ${configuration} has no path`);
  }
  // A project may have been made on Windows: the sf CLI takes either separator, wherever it runs.
  const written = String(entry.path).replaceAll(/[\\/]/gu, sep);
  const directory = resolve(dirname(configuration), written);
  if (!existsSync(directory)) {
    throw new ProjectPathError(`${configuration} names a folder that is missing: ${directory}`);
  }
  return directory;
}

/** The nearest folder above with an sfdx-project.json; the path itself when there is none. */
function projectFolderOf(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "sfdx-project.json"))) return folder;
    if (dirname(folder) === folder) return path;
  }
}

function readForceIgnore(home: string): IgnoreRule {
  const file = join(home, ".forceignore");
  return existsSync(file) ? forceIgnore(readFileSync(file, "utf8")) : () => false;
}

function collect(path: string, home: string, isIgnored: IgnoreRule, files: Set<string>): void {
  if (!statSync(path).isDirectory()) {
    if (!isIgnored(relative(home, path).replaceAll(sep, "/"))) files.add(path);
    return;
  }
  for (const entry of readdirSync(path)) {
    if (isRead(entry)) {
      collect(join(path, entry), home, isIgnored, files);
    }
  }
}
