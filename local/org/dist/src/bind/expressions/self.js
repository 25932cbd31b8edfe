import { fail } from "../report.js";
export function bindThis({ at }, context) {
    if (context.isStatic)
        fail(at, "This cannot be referenced in a static context");
    return { kind: "this", type: { kind: "class", symbol: context.owner }, at };
}
