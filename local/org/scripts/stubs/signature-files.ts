import type { WrittenDeclaration } from "../../src/signatures/declaration-notation.ts";
import type { DeclarationsByNamespace } from "./platform-declarations.ts";

/** `index.json`: which namespaces there are, and where they come from. */
export function namespaceIndex(source: string, declarations: DeclarationsByNamespace): string {
  return `${JSON.stringify({ source, namespaces: [...declarations.keys()].sort() }, null, 1)}\n`;
}

/** One namespace's file: a line for each type, so that a newer version of the stubs reads as a list of changed types. */
export function writeNamespace(types: ReadonlyMap<string, WrittenDeclaration>): string {
  const lines = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, declaration]) => `${JSON.stringify(name)}:${JSON.stringify(declaration)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
