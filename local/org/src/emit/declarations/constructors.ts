/**
 * Constructors: methods that run on a fresh object and give it back. The initialisers of the whole object, superclass first, have run
 * before any of them: a constructor's call of a virtual method finds the descendant's fields filled (as public suites rely on).
 */
import type * as es from "estree";
import type { BoundClass, BoundConstructor } from "../../bind/bound.ts";
import type { ClassSymbol } from "../../types/symbols.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { constructorKey, defaultConstructorKey, exceptionConstructorKey } from "../keys.ts";
import { localNameOf } from "../local-names.ts";
import { neverNullLocals } from "../nullness.ts";
import { statements } from "../statements/blocks.ts";

export function constructors(node: BoundClass, context: EmitContext): es.MethodDefinition[] {
  const declared = node.constructors.map((constructor) =>
    emitConstructor(node, constructor, context),
  );
  const implicit =
    node.constructors.length === 0 && !node.symbol.isException
      ? [implicitConstructor(node, context)]
      : [];
  return [
    ...declared,
    ...implicit,
    ...(node.symbol.isException ? [exceptionConstructor(node)] : []),
  ];
}

function onThis(key: string, values: readonly es.Expression[]): es.Statement {
  return js.statement(js.call(js.member(js.THIS, key), values));
}

/** The project class above, if there is one. */
function projectSuperclass(symbol: ClassSymbol): ClassSymbol | null {
  return symbol.superclass?.kind === "class" ? symbol.superclass.symbol : null;
}

function emitConstructor(
  node: BoundClass,
  constructor: BoundConstructor,
  context: EmitContext,
): es.MethodDefinition {
  const frame = `Class.${node.symbol.qualifiedName}.<init>`;
  const { symbol, body } = constructor;
  const emitted = context.inFunction(
    {
      frame,
      kind: "constructor",
      nonNull: neverNullLocals(body.statements),
      owner: node.symbol,
      isStatic: false,
      parameters: symbol.parameters,
    },
    () => [
      ...context.at(constructor.chained.at, () => chained(node, constructor, context)),
      ...statements(body.statements, context),
      js.give(js.THIS),
    ],
  );
  return js.method(
    constructorKey(node.symbol, symbol.key),
    symbol.parameters.map(localNameOf),
    emitted,
    { place: { ...symbol.at, frame } },
  );
}

function chained(
  node: BoundClass,
  constructor: BoundConstructor,
  context: EmitContext,
): es.Statement[] {
  const { of, target } = constructor.chained;
  const values = constructor.chained.arguments.map((argument) => context.expression(argument));
  if (target !== null) return [onThis(constructorKey(target.owner, target.key), values)];
  if (of === "this") return [onThis(exceptionConstructorKey(node.symbol), values)];
  const above = projectSuperclass(node.symbol);
  if (above === null) return node.symbol.isException ? [onThis("$exception", values)] : [];
  return [
    onThis(
      above.isException ? exceptionConstructorKey(above) : defaultConstructorKey(above),
      values,
    ),
  ];
}

function implicitConstructor(node: BoundClass, context: EmitContext): es.MethodDefinition {
  const frame = `Class.${node.symbol.qualifiedName}.<init>`;
  const above = projectSuperclass(node.symbol);
  const emitted = context.inFunction(
    {
      frame,
      kind: "constructor",
      nonNull: new Set(),
      owner: node.symbol,
      isStatic: false,
      parameters: [],
    },
    () => [...(above === null ? [] : [onThis(defaultConstructorKey(above), [])]), js.give(js.THIS)],
  );
  return js.method(defaultConstructorKey(node.symbol), [], emitted, {
    place: { ...node.symbol.at, frame },
  });
}

function exceptionConstructor(node: BoundClass): es.MethodDefinition {
  const above = projectSuperclass(node.symbol);
  const frame = `Class.${node.symbol.qualifiedName}.<init>`;
  return js.method(
    exceptionConstructorKey(node.symbol),
    ["$first", "$second"],
    [
      onThis(above === null ? "$exception" : exceptionConstructorKey(above), [
        js.name("$first"),
        js.name("$second"),
      ]),
      js.give(js.THIS),
    ],
    { place: { ...node.symbol.at, frame } },
  );
}
