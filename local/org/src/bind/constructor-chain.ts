import type { Block, ConstructorCall, ConstructorDeclaration, Position } from "../syntax/ast.ts";
import type { ConstructorSymbol } from "../types/symbols.ts";
import type { BodyContext } from "./body-context.ts";
import type { BoundConstructor } from "./bound.ts";
import { chosenConstructor } from "./expressions/construction.ts";
import { bindValue } from "./expressions/expression.ts";
import { convertedArguments } from "./expressions/invocation.ts";
import { fail } from "./report.ts";

type Chained = BoundConstructor["chained"];

/** What a constructor starts with, and the statements after it. */
export function splitChainedCall({ body }: ConstructorDeclaration): {
  /** null: the implicit `super()`. */
  readonly call: ConstructorCall | null;
  readonly rest: Block;
} {
  const [first, ...others] = body.statements;
  return first?.kind === "expressionStatement" && first.expression.kind === "constructorCall"
    ? { call: first.expression, rest: { ...body, statements: others } }
    : { call: null, rest: body };
}

export function explicitChain(
  call: ConstructorCall,
  constructor: ConstructorSymbol,
  context: BodyContext,
): Chained {
  const { at, of } = call;
  // Arguments are evaluated before there is an instance.
  const given = call.arguments.map((argument) =>
    bindValue(argument, { ...context, isStatic: true }),
  );
  const { owner } = constructor;
  const target = of === "this" ? owner : superclassOf(constructor);
  if (target === null) {
    if (owner.superclass === null && given.length > 0) {
      fail(at, `No super type defined: ${owner.qualifiedName}`);
    }
    return { of, target: null, arguments: given, at };
  }
  const chosen = chosenConstructor(target, given, at, context);
  return {
    of,
    target: chosen.symbol,
    arguments: convertedArguments(given, chosen.parameters, context),
    at,
  };
}

/** @throws to the report: "No default constructor available in super type: Foo" */
export function implicitChain(constructor: ConstructorSymbol, context: BodyContext): Chained {
  const at: Position = constructor.at;
  const superclass = superclassOf(constructor);
  if (superclass === null) return { of: "super", target: null, arguments: [], at };
  const target = superclass.constructors.find(({ parameters }) => parameters.length === 0);
  if (target === undefined && !superclass.isException) {
    context.report.error(
      at,
      `No default constructor available in super type: ${superclass.qualifiedName}`,
    );
  }
  return { of: "super", target: target ?? null, arguments: [], at };
}

function superclassOf({ owner }: ConstructorSymbol): ConstructorSymbol["owner"] | null {
  return owner.superclass?.kind === "class" ? owner.superclass.symbol : null;
}
