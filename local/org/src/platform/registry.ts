/** Collects the behaviour of every platform type from platform/<Namespace>/<Type>.ts. Whoever runs Apex imports this first. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TypeBehaviour } from "./behaviour.ts";
import { registerBehaviour } from "./behaviour-table.ts";

export { hasBehaviour } from "./behaviour-table.ts";

const FOLDER = new URL("./", import.meta.url);

/** Folders of this directory that hold no behaviours. */
const NOT_NAMESPACES = new Set(["signatures"]);

function behaviourFiles(): readonly string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_NAMESPACES.has(entry.name))
    .flatMap((entry) =>
      readdirSync(new URL(`${entry.name}/`, FOLDER))
        .filter((file) => file.endsWith(".ts") && !/(?:\.test|fixture)\.ts$/.test(file))
        .map((file) => `${entry.name}/${file}`),
    )
    .sort();
}

function isTypeBehaviour(value: unknown): value is TypeBehaviour {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    [
      "statics",
      "methods",
      "constructors",
      "getters",
      "setters",
      "staticGetters",
      "staticSetters",
      "implementation",
    ].some((table) => table in value)
  );
}

for (const file of behaviourFiles()) {
  const module: unknown = await import(fileURLToPath(new URL(file, FOLDER)));
  // A module's namespace is an object of its exports.
  for (const exported of Object.values(module as object))
    if (isTypeBehaviour(exported)) registerBehaviour(exported);
}
