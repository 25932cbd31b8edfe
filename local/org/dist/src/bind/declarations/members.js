import { displayTypes } from "../../types/display.js";
import { sameTypes } from "../../types/same-type.js";
import { VOID } from "../../types/well-known.js";
import { resolveTypeName } from "../type-names.js";
import { annotationsOf, isTest, visibilityOf } from "./modifiers.js";
import { displayType } from "../../types/display.js";
/**
 * Superclasses first: a field's key depends on its ancestors' fields.
 * @param isLoose members of a trigger or an anonymous block, which are static though they do not say so
 */
export function resolveMembers(symbol, declaration, compilation, report, isLoose = false) {
    const members = declaration.kind === "class" ? declaration.members : declaration.methods;
    const context = { symbol, compilation, report, isLoose };
    symbol.fields = keepDistinctFields(members.flatMap((member) => member.kind === "field" || member.kind === "property"
        ? (report.attempt(() => fieldSymbol(member, context)) ?? [])
        : []), report);
    symbol.methods = keepDistinctMethods(members.flatMap((member) => member.kind === "method" ? (report.attempt(() => methodSymbol(member, context)) ?? []) : []), report);
    symbol.constructors = members.flatMap((member) => member.kind === "constructor"
        ? (report.attempt(() => constructorSymbol(member, context)) ?? [])
        : []);
    checkDistinctConstructors(symbol, report);
    if (symbol.kind === "class" && symbol.constructors.length === 0 && !symbol.isException) {
        symbol.constructors = [implicitConstructor(symbol)];
    }
}
const PLURALS = { field: "fields", property: "properties", method: "methods" };
/** Inner classes have no static members (Apex Developer Guide, "Apex Class Definition"). */
function checkStaticPlace(member, { symbol, report }) {
    if (symbol.outer === null || !member.modifiers.words.includes("static"))
        return;
    report.error(member.at, `static can only be used on ${PLURALS[member.kind]} of a top level type`);
}
function fieldSymbol(member, context) {
    const { symbol, compilation, isLoose } = context;
    checkStaticPlace(member, context);
    const { words } = member.modifiers;
    const visibility = visibilityOf(member.modifiers, "private");
    return {
        kind: "field",
        owner: symbol,
        name: member.name,
        key: fieldKey(symbol, member.name),
        type: resolveTypeName(member.type, symbol, compilation),
        at: member.at,
        isStatic: words.includes("static") || isLoose,
        isFinal: words.includes("final"),
        isTransient: words.includes("transient"),
        isVirtual: words.includes("virtual") || words.includes("abstract") || words.includes("override"),
        visibility,
        annotations: annotationsOf(member.modifiers),
        property: member.kind === "field"
            ? null
            : {
                getter: accessorKind(member.getter),
                setter: accessorKind(member.setter),
                getterVisibility: accessorVisibility(member.getter, visibility),
                setterVisibility: accessorVisibility(member.setter, visibility),
            },
    };
}
function fieldKey(owner, name) {
    const folded = name.toLowerCase();
    let key = `_${folded}`;
    let ancestor = owner.superclass;
    while (ancestor?.kind === "class") {
        const { symbol } = ancestor;
        if (symbol.fields.some((field) => field.name.toLowerCase() === folded))
            key += "$";
        ancestor = symbol.superclass;
    }
    return key;
}
function accessorKind(accessor) {
    if (accessor === null)
        return null;
    return accessor.body === null ? "automatic" : "custom";
}
function accessorVisibility(accessor, otherwise) {
    return accessor === null ? otherwise : visibilityOf(accessor.modifiers, otherwise);
}
function methodSymbol(member, context) {
    const { symbol, compilation, isLoose } = context;
    checkStaticPlace(member, context);
    const { words } = member.modifiers;
    const isInterface = symbol.kind === "interface";
    const parameters = member.parameters.map((parameter) => parameterSymbol(parameter, symbol, compilation));
    return {
        kind: "method",
        owner: symbol,
        name: member.name,
        key: methodKey(member.name, parameters.map(({ type }) => type)),
        parameters,
        returns: member.returns === null ? VOID : resolveTypeName(member.returns, symbol, compilation),
        at: member.at,
        end: member.end,
        isStatic: words.includes("static") ||
            words.includes("testmethod") ||
            words.includes("webservice") ||
            isLoose,
        isAbstract: isInterface || words.includes("abstract"),
        isVirtual: isInterface ||
            words.includes("virtual") ||
            words.includes("abstract") ||
            words.includes("override"),
        isOverride: words.includes("override"),
        visibility: isInterface ? "global" : visibilityOf(member.modifiers, "private"),
        annotations: annotationsOf(member.modifiers),
        isTest: isTest(member.modifiers),
        platformKeys: [],
    };
}
/** `dothing(Integer,List<Account>)` */
export function methodKey(name, parameters) {
    return `${name.toLowerCase()}(${displayTypes(parameters)})`;
}
function parameterSymbol(parameter, symbol, compilation) {
    return {
        kind: "local",
        name: parameter.name,
        type: resolveTypeName(parameter.type, symbol, compilation),
        at: parameter.at,
    };
}
function constructorSymbol(member, { symbol, compilation }) {
    const parameters = member.parameters.map((parameter) => parameterSymbol(parameter, symbol, compilation));
    return {
        kind: "constructor",
        owner: symbol,
        parameters,
        key: `constructor(${displayTypes(parameters.map(({ type }) => type))})`,
        at: member.at,
        visibility: visibilityOf(member.modifiers, "private"),
        annotations: annotationsOf(member.modifiers),
    };
}
function implicitConstructor(symbol) {
    return {
        kind: "constructor",
        owner: symbol,
        parameters: [],
        key: "constructor()",
        at: symbol.at,
        visibility: "public",
        annotations: [],
    };
}
function checkDistinctConstructors({ constructors }, report) {
    const seen = new Set();
    for (const { key, at, owner } of constructors) {
        if (seen.has(key))
            report.error(at, `Method already defined: <init> void ${owner.qualifiedName}.<init>() from the type ${owner.qualifiedName}`);
        seen.add(key);
    }
}
function keepDistinctFields(fields, report) {
    const seen = new Set();
    return fields.filter((field) => {
        const key = field.name.toLowerCase();
        const isNew = !seen.has(key);
        if (!isNew)
            report.error(field.at, `Duplicate field: ${field.name}`);
        seen.add(key);
        return isNew;
    });
}
function keepDistinctMethods(methods, report) {
    return methods.filter((method, index) => {
        const types = method.parameters.map(({ type }) => type);
        const isDuplicate = methods.slice(0, index).some((earlier) => earlier.name.toLowerCase() === method.name.toLowerCase() &&
            sameTypes(earlier.parameters.map(({ type }) => type), types));
        if (isDuplicate) {
            report.error(method.at, `Method already defined: ${displayType(method.returns)} ${method.name}(${types.map(displayType).join(", ")}) from the type ${method.owner.qualifiedName}`);
        }
        return !isDuplicate;
    });
}
