/** The text under which V8 loads a unit: as emitted, or with a map to its Apex for whoever debugs it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { EmittedUnit } from "./unit.ts";
import { sourceMapOf } from "./source-map.ts";

export interface UnitScript {
  /** Known to V8 by this name, which stack traces and debuggers see. */
  readonly name: string;
  readonly code: string;
}

/** @param name by which nothing else is loaded */
export type ScriptOfUnit = (unit: EmittedUnit, name: string) => UnitScript;

export const plainScript: ScriptOfUnit = ({ code }, name) => ({ name, code });

/** Breakpoints in the `.cls` and `.trigger` files hold, and its lines are what is stepped through. */
export const debuggableScript: ScriptOfUnit = (unit, name) => {
  const file = path.resolve(unit.file);
  const map = sourceMapOf(unit, pathToFileURL(file).href, contentOf(file));
  const encoded = Buffer.from(JSON.stringify(map)).toString("base64");
  return {
    // Not the source's own name: a debugger would take the one for the other.
    name: `${name}.js`,
    code: `${unit.code}\n//# sourceMappingURL=data:application/json;base64,${encoded}`,
  };
};

/** null where it cannot be read: a debugger then reads it itself, or shows the JavaScript. */
function contentOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
