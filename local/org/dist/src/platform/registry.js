import { registerBehaviour } from "../runtime/behaviour-table.js";
import { BEHAVIOUR_MODULES } from "./behaviours.js";
export { hasBehaviour } from "../runtime/behaviour-table.js";
function isTypeBehaviour(value) {
    return (typeof value === "object" &&
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
        ].some((table) => table in value));
}
for (const module of BEHAVIOUR_MODULES)
    for (const exported of Object.values(module))
        if (isTypeBehaviour(exported))
            registerBehaviour(exported);
