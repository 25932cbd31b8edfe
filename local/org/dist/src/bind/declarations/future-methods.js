/** What a @future method must be. Source: Apex Developer Guide, "Future Annotation". */
import { displayType } from "../../types/display.js";
/** undefined for a method that runs when it is called. */
export function futureAnnotation(method) {
    return method.annotations.find(({ name }) => name === "future");
}
export function checkFutureMethod(method, report) {
    if (futureAnnotation(method) === undefined)
        return;
    if (!method.isStatic)
        report.error(method.at, "Future methods must be declared as static");
    if (method.returns.kind !== "void") {
        report.error(method.at, `Future methods do not support return type of ${displayType(method.returns)}`);
    }
    for (const { type } of method.parameters) {
        if (outlivesTransaction(type))
            continue;
        report.error(method.at, `Future methods do not support parameter type of ${displayType(type)}`);
    }
}
/** Primitives and collections of them: records and objects could change before the method runs. */
function outlivesTransaction(type) {
    switch (type.kind) {
        case "primitive":
            return true;
        case "list":
        case "set":
            return outlivesTransaction(type.element);
        case "map":
            return outlivesTransaction(type.key) && outlivesTransaction(type.value);
        default:
            return false;
    }
}
