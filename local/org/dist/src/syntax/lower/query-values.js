import { lowerExpression } from "./expressions.js";
import { stringOf } from "./literals.js";
import { lowerSubquery } from "./query.js";
import { optional, startOf, unknownConstruct } from "./tree.js";
export function lowerValue(tree, report) {
    const bound = optional(tree.boundExpression());
    if (bound !== null)
        return { kind: "bind", bind: lowerExpression(bound.expression(), report) };
    const string = optional(tree.StringLiteral()) ?? optional(tree.MultilineStringLiteral());
    if (string !== null)
        return { kind: "string", value: stringOf(string, report) };
    const list = optional(tree.valueList());
    if (list !== null) {
        return { kind: "list", values: list.value_list().map((value) => lowerValue(value, report)) };
    }
    const subquery = optional(tree.subQuery());
    if (subquery !== null)
        return { kind: "subquery", query: lowerSubquery(subquery, report) };
    const number = optional(tree.signedNumber());
    if (number !== null) {
        const text = number.getText();
        if (/d$/i.test(text))
            report(startOf(number), `Unexpected token '${text.slice(-1)}'.`);
        return { kind: "number", text: text.replace(/^\+/, "") };
    }
    return lowerConstant(tree);
}
function lowerConstant(tree) {
    const text = tree.getText();
    if (optional(tree.NULL()) !== null)
        return { kind: "null" };
    if (optional(tree.BooleanLiteral()) !== null) {
        return { kind: "boolean", value: text.toLowerCase() === "true" };
    }
    if (optional(tree.DateLiteral()) !== null)
        return { kind: "date", text };
    if (optional(tree.DateTimeLiteral()) !== null) {
        return { kind: "datetime", text: text.toUpperCase() };
    }
    if (optional(tree.TimeLiteral()) !== null)
        return { kind: "time", text: text.toUpperCase() };
    const formula = optional(tree.dateFormula());
    if (formula !== null)
        return lowerDateLiteral(formula);
    if (optional(tree.IntegralCurrencyLiteral()) !== null) {
        return { kind: "currency", code: text.slice(0, 3).toUpperCase(), amount: text.slice(3) };
    }
    throw unknownConstruct(tree);
}
function lowerDateLiteral(tree) {
    const n = optional(tree.signedInteger());
    return {
        kind: "dateLiteral",
        name: tree.start.text.toUpperCase(),
        n: n === null ? null : Number(n.getText()),
    };
}
