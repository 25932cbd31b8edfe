/** Field initialisers and initialiser blocks, instance and static, in textual order. */
import type * as es from "estree";
import type { BoundClass, BoundInitializer } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { hasAccessors, INITIALIZE, slotKey } from "../keys.ts";
import { neverNullLocals } from "../nullness.ts";
import { body } from "../statements/blocks.ts";

export function hasStaticInitialization(node: BoundClass): boolean {
  return node.staticInitializers.length > 0;
}

/** The first use of a class runs its static initialisers, whatever is used of it. */
export function touchStatics(node: BoundClass, context: EmitContext): es.Statement {
  return js.statement(
    js.call(js.member(context.classReference(node.symbol.qualifiedName), "$s"), []),
  );
}

function emitInitializers(
  nodes: readonly BoundInitializer[],
  holder: es.Expression,
  context: EmitContext,
): es.Statement[] {
  return nodes.flatMap((node) =>
    context.at(node.at, (): es.Statement[] => {
      if (node.kind === "block") return [body(node.body, context)];
      context.markLine(node.at.line);
      const key = hasAccessors(node.field) ? slotKey(node.field) : node.field.key;
      const cell: es.MemberExpression = {
        type: "MemberExpression",
        object: js.name("$l"),
        property: js.literal(node.at.line),
        computed: true,
        optional: false,
      };
      return [
        js.statement(js.assign(cell, js.literal(1))),
        js.statement(js.assign(js.member(holder, key), context.expression(node.value))),
      ];
    }),
  );
}

function blocksOf(nodes: readonly BoundInitializer[]): readonly unknown[] {
  return nodes.flatMap((node) => (node.kind === "block" ? node.body.statements : []));
}

/** `$init()`: fills the fields, the superclass's first, and gives the object back. */
export function initializers(node: BoundClass, context: EmitContext): es.MethodDefinition[] {
  if (node.instanceInitializers.length === 0 && !hasStaticInitialization(node)) return [];
  const frame = `Class.${node.symbol.qualifiedName}.<init>`;
  const emitted = context.inFunction(
    {
      frame,
      kind: "body",
      nonNull: neverNullLocals(blocksOf(node.instanceInitializers)),
      owner: node.symbol,
      isStatic: false,
      parameters: [],
    },
    () => [
      ...(hasStaticInitialization(node) ? [touchStatics(node, context)] : []),
      js.statement(js.call(js.member({ type: "Super" }, INITIALIZE), [])),
      ...emitInitializers(node.instanceInitializers, js.THIS, context),
      js.give(js.THIS),
    ],
  );
  return [js.method(INITIALIZE, [], emitted, { place: { ...node.symbol.at, frame } })];
}

/** `static $clinit($r)`: fills the transaction's record of this class. */
export function staticInitializer(node: BoundClass, context: EmitContext): es.MethodDefinition[] {
  if (!hasStaticInitialization(node)) return [];
  const frame = `Class.${node.symbol.qualifiedName}.<clinit>`;
  const emitted = context.inFunction(
    {
      frame,
      kind: "body",
      nonNull: neverNullLocals(blocksOf(node.staticInitializers)),
      owner: node.symbol,
      isStatic: true,
      parameters: [],
    },
    () => emitInitializers(node.staticInitializers, js.name("$r"), context),
  );
  return [
    js.method("$clinit", ["$r"], emitted, { isStatic: true, place: { ...node.symbol.at, frame } }),
  ];
}
