import { outermost } from "./compilation.js";
import { Scope } from "./scope.js";
export function inNestedScope(context) {
    return { ...context, scope: new Scope(context.scope) };
}
export function inLoop(context) {
    return { ...context, scope: new Scope(context.scope), isInLoop: true };
}
export function mention(context, symbol) {
    context.dependencies.add(outermost(symbol).qualifiedName);
}
/** Declares a local variable, which stays declared even when its name was taken, so that its uses give no further errors. */
export function declareLocal(context, name, type, at) {
    const local = { kind: "local", name, type, at };
    if (!context.scope.declare(local))
        context.report.error(at, `Duplicate variable: ${name}`);
    return local;
}
