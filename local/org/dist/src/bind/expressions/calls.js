import { VOID } from "../../types/well-known.js";
import { displayMethod, methodsNamed } from "../candidates.js";
import { isQuery, singleRow } from "../conversions.js";
import { isOrDescends } from "../members.js";
import { dottedPath, meaningOf, ownType, valueOf } from "../names.js";
import { fail } from "../report.js";
import { typeNamed } from "../type-names.js";
import { bindExpression, bindValue } from "./expression.js";
import { checkReadable } from "./fields.js";
import { chosenMethod, instanceCall, noSuchMethod, nonStaticMethod, staticCall, } from "./invocation.js";
import { staticBuiltIn } from "./static-built-ins.js";
export function bindMethodCall(expression, context) {
    const { at, name, target, isSafe } = expression;
    const callArguments = expression.arguments.map((argument) => bindValue(argument, context));
    const call = { name, at, isSafe, arguments: callArguments, context };
    if (target === null)
        return ownMethodCall(call);
    switch (target.kind) {
        case "super":
            return superCall(call, target.at);
        case "name":
        case "fieldAccess":
            return namedTargetCall(target, call);
        default:
            return valueCall(bindExpression(target, context), call);
    }
}
/** `foo()`: a method of the class, of its ancestors, or a static one of the classes around. */
function ownMethodCall(call) {
    const { context, at } = call;
    for (let around = context.owner; around !== null; around = around.outer) {
        const found = chosenMethod(projectMethods(call, ownType(around)), call);
        if (found === null)
            continue;
        if (found.isStatic)
            return staticCall(found, call);
        if (around !== context.owner || context.isStatic)
            nonStaticMethod(found, at);
        return instanceCall(thisValue(context, at), found, call, "virtual");
    }
    noSuchMethod(call, ownType(context.owner));
}
/** Without a receiver, Object's own methods come last: an outer class's `equals` is meant before them. */
function projectMethods(call, type) {
    const all = methodsNamed(call.name, type, call.context.compilation);
    const isOwn = type.kind === "class" && type.symbol === call.context.owner;
    return isOwn ? all : all.filter(({ kind, isStatic }) => kind === "project" && isStatic);
}
function thisValue(context, at) {
    return { kind: "this", type: ownType(context.owner), at };
}
function superCall(call, at) {
    const { context } = call;
    if (context.isStatic)
        fail(at, "Super cannot be referenced in a static context");
    const superclass = context.owner.superclass ?? { kind: "object" };
    const found = chosenMethod(methodsNamed(call.name, superclass, context.compilation), call);
    if (found === null || found.isStatic)
        noSuchMethod(call, superclass);
    if (found.kind === "project" && found.method.isAbstract) {
        fail(call.at, `Abstract method cannot be called directly: ${found.name}`);
    }
    return instanceCall(thisValue(context, at), found, call, "super");
}
function namedTargetCall(target, call) {
    const { context } = call;
    const meaning = meaningOf(target, context);
    if (meaning?.kind === "type")
        return typeCall(meaning.type, call);
    if (meaning?.kind !== "value") {
        return valueCall(valueOf(target, context), call);
    }
    const path = dottedPath(target);
    const shadowedType = path === null ? null : typeNamed(path, context.owner, context.compilation);
    if (shadowedType !== null && findOnValue(meaning.expression, call) === null) {
        return typeCall(shadowedType, call);
    }
    checkReadable(meaning.expression, context);
    return valueCall(meaning.expression, call);
}
function typeCall(type, call) {
    const { context } = call;
    const builtIn = staticBuiltIn(type, call);
    if (builtIn !== null)
        return builtIn;
    const candidates = methodsNamed(call.name, type, context.compilation);
    const found = chosenMethod(candidates.filter(({ isStatic }) => isStatic), call) ?? chosenMethod(candidates, call);
    if (found === null)
        noSuchMethod(call, type);
    if (!found.isStatic) {
        const isInherited = type.kind === "class" && !context.isStatic && isOrDescends(context.owner, type.symbol);
        if (!isInherited)
            nonStaticMethod(found, call.at);
        return instanceCall(thisValue(context, call.at), found, call, "virtual");
    }
    return staticCall(found, call);
}
function valueCall(target, call) {
    if (target.type.kind === "void" || target.type.kind === "null")
        noSuchMethod(call, VOID);
    if (target.kind === "recordField" && call.name.toLowerCase() === "adderror") {
        return fieldAddError(target, call);
    }
    const found = findOnValue(target, call);
    if (found === null)
        noSuchMethod(call, target.type);
    const { receiver, method } = found;
    if (method.isStatic) {
        fail(call.at, `Static method cannot be referenced from a non static context: ${displayMethod(method)}`);
    }
    return instanceCall(receiver, method, call, "virtual");
}
/** A query answers as a list; where lists have no such method, its one row does. */
function findOnValue(target, call) {
    const { compilation } = call.context;
    const candidates = methodsNamed(call.name, target.type, compilation);
    const method = chosenMethod(candidates.filter(({ isStatic }) => !isStatic), call) ?? chosenMethod(candidates, call);
    if (method !== null)
        return { receiver: target, method };
    return isQuery(target) ? findOnValue(singleRow(target, call.isSafe), call) : null;
}
/** `record.Name.addError('…')` marks the field, whatever the field's type. */
function fieldAddError(target, call) {
    if (call.isSafe) {
        fail(call.at, "Safe navigation operator is not allowed between SObject field and addError");
    }
    if (chosenMethod(methodsNamed("addError", target.target.type, call.context.compilation), call) ===
        null) {
        noSuchMethod(call, target.type);
    }
    return {
        kind: "fieldAddError",
        record: target.target,
        field: target.field,
        arguments: call.arguments,
        type: VOID,
        at: call.at,
    };
}
