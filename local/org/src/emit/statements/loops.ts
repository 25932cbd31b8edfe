/** Loops. Each turn ticks, so that an endless loop meets the CPU limit. */
import type * as es from "estree";
import type { BoundStatement } from "../../bind/bound.ts";
import { required, requiredExpression } from "../chain.ts";
import type { EmitContext } from "../context.ts";
import { converted } from "../expressions/conversions.ts";
import { effect } from "../expressions/assignment.ts";
import { preparedQuery } from "../expressions/org.ts";
import * as js from "../js.ts";
import type { LocalSymbol } from "../../types/symbols.ts";
import { localNameOf } from "../local-names.ts";
import { body, bodyWith } from "./blocks.ts";

type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, { readonly kind: K }>;

function ticking(
  node: BoundStatement | null,
  context: EmitContext,
  variable: LocalSymbol | null = null,
): es.BlockStatement {
  const inner = variable === null ? body(node, context) : bodyWith(variable, node, context);
  return js.block([js.statement(context.operate("tick")), ...inner.body]);
}

export function whileLoop(node: Node<"while">, context: EmitContext): readonly es.Statement[] {
  return [
    {
      type: "WhileStatement",
      test: requiredExpression(node.condition, context),
      body: ticking(node.body, context),
    },
  ];
}

export function doWhileLoop(node: Node<"doWhile">, context: EmitContext): readonly es.Statement[] {
  return [
    {
      type: "DoWhileStatement",
      test: requiredExpression(node.condition, context),
      body: ticking(node.body, context),
    },
  ];
}

export function forLoop(node: Node<"for">, context: EmitContext): readonly es.Statement[] {
  return context.inBlock(() => {
    const initializers = node.initializers.flatMap((initializer) => context.statement(initializer));
    const updates = node.updates.map((update) => effect(update, context));
    const loop: es.ForStatement = {
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

/** Lists are walked by index, sets over a copy of their elements; both notice changes at the next element. */
export function forEachLoop(node: Node<"forEach">, context: EmitContext): readonly es.Statement[] {
  const element = (value: es.Expression): es.Statement =>
    js.declare(
      "let",
      localNameOf(node.local),
      node.conversion === null ? value : converted(node.conversion, value, context),
    );
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
  return node.over === "set"
    ? setLoop(source, node, element, context)
    : listLoop(source, node, element, context);
}

type ElementOf = (value: es.Expression) => es.Statement;

/** `index` and `items` are temporaries of the function: a loop inside this one takes others. */
function indexLoop(
  index: string,
  items: es.Expression,
  next: es.Expression,
  node: Node<"forEach">,
  element: ElementOf,
  context: EmitContext,
): es.ForStatement {
  return {
    type: "ForStatement",
    init: js.assign(js.name(index), js.literal(0)),
    test: js.binary("<", js.name(index), js.member(items, "length")),
    update: js.assign(js.name(index), next),
    body: js.block([
      element({
        type: "MemberExpression",
        object: items,
        property: js.name(index),
        computed: true,
        optional: false,
      }),
      ...ticking(node.body, context, node.local).body,
    ]),
  };
}

function listLoop(
  source: es.Expression,
  node: Node<"forEach">,
  element: ElementOf,
  context: EmitContext,
): readonly es.Statement[] {
  const list = js.name(context.temporary());
  const changes = js.name(context.temporary());
  const index = context.temporary();
  const next = js.call(js.member(list, "step", context.place), [js.name(index), changes]);
  return [
    js.statement(js.assign(list, source)),
    js.statement(js.assign(changes, js.member(list, "changes", context.place))),
    indexLoop(index, js.member(list, "items"), next, node, element, context),
  ];
}

function setLoop(
  source: es.Expression,
  node: Node<"forEach">,
  element: ElementOf,
  context: EmitContext,
): readonly es.Statement[] {
  const set = js.name(context.temporary());
  const items = js.name(context.temporary());
  const index = context.temporary();
  const next = js.call(js.member(set, "step", context.place), [items, js.name(index)]);
  return [
    js.statement(js.assign(set, source)),
    js.statement(js.assign(items, js.call(js.member(set, "beginIteration", context.place), []))),
    js.finallyDo(
      [indexLoop(index, items, next, node, element, context)],
      [js.statement(js.call(js.member(set, "endIteration"), [items]))],
    ),
  ];
}

/** The query runs once; a `batch` loop hands out lists of 200. */
export function forQueryLoop(
  node: Node<"forQuery">,
  context: EmitContext,
): readonly es.Statement[] {
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

export function breakOut(): readonly es.Statement[] {
  return [{ type: "BreakStatement", label: null }];
}

export function continueOn(): readonly es.Statement[] {
  return [{ type: "ContinueStatement", label: null }];
}
