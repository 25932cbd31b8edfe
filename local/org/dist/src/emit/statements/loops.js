import { required, requiredExpression } from "../chain.js";
import { converted } from "../expressions/conversions.js";
import { effect } from "../expressions/assignment.js";
import { preparedQuery } from "../expressions/org.js";
import * as js from "../js.js";
import { localNameOf } from "../local-names.js";
import { body, bodyWith } from "./blocks.js";
function ticking(node, context, variable = null) {
    const inner = variable === null ? body(node, context) : bodyWith(variable, node, context);
    return js.block([js.statement(context.operate("tick")), ...inner.body]);
}
export function whileLoop(node, context) {
    return [
        {
            type: "WhileStatement",
            test: requiredExpression(node.condition, context),
            body: ticking(node.body, context),
        },
    ];
}
export function doWhileLoop(node, context) {
    return [
        {
            type: "DoWhileStatement",
            test: requiredExpression(node.condition, context),
            body: ticking(node.body, context),
        },
    ];
}
export function forLoop(node, context) {
    return context.inBlock(() => {
        const initializers = node.initializers.flatMap((initializer) => context.statement(initializer));
        const updates = node.updates.map((update) => effect(update, context));
        const loop = {
            type: "ForStatement",
            init: null,
            test: node.condition === null ? null : requiredExpression(node.condition, context),
            update: updates.length === 0 ? null : js.sequence(updates),
            body: ticking(node.body, context),
        };
        // In front of the loop, in a block: JavaScript would copy the variables of a `let` head on every turn.
        return initializers.length === 0 ? [loop] : [js.block([...initializers, loop])];
    });
}
/** Lists are walked by index, sets over a copy of their elements; both refuse changes meanwhile. */
export function forEachLoop(node, context) {
    const element = (value) => js.declare("let", localNameOf(node.local), node.conversion === null ? value : converted(node.conversion, value, context));
    const source = required(node.iterable, context.expression(node.iterable), context);
    if (node.over === "iterable") {
        const inner = ticking(node.body, context, node.local);
        const item = context.temporary();
        return [
            {
                type: "ForOfStatement",
                await: false,
                left: js.declare("const", `${item}_`, null),
                right: context.operate("iterate", source),
                body: js.block([element(js.name(`${item}_`)), ...inner.body]),
            },
        ];
    }
    const collection = context.temporary();
    const items = context.temporary();
    const index = context.temporary();
    // The temporaries belong to the function: a loop inside this one takes others.
    const loop = {
        type: "ForStatement",
        init: js.assign(js.name(index), js.literal(0)),
        test: js.binary("<", js.name(index), js.member(js.name(items), "length")),
        update: {
            type: "UpdateExpression",
            operator: "++",
            prefix: false,
            argument: js.name(index),
        },
        body: js.block([
            element({
                type: "MemberExpression",
                object: js.name(items),
                property: js.name(index),
                computed: true,
                optional: false,
            }),
            ...ticking(node.body, context, node.local).body,
        ]),
    };
    return [
        js.statement(js.assign(js.name(collection), source)),
        js.statement(js.assign(js.name(items), js.call(js.member(js.name(collection), "beginIteration", context.place), []))),
        js.finallyDo([loop], [js.statement(js.call(js.member(js.name(collection), "endIteration"), []))]),
    ];
}
/** The query runs once; a `batch` loop hands out lists of 200. */
export function forQueryLoop(node, context) {
    const rows = js.call(preparedQuery(node.query, "list", context), [
        js.array(node.query.binds.map((bind) => context.expression(bind))),
    ]);
    return [
        {
            type: "ForOfStatement",
            await: false,
            left: js.declare("let", localNameOf(node.local), null),
            right: node.each === "batch" ? context.operate("batchesOf200", rows) : rows,
            body: ticking(node.body, context, node.local),
        },
    ];
}
export function breakOut() {
    return [{ type: "BreakStatement", label: null }];
}
export function continueOn() {
    return [{ type: "ContinueStatement", label: null }];
}
