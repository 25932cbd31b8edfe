import { lowerExpression } from "./expressions.js";
import { integerLiteral, longLiteral, stringOf } from "./literals.js";
import { lowerBlock } from "./statements.js";
import { identifier, optional, positionOfTerminal, startOf } from "./tree.js";
import { lowerType } from "./types.js";
export function lowerSwitch(tree, report) {
    const cases = [];
    let otherwise = null;
    for (const control of tree.whenControl_list()) {
        const value = control.whenValue();
        const body = lowerBlock(control.block(), report);
        const at = startOf(control);
        if (otherwise !== null) {
            report(at, "The 'when else' block must be the last 'when' block of a switch statement");
        }
        const type = optional(value.typeRef());
        if (optional(value.ELSE()) !== null) {
            otherwise = body;
        }
        else if (type !== null) {
            const name = identifier(value.id(), report);
            cases.push({ kind: "type", type: lowerType(type, report), name, body, at });
        }
        else {
            const values = value.whenLiteral_list().map((literal) => lowerWhenLiteral(literal, report));
            cases.push({ kind: "values", values, body, at });
        }
    }
    return {
        kind: "switch",
        subject: lowerExpression(tree.expression(), report),
        cases,
        otherwise,
        at: startOf(tree),
    };
}
function lowerWhenLiteral(tree, report) {
    const at = startOf(tree);
    const name = optional(tree.qualifiedName());
    if (name !== null)
        return lowerDottedName(name, report);
    const inner = optional(tree.whenLiteral());
    if (inner !== null)
        return lowerWhenLiteral(inner, report);
    const string = optional(tree.StringLiteral()) ?? optional(tree.MultilineStringLiteral());
    if (string !== null) {
        return { kind: "literal", type: "string", text: stringOf(string, report), at };
    }
    const integer = optional(tree.IntegerLiteral());
    const long = optional(tree.LongLiteral());
    const number = integer !== null
        ? integerLiteral(integer.getText(), positionOfTerminal(integer), report)
        : long !== null
            ? longLiteral(long.getText(), positionOfTerminal(long), report)
            : null;
    if (number === null) {
        return { kind: "literal", type: "null", text: "null", at };
    }
    return tree.SUB_list().length % 2 === 0
        ? number
        : { kind: "unary", operator: "-", operand: number, at };
}
function lowerDottedName(tree, report) {
    const at = startOf(tree);
    const [first = "", ...rest] = tree.id_list().map((id) => identifier(id, report));
    return rest.reduce((target, name) => ({ kind: "fieldAccess", target, name, isSafe: false, at }), { kind: "name", name: first, at });
}
