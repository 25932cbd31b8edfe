/** A formula's syntax tree → its value. */
import { ApexDecimal } from "../runtime/decimal.js";
import { formulaFunction } from "./functions/index.js";
import { applyOperator, negated } from "./operators.js";
import { FormulaFailure } from "./syntax.js";
/** @throws FormulaFailure, FormulaUndefined */
export function evaluateNode(node, scope) {
    switch (node.kind) {
        case "number":
            return ApexDecimal.parse(node.text);
        case "text":
            return node.text;
        case "boolean":
            return node.value;
        case "null":
            return null;
        case "name":
            return scope.valueOf(node.name);
        case "operator":
            return operation(node, scope);
        case "call":
            return called(node, scope);
    }
}
function operation({ operator, operands }, scope) {
    const [left, right] = operands;
    const value = (operand) => operand === undefined ? null : evaluateNode(operand, scope);
    switch (operator) {
        case "&&":
            return value(left) === true && value(right) === true;
        case "||":
            return value(left) === true || value(right) === true;
        case "!": {
            const condition = value(left);
            return typeof condition === "boolean" ? !condition : null;
        }
        case "+":
        case "-":
            if (right === undefined)
                return operator === "-" ? negated(value(left)) : value(left);
            return applyOperator(operator, value(left), value(right));
        default:
            return applyOperator(operator, value(left), value(right));
    }
}
function called({ name, arguments: arguments_ }, scope) {
    const known = formulaFunction(name);
    if (known === undefined)
        throw new FormulaFailure(`Unknown function ${name}. Check spelling.`);
    const calling = {
        now: scope.now,
        timeZone: scope.timeZone,
        valueOf: (identifier) => scope.valueOf(identifier),
        evaluate: (argument) => (argument === undefined ? null : evaluateNode(argument, scope)),
        fieldName: (argument) => {
            if (argument?.kind === "name")
                return argument.name;
            throw new FormulaFailure(`Incorrect parameter for function '${name}()'. Expected field reference.`);
        },
    };
    return known.run(arguments_, calling);
}
