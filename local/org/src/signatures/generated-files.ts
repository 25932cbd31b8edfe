import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WrittenDeclaration } from "./declaration-notation.ts";

const DIRECTORY = join(import.meta.dirname, "generated");

/** The namespaces that have a file. */
export function generatedNamespaces(): readonly string[] {
  // Written by scripts/generate-signatures.ts, and a test compares it with what that writes.
  const index = readJson("index.json") as { readonly namespaces: readonly string[] };
  return index.namespaces;
}

/** The declarations of one namespace by simple name ("InboundEmail.Header" for an inner type). */
export function generatedNamespace(name: string): Readonly<Record<string, WrittenDeclaration>> {
  // As above: the generator writes exactly this.
  return readJson(`${name}.json`) as Readonly<Record<string, WrittenDeclaration>>;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(DIRECTORY, file), "utf8"));
}
