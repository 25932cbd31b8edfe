/** Puts the behaviour of every platform type into the table. Whoever runs Apex imports this first. */
import type { TypeBehaviour } from "../runtime/behaviour.ts";
import { registerBehaviour } from "../runtime/behaviour-table.ts";
import { BEHAVIOUR_MODULES } from "./behaviours.ts";

export { hasBehaviour } from "../runtime/behaviour-table.ts";

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

for (const module of BEHAVIOUR_MODULES)
  for (const exported of Object.values(module).flat())
    if (isTypeBehaviour(exported)) registerBehaviour(exported);
