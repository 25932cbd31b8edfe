import { chosenConstructor } from "./expressions/construction.js";
import { bindValue } from "./expressions/expression.js";
import { convertedArguments } from "./expressions/invocation.js";
import { fail } from "./report.js";
/** What a constructor starts with, and the statements after it. */
export function splitChainedCall({ body }) {
    const [first, ...others] = body.statements;
    return first?.kind === "expressionStatement" && first.expression.kind === "constructorCall"
        ? { call: first.expression, rest: { ...body, statements: others } }
        : { call: null, rest: body };
}
export function explicitChain(call, constructor, context) {
    const { at, of } = call;
    // Arguments are evaluated before there is an instance.
    const given = call.arguments.map((argument) => bindValue(argument, { ...context, isStatic: true }));
    const { owner } = constructor;
    const target = of === "this" ? owner : superclassOf(constructor);
    if (target === null) {
        if (owner.superclass === null && given.length > 0) {
            fail(at, `No super type defined: ${owner.qualifiedName}`);
        }
        return { of, target: null, arguments: given, at };
    }
    const chosen = chosenConstructor(target, given, at, context);
    return {
        of,
        target: chosen.symbol,
        arguments: convertedArguments(given, chosen.parameters, context),
        at,
    };
}
/** @throws to the report: "No default constructor available in super type: Foo" */
export function implicitChain(constructor, context) {
    const at = constructor.at;
    const superclass = superclassOf(constructor);
    if (superclass === null)
        return { of: "super", target: null, arguments: [], at };
    const target = superclass.constructors.find(({ parameters }) => parameters.length === 0);
    if (target === undefined && !superclass.isException) {
        context.report.error(at, `No default constructor available in super type: ${superclass.qualifiedName}`);
    }
    return { of: "super", target: target ?? null, arguments: [], at };
}
function superclassOf({ owner }) {
    return owner.superclass?.kind === "class" ? owner.superclass.symbol : null;
}
