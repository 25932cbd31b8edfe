import { displayParameters } from "../types/display.js";
import { sameTypes } from "../types/same-type.js";
import { typeOfReference } from "../types/type-reference.js";
import { displayType } from "../types/display.js";
import { BOOLEAN, INTEGER, OBJECT, STRING } from "../types/well-known.js";
export function methodsNamed(name, type, compilation) {
    const key = name.toLowerCase();
    const found = [];
    const add = (candidate) => {
        if (candidate.name.toLowerCase() !== key)
            return;
        if (found.some(({ parameters }) => sameTypes(parameters, candidate.parameters)))
            return;
        found.push(candidate);
    };
    for (const ancestor of compilation.hierarchy.supertypesOf(type)) {
        declaredMethods(ancestor, compilation).forEach(add);
    }
    if (compilation.hierarchy.isEnum(type))
        ENUM_METHODS.forEach(add);
    // Ids have every method of String (String class reference, "Id … is a String").
    if (type.kind === "primitive" && type.name === "Id") {
        declaredMethods(STRING, compilation)
            .filter((method) => !method.isStatic)
            .forEach(add);
    }
    if (type.kind === "class" && type.symbol.kind === "class") {
        add(objectMethod("clone", [], type));
    }
    OBJECT_METHODS.forEach(add);
    return found;
}
export function declaredMethods(type, compilation) {
    if (type.kind === "class")
        return type.symbol.methods.map(projectCandidate);
    const platform = compilation.hierarchy.platformTypeOf(type);
    if (platform === null || platform.type.kind === "enum")
        return [];
    return platform.type.methods.map((method) => ({
        kind: "platform",
        name: method.name,
        owner: platform.type.name,
        signature: signatureKey(method),
        parameters: method.parameters.map((parameter) => typeOfReference(parameter.type, platform.bindings)),
        returns: ownTypeOfRecord(method.name, typeOfReference(method.returns, platform.bindings), type),
        isStatic: method.isStatic,
        isAbstract: method.isAbstract || platform.type.kind === "interface",
    }));
}
/** `account.clone()` is an Account, though the catalog knows one SObject for all. */
function ownTypeOfRecord(name, returns, receiver) {
    return receiver.kind === "sobject" && name.toLowerCase() === "clone" ? receiver : returns;
}
export function projectCandidate(method) {
    return {
        kind: "project",
        name: method.name,
        method,
        parameters: method.parameters.map(({ type }) => type),
        returns: method.returns,
        isStatic: method.isStatic,
    };
}
/** `setScale(Integer,System.RoundingMode)`: the key under which behaviours are registered. */
export function signatureKey(method) {
    return `${method.name}(${method.parameters.map(({ type }) => referenceText(type)).join(",")})`;
}
function referenceText(reference) {
    return reference.args.length === 0
        ? reference.name
        : `${reference.name}<${reference.args.map(referenceText).join(",")}>`;
}
/** `void Foo.bar(Integer, String)`, as messages name a method. */
export function displayMethod(candidate) {
    const owner = candidate.kind === "project" ? candidate.method.owner.qualifiedName : candidate.owner;
    return `${displayType(candidate.returns)} ${owner}.${candidate.name}${displayParameters(candidate.parameters)}`;
}
function objectMethod(name, parameters, returns) {
    return {
        kind: "platform",
        name,
        owner: "Object",
        signature: `${name}(${parameters.map(displayType).join(",")})`,
        parameters,
        returns,
        isStatic: false,
        isAbstract: false,
    };
}
const OBJECT_METHODS = [
    objectMethod("toString", [], STRING),
    objectMethod("equals", [OBJECT], BOOLEAN),
    objectMethod("hashCode", [], INTEGER),
];
/** Of every enum, the project's and the platform's; `values` and `valueOf` are static and bound by themselves. */
const ENUM_METHODS = [
    { ...objectMethod("name", [], STRING), owner: "Enum" },
    { ...objectMethod("ordinal", [], INTEGER), owner: "Enum" },
];
