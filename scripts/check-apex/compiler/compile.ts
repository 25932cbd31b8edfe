/**
 * Compiles Apex with Salesforce's own compiler. Its jar comes with prettier-plugin-apex, which parses with it; the Java beside
 * this file drives it. What Salesforce's compiler asks an org for, it is given: platform classes by {@link platformDeclarations},
 * objects and fields by {@link orgSchema}. Queries are checked by the org, not by the compiler, and so are not checked here.
 */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { readJar } from "../../../local/org/scripts/stubs/jar.ts";
import { platformCatalog } from "../../../local/org/src/signatures/catalog.ts";
import type { Finding } from "../finding.ts";
import { java, SHORT_LIVED } from "../java.ts";
import { orgSchema } from "./org-schema.ts";
import { platformDeclarations } from "./platform-declarations.ts";

const plugin = path.dirname(createRequire(import.meta.url).resolve("prettier-plugin-apex"));
const JAR = path.resolve(plugin, "../../vendor/apex-ast-serializer/lib/apex-jorje-lsp.jar");
const LIBRARY = "StandardApexLibrary/";
const CACHE = path.resolve(import.meta.dirname, "../../../node_modules/.cache/salesforce-compiler");

/** @param sources absolute paths of classes and triggers of the project */
export async function compilerFindings(
  project: string,
  sources: readonly string[],
): Promise<Finding[]> {
  if (sources.length === 0) return [];
  const { classes, declarations } = await prepared();
  const folder = await mkdtemp(path.join(tmpdir(), "salesforce-compiler-"));
  try {
    const schema = path.join(folder, "schema");
    const list = path.join(folder, "sources");
    await writeFile(schema, orgSchema(project));
    await writeFile(list, sources.join("\n"));
    const run = await java("java", [
      ...SHORT_LIVED,
      "-cp",
      [JAR, classes].join(path.delimiter),
      "SalesforceCompiler",
      declarations,
      schema,
      list,
    ]);
    return findings(run.stdout, sources.length, run.stderr);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function findings(output: string, expected: number, problem: string): Finding[] {
  const lines = output.trimEnd().split("\n");
  if (lines.pop() !== `compiled\t${expected}`)
    throw new Error(`Salesforce's compiler did not get through.\n${output}${problem}`);
  return lines.map((line) => {
    const [file = "", at = "1", , message = ""] = line.split("\t");
    return { file, line: Number(at), message: `${message} (Salesforce's compiler)` };
  });
}

/** The driver as Java classes and the declarations, made once for each version of what they are made from. */
async function prepared(): Promise<{ classes: string; declarations: string }> {
  const folder = path.join(CACHE, await fingerprint());
  const parts = {
    classes: path.join(folder, "classes"),
    declarations: path.join(folder, "declarations"),
  };
  if (await exists(folder)) return parts;
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(path.join(CACHE, "unfinished-"));
  await compileDriver(path.join(unfinished, "classes"));
  await writeDeclarations(path.join(unfinished, "declarations"));
  // Another process may have finished first; what it made is the same.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return parts;
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256").update(String((await stat(JAR)).size));
  const signatures = path.resolve(import.meta.dirname, "../../../local/org/src/signatures");
  for (const folder of [import.meta.dirname, signatures, path.join(signatures, "generated")]) {
    for (const file of (await readdir(folder)).sort()) {
      if (/\.(java|ts|json)$/.test(file)) hash.update(await readFile(path.join(folder, file)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

async function compileDriver(target: string): Promise<void> {
  const files = (await readdir(import.meta.dirname))
    .filter((file) => file.endsWith(".java"))
    .map((file) => path.join(import.meta.dirname, file));
  const run = await java("javac", [
    ...SHORT_LIVED.map((option) => `-J${option}`),
    "-nowarn",
    ...["-cp", JAR, "-d", target],
    ...files,
  ]);
  if (run.exitCode !== 0) throw new Error(`The driver of Salesforce's compiler:\n${run.stderr}`);
}

async function writeDeclarations(target: string): Promise<void> {
  const library = new Map(
    readJar(JAR)
      .filter((entry) => entry.path.startsWith(LIBRARY) && entry.path.endsWith(".cls"))
      .map((entry) => [entry.path.slice(LIBRARY.length), entry.bytes().toString("utf8")]),
  );
  for (const [file, text] of platformDeclarations(platformCatalog(), library)) {
    const destination = path.join(target, file);
    await mkdir(path.dirname(destination), { recursive: true });
    await writeFile(destination, text);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
