import { displayParameters, displayType } from "../../types/display.js";
import { mention } from "../body-context.js";
import { displayMethod } from "../candidates.js";
import { convertedTo, isQuery } from "../conversions.js";
import { checkBehaviour } from "../gaps.js";
import { isMethodVisible } from "../members.js";
import { resolveOverload } from "../overloads.js";
import { fail } from "../report.js";
export function argumentsOf(bound) {
    return bound.map((argument) => ({ type: argument.type, isQuery: isQuery(argument) }));
}
/**
 * @returns null when none fits
 * @throws to the report when several fit equally: "Ambiguous method signature: …"
 */
export function chosenMethod(candidates, call) {
    const { hierarchy } = call.context.compilation;
    const resolution = resolveOverload(candidates, argumentsOf(call.arguments), hierarchy);
    switch (resolution.kind) {
        case "found":
            return resolution.candidate;
        case "none":
            return null;
        case "ambiguous": {
            const [first] = resolution.candidates;
            // Platform overloads that differ by Object only (JSON, String.valueOf(null)) are told apart on the platform.
            if (first?.kind === "platform")
                return first;
            fail(call.at, `Ambiguous method signature: ${signatureText(call)}`);
        }
    }
}
export function noSuchMethod(call, type) {
    fail(call.at, `Method does not exist or incorrect signature: ${signatureText(call)} from the type ${displayType(type)}`);
}
export function nonStaticMethod(method, at) {
    fail(at, `Non static method cannot be referenced from a static context: ${displayMethod(method)}`);
}
/** `void foo(Integer, String)`: what was looked for returns nothing known, which Apex writes as void. */
function signatureText(call) {
    return `void ${call.name}${displayParameters(call.arguments.map(({ type }) => type))}`;
}
export function staticCall(method, call) {
    const { at, context } = call;
    const converted = convertedArguments(call.arguments, method.parameters, context);
    if (method.kind === "platform") {
        return platformCall(null, method, converted, call, false);
    }
    checkVisible(method, call);
    return {
        kind: "call",
        target: null,
        method: method.method,
        arguments: converted,
        dispatch: "static",
        isSafe: false,
        type: method.returns,
        at,
    };
}
export function instanceCall(target, method, call, dispatch) {
    const { at, context, isSafe } = call;
    const converted = convertedArguments(call.arguments, method.parameters, context);
    if (method.kind === "platform") {
        return platformCall(target, method, converted, call, dispatch === "super");
    }
    checkVisible(method, call);
    return {
        kind: "call",
        target,
        method: method.method,
        arguments: converted,
        dispatch,
        isSafe,
        type: method.returns,
        at,
    };
}
function platformCall(target, method, converted, call, isSuper) {
    const { at, context, isSafe } = call;
    // Interface methods are answered by whoever implements them; every value has Object's.
    const needsBehaviour = !method.isAbstract && method.owner !== "Object" && method.owner !== "Enum";
    if (needsBehaviour)
        checkBehaviour(method.owner, method.signature, method.isStatic, at, context);
    return {
        kind: "platformCall",
        target,
        owner: method.owner,
        name: method.name,
        signature: method.signature,
        arguments: converted,
        isSafe,
        targetType: target?.type ?? null,
        isSuper,
        type: method.returns,
        at,
    };
}
function checkVisible(method, call) {
    const { context } = call;
    mention(context, method.method.owner);
    if (!isMethodVisible(method.method, context.owner)) {
        fail(call.at, `Method is not visible: ${displayMethod(method)}`);
    }
}
/** Overload resolution has already found that each argument fits its parameter. */
export function convertedArguments(bound, parameters, context) {
    return bound.map((argument, index) => {
        const parameter = parameters[index];
        const { hierarchy } = context.compilation;
        const converted = parameter === undefined ? null : convertedTo(argument, parameter, hierarchy, "argument");
        if (converted === null)
            throw new Error(`argument ${index} does not fit the chosen overload`);
        return converted;
    });
}
