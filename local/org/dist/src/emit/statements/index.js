import * as blocks from "./blocks.js";
import * as branches from "./branches.js";
import * as exceptions from "./exceptions.js";
import * as loops from "./loops.js";
import * as org from "./org.js";
const visitors = {
    block: blocks.blockStatement,
    local: blocks.local,
    expression: blocks.expression,
    if: branches.ifElse,
    while: loops.whileLoop,
    doWhile: loops.doWhileLoop,
    for: loops.forLoop,
    forEach: loops.forEachLoop,
    forQuery: loops.forQueryLoop,
    switchValues: branches.switchValues,
    switchTypes: branches.switchTypes,
    return: blocks.giveBack,
    break: loops.breakOut,
    continue: loops.continueOn,
    throw: blocks.throwIt,
    try: exceptions.tryCatch,
    dml: org.dml,
    runAs: org.runAs,
};
export function emitStatement(node, context) {
    // The table's mapped type pairs each kind with the visitor of exactly that kind.
    const visit = visitors[node.kind];
    return visit(node, context);
}
