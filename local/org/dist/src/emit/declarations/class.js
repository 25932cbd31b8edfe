import * as js from "../js.js";
import { hasAccessors, slotKey } from "../keys.js";
import { constructors } from "./constructors.js";
import { methods } from "./methods.js";
import { accessors } from "./properties.js";
import { initializers, staticInitializer } from "./initializers.js";
export function emitClass(node, index, context) {
    const body = node.symbol.kind === "class"
        ? [
            ...storage(node),
            ...initializers(node, context),
            ...constructors(node, context),
            ...methods(node, context),
            ...accessors(node, context),
            ...staticInitializer(node, context),
        ]
        : [];
    const definition = {
        type: "ClassExpression",
        id: js.name(`${node.symbol.qualifiedName.replaceAll(".", "$")}$`),
        superClass: js.name("$Base"),
        body: { type: "ClassBody", body },
    };
    return js.statement(js.call(js.member(js.name("$"), "define"), [
        js.literal(index),
        {
            type: "ArrowFunctionExpression",
            params: [js.name("$Base")],
            body: definition,
            expression: true,
            async: false,
        },
    ]));
}
/** Every field starts as null, in the order written: one shape for all instances. */
function storage(node) {
    return node.symbol.fields
        .filter((field) => !field.isStatic)
        .map((field) => js.property(hasAccessors(field) ? slotKey(field) : field.key, js.NULL));
}
