/**
 * Writes what the local org knows of Salesforce's platform: `src/signatures/generated` and
 * `src/schema/standard/generated`, from the stub jars. Run it after those were updated: `node scripts/generate-signatures.ts`.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJar } from "./stubs/jar.ts";
import { objectStubs } from "./stubs/object-stubs.ts";
import { platformDeclarations } from "./stubs/platform-declarations.ts";
import { namespaceIndex, writeNamespace } from "./stubs/signature-files.ts";
import { completeObjects, objectFiles } from "./stubs/standard-objects.ts";
import { stubJars } from "./stubs/stub-jars.ts";

const SOURCES = join(import.meta.dirname, "..", "src");

function replaceDirectory(path: string, files: ReadonlyMap<string, string>): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  let size = 0;
  for (const [name, text] of files) {
    writeFileSync(join(path, name), text);
    size += Buffer.byteLength(text);
  }
  console.log(`${path}: ${files.size} files, ${Math.round(size / 1024)} KiB`);
}

function main(): void {
  const jars = stubJars();
  if (jars === null) throw new Error("@salesforce/code-analyzer-pmd-engine is not installed");

  const declarations = platformDeclarations(readJar(jars.types.path));
  const signatures = new Map([["index.json", namespaceIndex(jars.types.source, declarations)]]);
  for (const [namespace, types] of declarations) {
    signatures.set(`${namespace}.json`, writeNamespace(types));
  }
  replaceDirectory(join(SOURCES, "signatures/generated"), signatures);

  const objects = completeObjects(objectStubs(readJar(jars.objects.path)));
  replaceDirectory(
    join(SOURCES, "schema/standard/generated"),
    objectFiles(jars.objects.source, objects),
  );
}

main();
