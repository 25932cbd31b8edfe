import { assignability } from "../types/assignability.js";
import { displayType } from "../types/display.js";
import { sameType } from "../types/same-type.js";
import { fail } from "./report.js";
/** Statically a list, but Apex lets it become one record: `[SELECT …]` and `Database.query(…)`. */
export function isQuery(expression) {
    if (expression.kind === "soql")
        return expression.shape === "list";
    return (expression.kind === "platformCall" &&
        expression.owner === "System.Database" &&
        (expression.name === "query" || expression.name === "queryWithBinds"));
}
/** The expression as a value of the type, or null when no implicit conversion leads there. */
export function convertedTo(expression, to, hierarchy, purpose) {
    const result = assignability(expression.type, to, hierarchy, purpose);
    if (result.isAssignable)
        return withConversion(expression, result.conversion, to);
    if (to.kind !== "sobject" || !isQuery(expression))
        return null;
    const row = singleRow(expression);
    if (sameType(row.type, to) || to.name === "SObject")
        return row;
    return row.type.kind === "sobject" && row.type.name === "SObject"
        ? withConversion(row, { kind: "cast", to }, to)
        : null;
}
/** The only row of a query, as a record. */
export function singleRow(query, orNull = false) {
    const type = query.type.kind === "list" ? query.type.element : query.type;
    return {
        kind: "convert",
        conversion: { kind: "singleRow", orNull },
        value: query,
        type,
        at: query.at,
    };
}
/** @throws to the report: "Illegal assignment from String to Integer" */
export function assigned(expression, to, hierarchy, at) {
    const converted = convertedTo(expression, to, hierarchy, "assignment");
    return (converted ??
        fail(at, `Illegal assignment from ${displayType(expression.type)} to ${displayType(to)}`));
}
export function withConversion(expression, conversion, to) {
    if (conversion === null || isIdentity(conversion))
        return expression;
    return { kind: "convert", conversion, value: expression, type: to, at: expression.at };
}
function isIdentity(conversion) {
    return conversion.kind === "numeric" && conversion.from === conversion.to;
}
