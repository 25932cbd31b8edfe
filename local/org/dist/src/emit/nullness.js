/** Platform methods that never give null, whatever they are called on. */
const NEVER_NULL = new Set([
    "size",
    "isEmpty",
    "contains",
    "containsKey",
    "containsAll",
    "containsIgnoreCase",
    "length",
    "equals",
    "equalsIgnoreCase",
    "startsWith",
    "endsWith",
    "hashCode",
    "isBlank",
    "isNotBlank",
    "isEmpty",
    "isNotEmpty",
    "hasNext",
    "keySet",
    "values",
    "now",
    "today",
    "indexOf",
    "join",
]);
export function isNeverNull(node, locals) {
    switch (node.kind) {
        case "literal":
            return node.value.kind !== "null";
        case "local":
            return locals.has(node.local);
        case "platformCall":
            return !node.isSafe && NEVER_NULL.has(node.name);
        case "convert":
            return ((node.conversion.kind === "numeric" ||
                (node.conversion.kind === "singleRow" && !node.conversion.orNull)) &&
                isNeverNull(node.value, locals));
        case "conditional":
            return isNeverNull(node.then, locals) && isNeverNull(node.otherwise, locals);
        case "coalesce":
            return isNeverNull(node.right, locals);
        case "assign":
            return isNeverNull(node.value, locals);
        case "compoundAssign":
            return isNeverNull(node.operation, locals);
        case "this":
        case "enumConstant":
        case "platformEnumConstant":
        case "new":
        case "newPlatform":
        case "newRecord":
        case "newList":
        case "newSet":
        case "newMap":
        case "copyCollection":
        case "sizedList":
        case "instanceOf":
        case "arithmetic":
        case "dateArithmetic":
        case "negate":
        case "complement":
        case "concat":
        case "booleanOperation":
        case "logical":
        case "not":
        case "comparison":
        case "equality":
        case "identity":
        case "increment":
        case "classLiteral":
        case "objectToken":
        case "fieldToken":
        case "objectDescribe":
        case "fieldDescribe":
        case "soql":
        case "sosl":
            return true;
        default:
            return false;
    }
}
function isNode(value) {
    return typeof value === "object" && value !== null && "kind" in value && "at" in value;
}
/** Keys whose values are symbols, types or queries: nothing inside them assigns a local. */
const NOT_CODE = new Set([
    "at",
    "type",
    "local",
    "field",
    "method",
    "symbol",
    "constructor",
    "targetType",
    "query",
    "conversion",
    "element",
    "tested",
    "of",
    "enumType",
]);
function collect(value, writes) {
    if (Array.isArray(value)) {
        for (const item of value)
            collect(item, writes);
        return;
    }
    if (typeof value !== "object" || value === null)
        return;
    if (isNode(value)) {
        // Every object with a kind and a position inside a bound body is a statement or an expression of it.
        const node = value;
        if (node.kind === "local" && "value" in node)
            writes.push({ local: node.local, value: node.value });
        if (node.kind === "assign" && node.target.kind === "local")
            writes.push({ local: node.target.local, value: node.value });
        if (node.kind === "compoundAssign" && node.target.kind === "local")
            writes.push({ local: node.target.local, value: node.operation });
        if (node.kind === "forEach" || node.kind === "forQuery")
            writes.push({ local: node.local, value: null });
    }
    for (const [key, child] of Object.entries(value))
        if (!NOT_CODE.has(key))
            collect(child, writes);
}
/** The locals that only ever hold values that are never null. Parameters are not among them. */
export function neverNullLocals(body) {
    const writes = [];
    collect(body, writes);
    const candidates = new Set(writes.filter(declares).map((write) => write.local));
    let isStable = false;
    while (!isStable) {
        isStable = true;
        for (const write of writes) {
            if (!candidates.has(write.local))
                continue;
            if (write.value !== null && isNeverNull(write.value, candidates))
                continue;
            candidates.delete(write.local);
            isStable = false;
        }
    }
    return candidates;
}
/** Anything declared without a value starts as null. */
function declares(write) {
    return write.value !== null;
}
