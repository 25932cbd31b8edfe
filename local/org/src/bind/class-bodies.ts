/** Third phase, on demand: the bodies of one class. */
import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  FieldDeclaration,
  InitializerBlock,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  Position,
} from "../syntax/ast.ts";
import type { ClassSymbol, ConstructorSymbol, FieldSymbol, LocalSymbol } from "../types/symbols.ts";
import { VOID } from "../types/well-known.ts";
import { mention, type BodyContext } from "./body-context.ts";
import type {
  BoundAccessor,
  BoundBlock,
  BoundClass,
  BoundConstructor,
  BoundInitializer,
  BoundMethod,
} from "./bound.ts";
import type { Compilation } from "./compilation.ts";
import { assigned } from "./conversions.ts";
import { explicitChain, implicitChain, splitChainedCall } from "./constructor-chain.ts";
import type { Type } from "../types/type.ts";
import { mentionType } from "./expressions/casts.ts";
import { bindExpression } from "./expressions/expression.ts";
import { canComplete, checkReachable } from "./flow.ts";
import { gapExpression } from "./gaps.ts";
import type { Report } from "./report.ts";
import { Scope } from "./scope.ts";
import { bindBlock, bindStatementsOf } from "./statements/statement.ts";

export interface Unit {
  readonly compilation: Compilation;
  readonly report: Report;
  readonly dependencies: Set<string>;
}

/** Everything but the bodies of inner classes. Enums and interfaces have no bodies. */
export function bindClass(symbol: ClassSymbol, unit: Unit): BoundClass {
  const declaration = unit.compilation.declarations.get(symbol);
  const context = classContext(symbol, unit);
  mentionHeader(symbol, context);
  if (declaration?.kind !== "class") return emptyClass(symbol);
  const { members } = declaration;
  return {
    symbol,
    instanceInitializers: bindInitializers(declaration, symbol, false, context),
    staticInitializers: bindInitializers(declaration, symbol, true, context),
    methods: members.flatMap((member) =>
      member.kind === "method" ? bindMethod(member, symbol, context) : [],
    ),
    constructors: bindConstructors(declaration, symbol, context),
    accessors: members.flatMap((member) =>
      member.kind === "property" ? bindAccessors(member, symbol, context) : [],
    ),
  };
}

function emptyClass(symbol: ClassSymbol): BoundClass {
  return {
    symbol,
    instanceInitializers: [],
    staticInitializers: [],
    methods: [],
    constructors: [],
    accessors: [],
  };
}

function classContext(symbol: ClassSymbol, unit: Unit): BodyContext {
  return {
    ...unit,
    owner: symbol,
    isStatic: false,
    scope: new Scope(),
    returns: VOID,
    accessorOf: null,
    assignsFinalFields: null,
    initializing: null,
    isInLoop: false,
    triggerObject: null,
  };
}

/** Types of members and ancestors are dependencies though no body names them. */
function mentionHeader(symbol: ClassSymbol, context: BodyContext): void {
  mention(context, symbol);
  for (const type of context.compilation.hierarchy.supertypesOf({ kind: "class", symbol })) {
    mentionType(type, context);
  }
  for (const { type } of symbol.fields) mentionType(type, context);
  for (const { parameters, returns } of symbol.methods) {
    mentionType(returns, context);
    for (const { type } of parameters) mentionType(type, context);
  }
  for (const { parameters } of symbol.constructors) {
    for (const { type } of parameters) mentionType(type, context);
  }
}

function bindInitializers(
  declaration: ClassDeclaration,
  symbol: ClassSymbol,
  isStatic: boolean,
  context: BodyContext,
): readonly BoundInitializer[] {
  const inside: BodyContext = {
    ...context,
    isStatic,
    returns: "nothing",
    assignsFinalFields: isStatic ? "static" : "instance",
  };
  const initializers = declaration.members.flatMap((member) => {
    switch (member.kind) {
      case "field":
        return bindFieldInitializer(member, symbol, inside);
      case "initializer":
        return bindInitializerBlock(member, symbol, inside);
      default:
        return [];
    }
  });
  return isStatic ? constantsFirst(initializers) : initializers;
}

/** A constant has its value before anything of the class runs: fflib-apex-extensions reads one above its declaration. */
function constantsFirst(initializers: readonly BoundInitializer[]): readonly BoundInitializer[] {
  return [
    ...initializers.filter(isConstant),
    ...initializers.filter((initializer) => !isConstant(initializer)),
  ];
}

function isConstant(initializer: BoundInitializer): boolean {
  return (
    initializer.kind === "field" &&
    initializer.field.isFinal &&
    initializer.value.kind === "literal"
  );
}

function bindFieldInitializer(
  member: FieldDeclaration,
  symbol: ClassSymbol,
  context: BodyContext,
): readonly BoundInitializer[] {
  const field = fieldAt(symbol, member);
  const { initializer, at } = member;
  if (field === undefined || initializer === null || field.isStatic !== context.isStatic) return [];
  const value = context.report.attemptOrGap(
    () =>
      assigned(
        bindExpression(initializer, { ...context, scope: new Scope(), initializing: field }),
        field.type,
        context.compilation.hierarchy,
        at,
      ),
    (place, message) => gapExpression(place, message, field.type),
  );
  return value === null ? [] : [{ kind: "field", field, value, at }];
}

function bindInitializerBlock(
  member: InitializerBlock,
  symbol: ClassSymbol,
  context: BodyContext,
): readonly BoundInitializer[] {
  if (member.isStatic !== context.isStatic) return [];
  const { report } = context;
  if (member.isStatic && symbol.outer !== null) {
    report.error(member.at, "Inner types are not allowed to have static blocks");
  }
  const body = bindBlock(member.body, { ...context, scope: new Scope() });
  checkReachable(body, context);
  return [{ kind: "block", body, at: member.at }];
}

function bindMethod(
  member: MethodDeclaration,
  symbol: ClassSymbol,
  context: BodyContext,
): readonly BoundMethod[] {
  const method = symbol.methods.find(({ at, name }) => at === member.at && name === member.name);
  if (method === undefined) return [];
  const { report } = context;
  if (member.body === null) {
    if (!method.isAbstract) report.error(member.at, "Method must have a body");
    return [{ symbol: method, body: null }];
  }
  if (method.isAbstract) report.error(member.at, "Abstract methods cannot have a body");
  const inside = bodyContext(context, method.parameters, member.parameters, {
    isStatic: method.isStatic,
    returns: method.returns,
  });
  const errorsBefore = report.diagnostics.length;
  const body = bindStatementsOf(member.body, inside);
  checkReachable(body, context);
  // A statement that does not compile is left out, and it may have been the return.
  if (report.diagnostics.length === errorsBefore) checkReturns(method, body, report);
  return [{ symbol: method, body }];
}

function checkReturns(
  { returns, end }: { readonly returns: Type; readonly end: Position },
  body: BoundBlock,
  report: Report,
): void {
  if (returns.kind === "void" || !canComplete(body)) return;
  report.error(
    end,
    "Non-void method might not return a value or might have statement after a return statement.",
  );
}

function bodyContext(
  context: BodyContext,
  parameters: readonly LocalSymbol[],
  written: readonly Parameter[],
  rest: Partial<BodyContext>,
): BodyContext {
  const inside: BodyContext = { ...context, ...rest, scope: new Scope() };
  parameters.forEach((parameter, index) => {
    if (!inside.scope.declare(parameter)) {
      const at = written[index]?.at ?? parameter.at;
      context.report.error(at, `Duplicate variable: ${parameter.name}`);
    }
  });
  return inside;
}

function bindConstructors(
  declaration: ClassDeclaration,
  symbol: ClassSymbol,
  context: BodyContext,
): readonly BoundConstructor[] {
  const declared = declaration.members.flatMap((member) =>
    member.kind === "constructor" ? bindConstructor(member, symbol, context) : [],
  );
  const [implicit] = symbol.constructors;
  const hasOwn = declaration.members.some(({ kind }) => kind === "constructor");
  if (hasOwn || implicit === undefined) return declared;
  const chained = context.report.attempt(() => implicitChain(implicit, context));
  if (chained === null) return [];
  return [{ symbol: implicit, chained, body: { kind: "block", statements: [], at: symbol.at } }];
}

function bindConstructor(
  member: ConstructorDeclaration,
  symbol: ClassSymbol,
  context: BodyContext,
): readonly BoundConstructor[] {
  const constructor: ConstructorSymbol | undefined = symbol.constructors.find(
    ({ at }) => at === member.at,
  );
  if (constructor === undefined) return [];
  const { report } = context;
  const inside = bodyContext(context, constructor.parameters, member.parameters, {
    assignsFinalFields: "instance",
  });
  const { call, rest } = splitChainedCall(member);
  const chained = report.attempt(() =>
    call === null ? implicitChain(constructor, inside) : explicitChain(call, constructor, inside),
  );
  const body = bindStatementsOf(rest, inside);
  checkReachable(body, context);
  return chained === null ? [] : [{ symbol: constructor, chained, body }];
}

function bindAccessors(
  member: PropertyDeclaration,
  symbol: ClassSymbol,
  context: BodyContext,
): readonly BoundAccessor[] {
  const field = fieldAt(symbol, member);
  if (field === undefined) return [];
  const inside: BodyContext = { ...context, isStatic: field.isStatic, accessorOf: field };
  return [
    ...bindAccessor(member.getter, "get", field, inside),
    ...bindAccessor(member.setter, "set", field, inside),
  ];
}

function bindAccessor(
  accessor: Accessor | null,
  kind: "get" | "set",
  field: FieldSymbol,
  context: BodyContext,
): readonly BoundAccessor[] {
  if (accessor === null || accessor.body === null) return [];
  const value: LocalSymbol | null =
    kind === "set" ? { kind: "local", name: "value", type: field.type, at: accessor.at } : null;
  const inside = bodyContext(context, value === null ? [] : [value], [], {
    returns: kind === "get" ? field.type : VOID,
  });
  const errorsBefore = context.report.diagnostics.length;
  const body = bindStatementsOf(accessor.body, inside);
  checkReachable(body, context);
  if (kind === "get" && context.report.diagnostics.length === errorsBefore)
    checkReturns({ returns: field.type, end: accessor.at }, body, context.report);
  return [{ field, kind, value, body }];
}

/** Symbols keep the position object of their declaration; `Integer a, b;` may share one. */
function fieldAt(
  symbol: ClassSymbol,
  member: FieldDeclaration | PropertyDeclaration,
): FieldSymbol | undefined {
  return symbol.fields.find(({ at, name }) => at === member.at && name === member.name);
}
