/** JavaScript names of Apex locals. Apex has no shadowing among locals of a function, so the name itself is nearly always free. */
import type { LocalSymbol } from "../types/symbols.ts";

/** Words JavaScript keeps and Apex does not. */
const RESERVED = new Set([
  "arguments",
  "await",
  "case",
  "const",
  "debugger",
  "default",
  "delete",
  "eval",
  "export",
  "extends",
  "false",
  "function",
  "implements",
  "import",
  "in",
  "interface",
  "let",
  "new",
  "null",
  "package",
  "private",
  "protected",
  "public",
  "static",
  "super",
  "this",
  "true",
  "typeof",
  "undefined",
  "var",
  "void",
  "with",
  "yield",
  "class",
  "enum",
  "BigInt",
  "Math",
]);

export function localNameOf(symbol: LocalSymbol): string {
  return RESERVED.has(symbol.name) ? `${symbol.name}$` : symbol.name;
}
