import * as js from "../js.js";
import { localNameOf } from "../local-names.js";
import { body, bodyWith } from "./blocks.js";
export function tryCatch(node, context) {
    return [
        {
            type: "TryStatement",
            block: body(node.body, context),
            handler: node.catches.length === 0 ? null : handler(node, context),
            finalizer: node.otherwise === null ? null : body(node.otherwise, context),
        },
    ];
}
function handler(node, context) {
    const caught = context.temporary();
    let chain = js.block([js.raise(js.name("$e"))]);
    for (const clause of node.catches.toReversed()) {
        const inner = bodyWith(clause.local, clause.body, context);
        chain = js.when(context.operate("instanceOf", js.name(caught), context.type(clause.type)), js.block([js.declare("let", localNameOf(clause.local), js.name(caught)), ...inner.body]), chain);
    }
    return {
        type: "CatchClause",
        param: js.name("$e"),
        body: js.block([
            // null for what Apex cannot catch: no clause matches it.
            js.statement(js.assign(js.name(caught), context.operate("caught", js.name("$e")))),
            chain,
        ]),
    };
}
