import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

/** Which module imports which, by paths relative to the repository. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * @param entries modules from which everything else is found
 * @throws Error that names the line when an import leads nowhere
 */
export async function importGraph(root: string, entries: readonly string[]): Promise<ImportGraph> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    bundle: true,
    write: false,
    outdir: "unwritten",
    metafile: true,
    packages: "external",
    external: ["cloudflare:*"],
    platform: "node",
    format: "esm",
    logLevel: "silent",
    loader: { ".html": "text", ".css": "text", ".wasm": "binary" },
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.filter(({ external }) => external !== true).map((imported) => imported.path),
    ]),
  );
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
