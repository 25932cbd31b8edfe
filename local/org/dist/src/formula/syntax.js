/** The syntax of a formula. Source: Salesforce Help, "Formula Operators and Functions". */
/** A formula that cannot be evaluated: its text is wrong, or uses what is not supported. The message is Salesforce's. */
export class FormulaFailure extends Error {
}
/** The node and all below it. */
export function* nodesOf(node) {
    yield node;
    if (node.kind === "operator")
        for (const operand of node.operands)
            yield* nodesOf(operand);
    if (node.kind === "call")
        for (const argument of node.arguments)
            yield* nodesOf(argument);
}
