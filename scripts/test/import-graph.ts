import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";

/** Which module imports which, by paths relative to the repository. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * Files are only scanned for what they import: to bundle them, as many bundles as there are tests, took forty seconds.
 * @param entries modules from which everything else is found
 * @throws Error that names the module when an import leads nowhere
 */
export async function importGraph(root: string, entries: readonly string[]): Promise<ImportGraph> {
  const graph = new Map<string, readonly string[]>();
  const waiting = [...entries];
  for (const file of waiting) {
    if (graph.has(file)) continue;
    const imports = isModule(file) ? await importsOf(root, file) : [];
    graph.set(file, imports);
    waiting.push(...imports);
  }
  return graph;
}

function isModule(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(file);
}

async function importsOf(root: string, file: string): Promise<string[]> {
  const text = await readFile(path.join(root, file), "utf8");
  return importsIn(text).map((specifier) => {
    const imported = path.posix.join(path.posix.dirname(file), specifier);
    if (!existsSync(path.join(root, imported)))
      throw new Error(`${file} imports ${specifier}, which is not there.`);
    return imported;
  });
}

/** Of files, not of packages; what is imported as a type is not there any more when the module runs. */
function importsIn(text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(
      ({ fileName, pos }) => fileName.startsWith(".") && !isOfTypes(text.slice(0, pos)),
    )
    .map(({ fileName }) => fileName);
}

/** @param before the text up to the specifier */
function isOfTypes(before: string): boolean {
  const statement = before.slice(
    Math.max(before.lastIndexOf("import"), before.lastIndexOf("\nexport")),
  );
  return /^\s*(import|export)\s+type\b/.test(statement);
}

/**
 * How many imports lie between a module and what changed: 0 for a changed one. A file that is no module counts as changed where a module reads it:
 * fixtures, templates, configuration and whole folders of source are read, not imported.
 */
export async function reach(
  root: string,
  graph: ImportGraph,
  changed: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const read = await modulesThatRead(
    root,
    graph,
    changed.filter((file) => !graph.has(file)),
  );
  return distances(
    graph,
    changed.filter((file) => graph.has(file)),
    read,
  );
}

/** Distance by module: what knows where the file is stands nearer than what can find it from the root. */
async function modulesThatRead(
  root: string,
  graph: ImportGraph,
  files: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  if (files.length === 0) return found;
  const texts = new Map<string, string>();
  for (const file of graph.keys())
    if (isModule(file)) texts.set(file, await readFile(path.join(root, file), "utf8"));
  const places = new Map([...texts].map(([file, text]) => [file, placesIn(file, text)]));
  const hasRoot = (file: string): boolean => places.get(file)?.includes(ROOT) === true;
  for (const [file, text] of texts) {
    const knows = (read: string): boolean =>
      isNamed(read, text) || places.get(file)?.some((place) => isWithin(read, place)) === true;
    if (files.some(knows)) found.set(file, 1);
    else if (
      (hasRoot(file) || graph.get(file)?.some(hasRoot) === true) &&
      files.some((read) => isFolderNamed(read, text))
    )
      found.set(file, 2);
  }
  return found;
}

const ROOT = ".";

/** Files and folders that a module finds from where it stands itself, relative to the repository. */
function placesIn(file: string, text: string): readonly string[] {
  return [...text.matchAll(/import\.meta\.dirname,\s*"([^"]+)"/g)].map(([, place = ""]) =>
    path.posix.join(path.posix.dirname(file), place).replace(/\/$/, ""),
  );
}

/** The name of a text about the project is spoken by much that does not read it, and other modules are imported. */
function isNamed(file: string, text: string): boolean {
  return !/\.(ts|md)$/.test(file) && text.includes(path.basename(file));
}

function isWithin(file: string, place: string): boolean {
  return file === place || (place !== ROOT && file.startsWith(`${place}/`));
}

/** Of the folders at the root that which the file is in: what knows the root finds the file from there. */
function isFolderNamed(file: string, text: string): boolean {
  const [folder = "", ...within] = file.split("/");
  return (
    within.length > 0 &&
    ['"', "`"].some(
      (quote) => text.includes(quote + folder + quote) || text.includes(`${quote}${folder}/`),
    )
  );
}

function distances(
  graph: ImportGraph,
  changed: readonly string[],
  touched: ReadonlyMap<string, number>,
): Map<string, number> {
  const importers = new Map<string, string[]>();
  for (const [file, imports] of graph) {
    for (const imported of imports) {
      const known = importers.get(imported);
      if (known === undefined) importers.set(imported, [file]);
      else known.push(file);
    }
  }
  const found = new Map<string, number>(changed.map((file) => [file, 0]));
  for (const [file, distance] of touched) if (!found.has(file)) found.set(file, distance);
  const waiting = [...found.keys()];
  for (const file of waiting) {
    const distance = (found.get(file) ?? 0) + 1;
    for (const importer of importers.get(file) ?? []) {
      // Seen from further away before, it is nearer than was thought.
      if ((found.get(importer) ?? Infinity) <= distance) continue;
      found.set(importer, distance);
      waiting.push(importer);
    }
  }
  return found;
}
