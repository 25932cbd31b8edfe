import { displayType } from "../../types/display.js";
import { fail } from "../report.js";
import { resolveTypeName } from "../type-names.js";
/** Sets `superclass` and `interfaces`. Run for every class before any member is resolved. */
export function resolveAncestors(symbol, declaration, compilation, report) {
    if (declaration.kind === "class" && declaration.superclass !== null) {
        const { superclass } = declaration;
        symbol.superclass = report.attempt(() => superclassNamed(superclass, symbol, compilation));
    }
    symbol.interfaces = declaration.interfaces.flatMap((typeName) => {
        const type = report.attempt(() => interfaceNamed(typeName, symbol, compilation));
        return type === null ? [] : [type];
    });
}
function superclassNamed(typeName, symbol, compilation) {
    const type = resolveTypeName(typeName, fromOutside(symbol), compilation);
    if (type.kind === "class" && type.symbol.kind === "class") {
        if (!type.symbol.isVirtual && !type.symbol.isAbstract) {
            // Exceptions are virtual by nature.
            const ancestor = compilation.declarations.get(type.symbol);
            const isException = ancestor?.kind === "class" &&
                ancestor.superclass !== null &&
                type.symbol.name.toLowerCase().endsWith("exception");
            if (!isException) {
                fail(typeName.at, `Non-virtual and non-abstract type cannot be extended: ${displayType(type)}`);
            }
        }
        return type;
    }
    if (type.kind !== "platform" || compilation.catalog.find(type.name)?.kind !== "class") {
        fail(typeName.at, `Invalid super type: ${displayType(type)}`);
    }
    return type;
}
function interfaceNamed(typeName, symbol, compilation) {
    const type = resolveTypeName(typeName, fromOutside(symbol), compilation);
    if (!compilation.hierarchy.isInterface(type)) {
        fail(typeName.at, `Invalid interface: ${displayType(type)}`);
    }
    return type;
}
/** A header may name the class's own inner types, as `implements Comparable` never needs but `extends Base.Inner` does. */
function fromOutside(symbol) {
    return symbol.outer ?? symbol;
}
/** Cuts circles, so that whoever walks up the ancestors arrives somewhere. */
export function breakCircles(symbols, reportOf) {
    for (const symbol of symbols) {
        if (!reaches(symbol, symbol, new Set()))
            continue;
        reportOf(symbol).error(symbol.at, `Circular definition: ${symbol.qualifiedName}`);
        symbol.superclass = null;
        symbol.interfaces = [];
    }
}
function reaches(from, target, seen) {
    const ancestors = from.superclass === null ? from.interfaces : [from.superclass, ...from.interfaces];
    return ancestors.some((type) => {
        if (type.kind !== "class")
            return false;
        if (type.symbol === target)
            return true;
        if (seen.has(type.symbol))
            return false;
        seen.add(type.symbol);
        return reaches(type.symbol, target, seen);
    });
}
export function markExceptions(symbols, compilation, reportOf) {
    for (const symbol of symbols) {
        symbol.isException = compilation.hierarchy
            .classesOf({ kind: "class", symbol })
            .some((ancestor) => ancestor.kind === "platform" && compilation.hierarchy.isException(ancestor));
        if (symbol.isException && !symbol.name.toLowerCase().endsWith("exception")) {
            reportOf(symbol).error(symbol.at, `Classes extending Exception must have a name ending in 'Exception': ${symbol.qualifiedName}`);
        }
    }
}
