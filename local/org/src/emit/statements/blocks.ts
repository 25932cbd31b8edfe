/** Blocks, locals, expression statements, returns. */
import type * as es from "estree";
import type { BoundBlock, BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
import { effect } from "../expressions/assignment.ts";
import * as js from "../js.ts";
import type { LocalSymbol } from "../../types/symbols.ts";

type Node<K extends BoundStatement["kind"]> = Extract<BoundStatement, { readonly kind: K }>;

/** Statements that are executable lines themselves; a block is not, its statements are. */
function isExecutable(node: BoundStatement): boolean {
  return node.kind !== "block" && !(node.kind === "local" && node.value === null);
}

/** The statements of a body, each preceded by its coverage mark where its line differs from the one before. */
export function statements(nodes: readonly BoundStatement[], context: EmitContext): es.Statement[] {
  return context.inBlock(() => {
    const emitted: es.Statement[] = [];
    let lastLine = 0;
    for (const node of nodes) {
      if (isExecutable(node) && node.at.line !== lastLine) {
        lastLine = node.at.line;
        emitted.push(mark(node.at.line, context));
      }
      emitted.push(...context.statement(node));
    }
    return emitted;
  });
}

/** `$l[12] = 1`. */
function mark(line: number, context: EmitContext): es.Statement {
  context.markLine(line);
  const cell: es.MemberExpression = {
    type: "MemberExpression",
    object: js.name("$l"),
    property: js.literal(line),
    computed: true,
    optional: false,
  };
  return js.statement(js.assign(cell, js.literal(1)));
}

/** A body as a block, whatever statement it is. */
export function body(node: BoundStatement | null, context: EmitContext): es.BlockStatement {
  if (node === null) return js.block([]);
  return js.block(statements(node.kind === "block" ? node.statements : [node], context));
}

export function blockStatement(node: BoundBlock, context: EmitContext): readonly es.Statement[] {
  return [body(node, context)];
}

export function local(node: Node<"local">, context: EmitContext): readonly es.Statement[] {
  const value = node.value === null ? js.NULL : context.expression(node.value);
  context.declareLocal(node.local);
  return [context.declaration(node.local, value)];
}

/** The body of something that declares a variable in front of it: a loop, a catch clause, a branch of a switch. */
export function bodyWith(
  variable: LocalSymbol,
  node: BoundStatement | null,
  context: EmitContext,
): es.BlockStatement {
  return context.inBlock(() => {
    context.declareLocal(variable);
    return body(node, context);
  });
}

export function expression(
  node: Node<"expression">,
  context: EmitContext,
): readonly es.Statement[] {
  return [js.statement(effect(node.expression, context))];
}

export function giveBack(node: Node<"return">, context: EmitContext): readonly es.Statement[] {
  if (node.value !== null) return [js.give(context.expression(node.value))];
  return [js.give(context.scope.kind === "constructor" ? js.THIS : null)];
}

export function throwIt(node: Node<"throw">, context: EmitContext): readonly es.Statement[] {
  return [js.raise(context.operate("thrown", context.expression(node.value)))];
}
