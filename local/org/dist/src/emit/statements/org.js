import { sharingOf } from "../expressions/org.js";
import * as js from "../js.js";
import { statements } from "./blocks.js";
export function dml(node, context) {
    return [
        js.statement(context.operate("dml", js.literal(node.operation, context.place), context.expression(node.target), node.losers === null ? js.NULL : context.expression(node.losers), js.literal(node.externalIdField), js.literal(node.access ?? "system"), js.literal(sharingOf(context)))),
    ];
}
export function runAs(node, context) {
    const outer = context.temporary();
    return [
        js.statement(js.assign(js.name(outer), context.operate("beginRunAs", ...node.arguments.map((argument) => context.expression(argument))))),
        js.finallyDo(statements(node.body.statements, context), [
            js.statement(context.operate("endRunAs", js.name(outer))),
        ]),
    ];
}
