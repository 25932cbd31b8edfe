/** What visitors share while one unit is emitted: constants of the unit's head, names, temporaries, the current place. */
import type * as es from "estree";
import type { BoundExpression, BoundStatement, BoundUnit } from "../bind/bound.ts";
import type { Position } from "../syntax/ast.ts";
import type { Query, SoslQuery } from "../syntax/query.ts";
import type { ClassSymbol, LocalSymbol } from "../types/symbols.ts";
import type { Type } from "../types/type.ts";
import { typeName } from "../runtime/type.ts";
import type { RuntimeType } from "../runtime/type.ts";
import * as js from "./js.ts";
import type { OperationName } from "../runtime/operations.ts";
import { localNameOf } from "./local-names.ts";
import { runtimeType } from "./runtime-types.ts";

const NOWHERE: js.Place = { line: 0, column: 0, frame: "" };

/** The function being emitted. */
export interface FunctionScope {
  readonly frame: string;
  readonly kind: "method" | "constructor" | "body";
  readonly nonNull: ReadonlySet<LocalSymbol>;
  readonly temporaries: string[];
  /** Declared so far and still in scope, inner ones last. */
  readonly locals: LocalSymbol[];
  /** By name, where variables of blocks are declared, also of those that have ended. */
  readonly declarations: Map<string, es.VariableDeclaration[]>;
  /** Names of variables that are asked for after their blocks. */
  readonly lasting: Set<string>;
  /** The class whose code it is; null in triggers and anonymous blocks. */
  readonly owner: ClassSymbol | null;
  /** Without `this`. */
  readonly isStatic: boolean;
  readonly parameters: readonly LocalSymbol[];
}

export class EmitContext {
  readonly unit: BoundUnit;
  readonly #head = new Map<string, { readonly name: string; readonly init: es.Expression }>();
  readonly #types = new Map<string, number>();
  readonly types: RuntimeType[] = [];
  readonly queries: Query<number>[] = [];
  readonly searches: SoslQuery<number>[] = [];
  readonly lines = new Set<number>();
  readonly #references = new Set<string>();
  #place: js.Place = NOWHERE;
  #scope: FunctionScope | null = null;
  /** The current value of the target of a compound assignment. */
  #targetValues: es.Expression[] = [];
  readonly #visitExpression: (node: BoundExpression, context: EmitContext) => es.Expression;
  readonly #visitStatement: (node: BoundStatement, context: EmitContext) => readonly es.Statement[];

  constructor(
    unit: BoundUnit,
    visitors: {
      readonly expression: (node: BoundExpression, context: EmitContext) => es.Expression;
      readonly statement: (node: BoundStatement, context: EmitContext) => readonly es.Statement[];
    },
  ) {
    this.unit = unit;
    this.#visitExpression = visitors.expression;
    this.#visitStatement = visitors.statement;
  }

  // ── Visiting ──

  expression(node: BoundExpression): es.Expression {
    return this.at(node.at, () => this.#visitExpression(node, this));
  }

  statement(node: BoundStatement): readonly es.Statement[] {
    return this.at(node.at, () => this.#visitStatement(node, this));
  }

  at<T>(position: Position, visit: () => T): T {
    const outer = this.#place;
    this.#place = { line: position.line, column: position.column, frame: this.#scope?.frame ?? "" };
    try {
      return visit();
    } finally {
      this.#place = outer;
    }
  }

  get place(): js.Place {
    return this.#place;
  }

  // ── Functions ──

  /** Emits a function's body; temporaries it took are declared first. */
  inFunction(
    scope: Omit<FunctionScope, "temporaries" | "locals" | "declarations" | "lasting">,
    emit: () => readonly es.Statement[],
  ): es.Statement[] {
    const outer = this.#scope;
    const inner: FunctionScope = {
      ...scope,
      temporaries: [],
      locals: [...scope.parameters],
      declarations: new Map(),
      lasting: new Set(),
    };
    this.#scope = inner;
    try {
      const body = emit();
      return [...inner.temporaries.map((temporary) => js.declare("let", temporary, null)), ...body];
    } finally {
      this.#scope = outer;
    }
  }

  get scope(): FunctionScope {
    if (this.#scope === null) throw new Error("No function is being emitted");
    return this.#scope;
  }

  temporary(): string {
    const temporary = `$${this.scope.temporaries.length}`;
    this.scope.temporaries.push(temporary);
    return temporary;
  }

  get visibleLocals(): readonly LocalSymbol[] {
    return this.scope.locals;
  }

  declareLocal(symbol: LocalSymbol): void {
    this.scope.locals.push(symbol);
  }

  declaration(symbol: LocalSymbol, value: es.Expression): es.VariableDeclaration {
    const { declarations, lasting } = this.scope;
    const name = localNameOf(symbol);
    const declaration = js.declare(lasting.has(name) ? "var" : "let", name, value);
    declarations.set(name, [...(declarations.get(name) ?? []), declaration]);
    return declaration;
  }

  /** Variables of blocks that have ended, which from now on outlast them. */
  endedLocals(): readonly string[] {
    const { declarations, lasting, locals } = this.scope;
    const visible = new Set(locals.map(localNameOf));
    const ended = [...declarations].filter(([name]) => !visible.has(name));
    for (const [name, each] of ended) {
      lasting.add(name);
      for (const declaration of each) declaration.kind = "var";
    }
    return ended.map(([name]) => name);
  }

  /** What `emit` declares goes out of scope after it. */
  inBlock<T>(emit: () => T): T {
    const { locals } = this.scope;
    const size = locals.length;
    try {
      return emit();
    } finally {
      locals.length = size;
    }
  }

  local(symbol: LocalSymbol): es.Identifier {
    return js.name(localNameOf(symbol), this.#place);
  }

  withTargetValue<T>(value: es.Expression, visit: () => T): T {
    this.#targetValues.push(value);
    try {
      return visit();
    } finally {
      this.#targetValues.pop();
    }
  }

  get targetValue(): es.Expression {
    const value = this.#targetValues.at(-1);
    if (value === undefined) throw new Error("targetValue outside a compound assignment");
    return value;
  }

  markLine(line: number): void {
    this.lines.add(line);
  }

  // ── Constants of the unit's head ──

  /** A constant made once when the unit is loaded. */
  constant(key: string, prefix: string, init: () => es.Expression): es.Identifier {
    let known = this.#head.get(key);
    if (known === undefined) {
      known = { name: `$${prefix}${this.#head.size}`, init: init() };
      this.#head.set(key, known);
    }
    return js.name(known.name, this.#place);
  }

  /** A function of runtime/operations.ts. */
  operation(operation: OperationName): es.Identifier {
    return this.constant(`operation ${operation}`, `${operation}_`, () =>
      js.member(js.member(js.name("$"), "operations"), operation),
    );
  }

  operate(operation: OperationName, ...values: readonly es.Expression[]): es.Expression {
    return js.call(this.operation(operation), values);
  }

  type(type: Type): es.Identifier {
    return this.runtimeType(runtimeType(type));
  }

  runtimeType(type: RuntimeType): es.Identifier {
    const text = `${type.kind} ${typeName(type)}`;
    let index = this.#types.get(text);
    if (index === undefined) {
      index = this.types.push(type) - 1;
      this.#types.set(text, index);
    }
    const at = index;
    return this.constant(`type ${text}`, "t", () =>
      js.call(js.member(js.name("$"), "type"), [js.literal(at)]),
    );
  }

  /** Something the unit's runtime makes from plain values: `$.method("String", "trim()")`. */
  bound(maker: string, ...values: readonly (string | number | boolean)[]): es.Identifier {
    return this.constant(`${maker} ${JSON.stringify(values)}`, `${maker}_`, () =>
      js.call(
        js.member(js.name("$"), maker),
        values.map((value) => js.literal(value)),
      ),
    );
  }

  /** A class of the project: loaded when first touched. */
  classReference(qualifiedName: string): es.Expression {
    this.#references.add(qualifiedName);
    return js.member(js.name("$c", this.#place), qualifiedName, this.#place);
  }

  get references(): readonly string[] {
    return [...this.#references];
  }

  headDeclarations(): es.Statement[] {
    return [...this.#head.values()].map((entry) => js.declare("const", entry.name, entry.init));
  }
}
