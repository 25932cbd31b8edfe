/** Calls an @InvocableMethod with a list made of the invocations' parameters. */
import { ApexException, raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { ApexObject } from "../../runtime/object.js";
import { transaction } from "../../runtime/transaction.js";
import { OBJECT, STRING } from "../../runtime/type.js";
/** One outcome per invocation; an exception of the method fails them all. */
export function invokeApexAction(className, invocations) {
    const { definition, method } = invocableMethod(className);
    const parameter = method.parameters[0];
    const element = parameter?.kind === "list" ? parameter.element : null;
    const values = element === null
        ? []
        : [
            new ApexList(element, invocations.map((inputs) => inputValue(inputs, element, method))),
        ];
    try {
        const given = transaction().classes.callStatic(definition.name, method.key, values);
        const outputs = given instanceof ApexList ? given.items : [];
        return invocations.map((_inputs, index) => ({
            isSuccess: true,
            outputs: outputMap(outputs[index] ?? null),
        }));
    }
    catch (thrown) {
        if (!(thrown instanceof ApexException))
            throw thrown;
        return invocations.map(() => ({
            isSuccess: false,
            code: "FLOW_EXCEPTION",
            message: thrown.message ?? "Script-thrown exception",
        }));
    }
}
function invocableMethod(className) {
    const definition = transaction().classes.find(className)?.definition;
    const method = definition?.methods.find((candidate) => "invocablemethod" in candidate.annotations);
    if (definition === undefined || method === undefined)
        return raise("System.IllegalArgumentException", `Invalid action name: ${className}`);
    return { definition, method };
}
/** An object whose @InvocableVariable fields are set by name, or the one value a simple parameter is given. */
function inputValue(inputs, element, method) {
    if (element.kind !== "class") {
        const name = method.parameterNames[0];
        const byName = name === undefined ? null : valueNamed(inputs, name);
        return byName ?? [...inputs.entries()][0]?.[1] ?? null;
    }
    const object = transaction().classes.create(element.name);
    for (const field of variablesOf(object.$class)) {
        const value = valueNamed(inputs, field.name);
        if (value !== null)
            Reflect.set(object, field.key, value);
    }
    return object;
}
function valueNamed(inputs, name) {
    const sought = name.toLowerCase();
    for (const [key, value] of inputs.entries())
        if (key.toLowerCase() === sought)
            return value;
    return null;
}
function variablesOf(definition) {
    const own = definition.fields.filter((field) => field.annotations.some((annotation) => annotation.toLowerCase() === "invocablevariable"));
    return definition.superclass === null ? own : [...variablesOf(definition.superclass), ...own];
}
function outputMap(output) {
    if (output === null)
        return new ApexMap(STRING, OBJECT);
    const entries = output instanceof ApexObject
        ? variablesOf(output.$class).map((field) => [field.name, Reflect.get(output, field.key)])
        : [["output", output]];
    return new ApexMap(STRING, OBJECT, entries);
}
