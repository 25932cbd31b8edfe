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

/** Lists are walked by index and refuse changes meanwhile; sets over a copy of their elements, and notice them at the next. */
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
  const collection = context.temporary();
  const items = context.temporary();
  const index = context.temporary();
  // The temporaries belong to the function: a loop inside this one takes others.
  const loop: es.ForStatement = {
    type: "ForStatement",
    init: js.assign(js.name(index), js.literal(0)),
    test: js.binary("<", js.name(index), js.member(js.name(items), "length")),
    update:
      node.over === "set"
        ? js.assign(
            js.name(index),
            js.call(js.member(js.name(collection), "step", context.place), [
              js.name(items),
              js.name(index),
            ]),
          )
        : {
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
    js.statement(
      js.assign(
        js.name(items),
        js.call(js.member(js.name(collection), "beginIteration", context.place), []),
      ),
    ),
    js.finallyDo(
      [loop],
      [js.statement(js.call(js.member(js.name(collection), "endIteration"), [js.name(items)]))],
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
