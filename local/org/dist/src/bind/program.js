import { TypeHierarchy } from "../types/type-hierarchy.js";
import { bindClass } from "./class-bodies.js";
import { checkContracts } from "./declarations/contracts.js";
import { declareType } from "./declarations/declare.js";
import { breakCircles, markExceptions, resolveAncestors } from "./declarations/headers.js";
import { resolveMembers } from "./declarations/members.js";
import { assignPlatformKeys } from "./declarations/platform-keys.js";
import { bindAnonymousUnit, bindTriggerUnit } from "./loose-units.js";
import { Report } from "./report.js";
export function bindProgram(sources) {
    return new BoundProgram(sources);
}
class BoundProgram {
    classes;
    triggers;
    #compilation;
    /** By top-level class: what its headers have to say. */
    #reports;
    #units = new Map();
    #boundTriggers = new Map();
    constructor(sources) {
        this.triggers = sources.triggers;
        const topLevel = new Map();
        const declarations = new Map();
        const reports = new Map();
        this.#compilation = {
            schema: sources.schema,
            catalog: sources.catalog,
            hierarchy: new TypeHierarchy(sources.catalog),
            hasBehaviour: sources.hasBehaviour ?? (() => true),
            topLevel,
            declarations,
        };
        for (const { file, apiVersion, unit } of sources.classes) {
            const report = new Report(file);
            for (const declared of declareType(unit.declaration, null, apiVersion, report)) {
                const { symbol } = declared;
                declarations.set(symbol, declared.declaration);
                reports.set(symbol, report);
                if (symbol.outer !== null)
                    continue;
                const key = symbol.name.toLowerCase();
                if (topLevel.has(key))
                    report.error(symbol.at, `Type name already in use: ${symbol.name}`);
                else
                    topLevel.set(key, symbol);
            }
        }
        this.classes = [...topLevel.values()];
        this.#reports = reports;
        settleHeaders([...declarations.keys()], this.#compilation, reports);
    }
    findClass(qualifiedName) {
        const [outer = "", inner, ...deeper] = qualifiedName.toLowerCase().split(".");
        const symbol = this.#compilation.topLevel.get(outer);
        if (inner === undefined || symbol === undefined)
            return symbol;
        return deeper.length > 0
            ? undefined
            : symbol.inner.find(({ name }) => name.toLowerCase() === inner);
    }
    bindUnit(name) {
        const symbol = this.#compilation.topLevel.get(name.toLowerCase());
        if (symbol === undefined)
            return undefined;
        const known = this.#units.get(symbol);
        if (known !== undefined)
            return known;
        const bound = this.#bindClassUnit(symbol);
        this.#units.set(symbol, bound);
        return bound;
    }
    #bindClassUnit(symbol) {
        const report = this.#reports.get(symbol) ?? new Report(symbol.file);
        const compilation = this.#compilation;
        const dependencies = new Set();
        const symbols = [symbol, ...symbol.inner];
        for (const each of symbols)
            checkContracts(each, compilation, report);
        const classes = symbols.map((each) => bindClass(each, { compilation, report, dependencies }));
        dependencies.delete(symbol.qualifiedName);
        return {
            unit: { kind: "class", file: symbol.file, classes, dependencies: [...dependencies] },
            isRunnable: report.isRunnable,
            diagnostics: report.diagnostics,
        };
    }
    bindTrigger(name) {
        const key = name.toLowerCase();
        const source = this.triggers.find(({ unit }) => unit.name.toLowerCase() === key);
        if (source === undefined)
            return undefined;
        const bound = this.#boundTriggers.get(key) ?? bindTriggerUnit(source, this.#compilation);
        this.#boundTriggers.set(key, bound);
        return bound;
    }
    bindAnonymous(unit, file) {
        return bindAnonymousUnit(unit, file, this.#compilation);
    }
}
/** Ancestors of all, then members of all, superclasses before those who extend them. */
export function settleHeaders(symbols, compilation, reports, isLoose = () => false) {
    const reportOf = (symbol) => reports.get(symbol) ?? new Report(symbol.file);
    for (const symbol of symbols) {
        const declaration = compilation.declarations.get(symbol);
        if (declaration === undefined || declaration.kind === "enum")
            continue;
        resolveAncestors(symbol, declaration, compilation, reportOf(symbol));
    }
    breakCircles(symbols, reportOf);
    markExceptions(symbols, compilation, reportOf);
    const settled = new Set();
    const settle = (symbol) => {
        if (settled.has(symbol))
            return;
        settled.add(symbol);
        if (symbol.superclass?.kind === "class" && reports.has(symbol.superclass.symbol)) {
            settle(symbol.superclass.symbol);
        }
        const declaration = compilation.declarations.get(symbol);
        if (declaration === undefined || declaration.kind === "enum")
            return;
        resolveMembers(symbol, declaration, compilation, reportOf(symbol), isLoose(symbol));
    };
    symbols.forEach(settle);
    assignPlatformKeys(symbols, compilation);
}
