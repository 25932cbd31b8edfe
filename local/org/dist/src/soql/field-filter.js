/** Filters as metadata writes them, of roll-up summaries and sharing rules. Source: Metadata API Developer Guide, "FilterItem". */
import { ApexDecimal } from "../runtime/decimal.js";
import { comparable, compare, comparisonKind } from "./comparison-kind.js";
import { readField } from "./row-reader.js";
/** Several values, with commas between them, are alternatives. */
export function passesFilter(environment, describe, row, filter) {
    const field = describe.fields.get(filter.field.split(".").at(-1)?.toLowerCase() ?? "");
    if (field === undefined)
        return false;
    const kind = comparisonKind(field);
    const actual = comparable(kind, readField(environment, row, field));
    const text = String(actual ?? "").toLowerCase();
    const wanted = filter.value.split(",").map((value) => value.trim().toLowerCase());
    const order = () => actual === null
        ? Number.NaN
        : compare(actual, kind === "number"
            ? comparable("number", ApexDecimal.parse(filter.value))
            : filter.value.toLowerCase());
    const isEqual = kind === "number" && filter.value !== "" ? order() === 0 : wanted.includes(text);
    switch (filter.operation) {
        case "equals":
            return isEqual;
        case "notEqual":
            return !isEqual;
        case "lessThan":
            return order() < 0;
        case "lessOrEqual":
            return order() <= 0;
        case "greaterThan":
            return order() > 0;
        case "greaterOrEqual":
            return order() >= 0;
        case "contains":
            return wanted.some((value) => text.includes(value));
        case "notContain":
            return !wanted.some((value) => text.includes(value));
        case "startsWith":
            return wanted.some((value) => text.startsWith(value));
        case "includes":
            return wanted.some((value) => text.split(";").includes(value));
        case "excludes":
            return !wanted.some((value) => text.split(";").includes(value));
        default:
            throw new Error(`filter operation ${filter.operation} on ${field.object}.${field.name} is not known`);
    }
}
