import { isAssignable } from "../../types/assignability.js";
import { canHold, castability } from "../../types/castability.js";
import { displayType } from "../../types/display.js";
import { sameType } from "../../types/same-type.js";
import { BOOLEAN, TYPE, VOID } from "../../types/well-known.js";
import { mention } from "../body-context.js";
import { convertedTo, withConversion } from "../conversions.js";
import { fail } from "../report.js";
import { resolveTypeName } from "../type-names.js";
import { bindExpression } from "./expression.js";
export function bindCast(expression, context) {
    const { at } = expression;
    const type = resolveTypeName(expression.type, context.owner, context.compilation);
    mentionType(type, context);
    const value = bindExpression(expression.value, context);
    const { hierarchy } = context.compilation;
    const result = castability(value.type, type, hierarchy);
    if (result.isAssignable) {
        const converted = withConversion(value, result.conversion, type);
        return sameType(converted.type, type) ? converted : { ...converted, type };
    }
    const row = convertedTo(value, type, hierarchy, "argument");
    return (row ??
        fail(at, `Incompatible types since an instance of ${displayType(value.type)} is never an instance of ${displayType(type)}`));
}
export function bindInstanceOf(expression, context) {
    const { at } = expression;
    const tested = resolveTypeName(expression.type, context.owner, context.compilation);
    mentionType(tested, context);
    const value = bindExpression(expression.value, context);
    const { hierarchy } = context.compilation;
    const [from, to] = [displayType(value.type), displayType(tested)];
    if (!canHold(value.type, tested, hierarchy)) {
        fail(at, `Operation instanceof is always false since an instance of ${from} is never an instance of ${to}`);
    }
    if (isAlways(value.type, tested, context)) {
        fail(at, `Operation instanceof is always true since an instance of ${from} is always an instance of ${to}`);
    }
    return { kind: "instanceOf", value, tested, type: BOOLEAN, at };
}
/** Collections are asked at run time: List<SObject> may hold accounts only. */
function isAlways(from, to, context) {
    if (from.kind === "primitive")
        return sameType(from, to);
    if (from.kind !== "class" && from.kind !== "platform" && from.kind !== "sobject")
        return false;
    if (to.kind === "object")
        return false;
    return isAssignable(from, to, context.compilation.hierarchy, "argument");
}
export function bindClassLiteral(expression, context) {
    const of = isVoid(expression.type)
        ? VOID
        : resolveTypeName(expression.type, context.owner, context.compilation);
    mentionType(of, context);
    return { kind: "classLiteral", of, type: TYPE, at: expression.at };
}
/** `void.class`: what a stub's method returns that returns nothing. */
function isVoid({ parts, arrayDepth }) {
    const [only] = parts;
    return parts.length === 1 && arrayDepth === 0 && only?.name.toLowerCase() === "void";
}
/** Notes every class of the project that a written type contains. */
export function mentionType(type, context) {
    switch (type.kind) {
        case "class":
            mention(context, type.symbol);
            return;
        case "list":
        case "set":
            mentionType(type.element, context);
            return;
        case "map":
            mentionType(type.key, context);
            mentionType(type.value, context);
            return;
        case "platform":
            for (const argument of type.arguments)
                mentionType(argument, context);
            return;
        default:
            return;
    }
}
