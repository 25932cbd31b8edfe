import { DECIMAL, DOUBLE, INTEGER, LONG } from "./well-known.js";
const TYPES = { Integer: INTEGER, Long: LONG, Double: DOUBLE, Decimal: DECIMAL };
export function numericOf(type) {
    if (type.kind !== "primitive")
        return null;
    switch (type.name) {
        case "Integer":
        case "Long":
        case "Double":
        case "Decimal":
            return type.name;
        default:
            return null;
    }
}
export function numericType(numeric) {
    return TYPES[numeric];
}
/**
 * The type an operation on two numbers yields: Decimal wins over Double, that over Long, that over Integer.
 * Source: Apex Developer Guide, "Expression Operators".
 */
export function promoted(a, b) {
    const both = [a, b];
    if (both.includes("Decimal"))
        return "Decimal";
    if (both.includes("Double"))
        return "Double";
    return both.includes("Long") ? "Long" : "Integer";
}
/** Integer → Long → Double → Decimal; Decimal narrows to Double without a cast too. */
export function widens(from, to) {
    switch (from) {
        case "Integer":
            return true;
        case "Long":
            return to !== "Integer";
        case "Double":
        case "Decimal":
            return to === "Double" || to === "Decimal";
    }
}
