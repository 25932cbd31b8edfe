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
 * How many imports lie between a module and what changed: 0 for a changed one. A file that is no module counts as changed where a
 * module speaks its name: fixtures, templates and configuration are read, not imported.
 */
export async function reach(
  root: string,
  graph: ImportGraph,
  changed: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const read = changed.filter((file) => !graph.has(file) && !/\.(ts|md)$/.test(file));
  const named = await modulesThatName(root, graph, read);
  return distances(
    graph,
    changed.filter((file) => graph.has(file)),
    named,
  );
}

async function modulesThatName(
  root: string,
  graph: ImportGraph,
  files: readonly string[],
): Promise<string[]> {
  if (files.length === 0) return [];
  const names = files.map((file) => path.basename(file));
  const found: string[] = [];
  for (const file of graph.keys()) {
    const text = await readFile(path.join(root, file), "utf8");
    if (names.some((name) => text.includes(name))) found.push(file);
  }
  return found;
}

function distances(
  graph: ImportGraph,
  changed: readonly string[],
  touched: readonly string[],
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
  for (const file of touched) if (!found.has(file)) found.set(file, 1);
  const waiting = [...found.keys()];
  for (const file of waiting) {
    for (const importer of importers.get(file) ?? []) {
      if (found.has(importer)) continue;
      found.set(importer, (found.get(file) ?? 0) + 1);
      waiting.push(importer);
    }
  }
  return found;
}
