/** A class: `$.define(0, ($Base) => class extends $Base { … })`. */
import type * as es from "estree";
import type { BoundClass } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { hasAccessors, slotKey } from "../keys.ts";
import { constructors } from "./constructors.ts";
import { methods } from "./methods.ts";
import { accessors } from "./properties.ts";
import { initializers, staticInitializer } from "./initializers.ts";

export function emitClass(node: BoundClass, index: number, context: EmitContext): es.Statement {
  const body: es.ClassBody["body"] =
    node.symbol.kind === "class"
      ? [
          ...storage(node),
          ...initializers(node, context),
          ...constructors(node, context),
          ...methods(node, context),
          ...accessors(node, context),
          ...staticInitializer(node, context),
        ]
      : [];
  const definition: es.ClassExpression = {
    type: "ClassExpression",
    id: js.name(`${node.symbol.qualifiedName.replaceAll(".", "$")}$`),
    superClass: js.name("$Base"),
    body: { type: "ClassBody", body },
  };
  return js.statement(
    js.call(js.member(js.name("$"), "define"), [
      js.literal(index),
      {
        type: "ArrowFunctionExpression",
        params: [js.name("$Base")],
        body: definition,
        expression: true,
        async: false,
      },
    ]),
  );
}

/** Every field starts as null, in the order written: one shape for all instances. */
function storage(node: BoundClass): es.PropertyDefinition[] {
  return node.symbol.fields
    .filter((field) => !field.isStatic)
    .map((field) => js.property(hasAccessors(field) ? slotKey(field) : field.key, js.NULL));
}
