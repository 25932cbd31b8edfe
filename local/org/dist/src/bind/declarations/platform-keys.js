/**
 * Under which further names a project method is called: `System.Queueable.execute` when it implements a platform interface, `getMessage`
 * when it overrides a platform class's method, `equals`, `hashCode`, `toString`; and the key of an interface's method that it implements
 * with wider parameters.
 */
import { assignability } from "../../types/assignability.js";
import { sameTypes } from "../../types/same-type.js";
import { declaredMethods, methodsNamed } from "../candidates.js";
export function assignPlatformKeys(symbols, compilation) {
    const keys = new Map();
    for (const symbol of symbols) {
        if (symbol.kind !== "class")
            continue;
        for (const ancestor of compilation.hierarchy.supertypesOf({ kind: "class", symbol })) {
            for (const [method, key] of wantedByProject(symbol, ancestor, compilation))
                keys.set(method, (keys.get(method) ?? new Set()).add(key));
            if (ancestor.kind !== "platform")
                continue;
            const isInterface = compilation.hierarchy.isInterface(ancestor);
            for (const declared of declaredMethods(ancestor, compilation)) {
                if (declared.kind !== "platform" || declared.isStatic)
                    continue;
                const method = implementationOf(symbol, declared, compilation);
                if (method === null)
                    continue;
                const key = isInterface ? `${ancestor.name}.${declared.name}` : declared.name;
                keys.set(method, (keys.get(method) ?? new Set()).add(key));
            }
        }
        for (const method of symbol.methods) {
            const key = objectMethodKey(method);
            if (key !== null)
                keys.set(method, (keys.get(method) ?? new Set()).add(key));
        }
    }
    for (const [method, found] of keys) {
        Object.assign(method, { platformKeys: [...found] });
    }
}
/** The methods that the class owes an ancestor of the project and has under another name. */
function wantedByProject(symbol, ancestor, compilation) {
    if (ancestor.kind !== "class")
        return [];
    return ancestor.symbol.methods.flatMap((declared) => {
        if (!declared.isAbstract || declared.isStatic)
            return [];
        const method = implementationOfInterface(symbol, declared, compilation);
        if (method === null)
            return [];
        // A private method is hidden from other classes, but not from the abstract one it implements.
        const isHidden = method.visibility === "private" && !method.isOverride && !method.isVirtual;
        const isWider = method.key !== declared.key;
        if (isWider && ancestor.symbol.kind !== "interface")
            return [];
        // Salesforce lets a static method implement an interface's.
        return isHidden || isWider || method.isStatic ? [[method, declared.key]] : [];
    });
}
/**
 * The method, the class's own or an inherited one, that answers to an interface's: one with the same parameters, else one whose
 * parameters take all that the interface's do. (Salesforce accepts the latter: `getAll(Object)` for `getAll(SObject)`.)
 */
export function implementationOfInterface(symbol, declared, compilation) {
    const { hierarchy } = compilation;
    const candidates = hierarchy
        .classesOf({ kind: "class", symbol })
        .flatMap((type) => (type.kind === "class" ? type.symbol.methods : []))
        .filter((method) => !method.isAbstract);
    const takesAll = (method) => method.name.toLowerCase() === declared.name.toLowerCase() &&
        method.parameters.length === declared.parameters.length &&
        method.parameters.every(({ type }, index) => {
            const given = declared.parameters[index];
            if (given === undefined)
                return false;
            const passing = assignability(given.type, type, hierarchy, "argument");
            return passing.isAssignable && passing.conversion === null;
        });
    return candidates.find(({ key }) => key === declared.key) ?? candidates.find(takesAll) ?? null;
}
/** The project's method, the class's own or an inherited one, that answers to a platform declaration. */
export function implementationOf(symbol, declared, compilation) {
    const candidates = methodsNamed(declared.name, { kind: "class", symbol }, compilation).filter((candidate) => candidate.kind === "project" && candidate.parameters.length === declared.parameters.length);
    const found = candidates.find(({ parameters }) => sameTypes(parameters, declared.parameters)) ??
        // Type arguments may differ: execute(BatchableContext, List<Account>) implements Batchable<SObject>.
        candidates.find((candidate) => candidate.parameters.every((parameter, index) => {
            const wanted = declared.parameters[index];
            return wanted !== undefined && parameter.kind === wanted.kind;
        }));
    return found?.kind === "project" ? found.method : null;
}
function objectMethodKey(method) {
    if (method.isStatic)
        return null;
    switch (method.key) {
        case "tostring()":
            return "toString";
        case "hashcode()":
            return "hashCode";
        case "equals(Object)":
            return "equals";
        default:
            return null;
    }
}
