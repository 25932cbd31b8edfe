/** What visitors share while one unit is emitted: constants of the unit's head, names, temporaries, the current place. */
import type * as es from "estree";
import type { BoundExpression, BoundStatement, BoundUnit } from "../bind/bound.ts";
import type { Position } from "../syntax/ast.ts";
import type { Query, SoslQuery } from "../syntax/query.ts";
import type { ClassSymbol, LocalSymbol } from "../types/symbols.ts";
import type { Type } from "../types/type.ts";
import type { RuntimeType } from "../runtime/type.ts";
import * as js from "./js.ts";
import type { OperationName } from "../runtime/operations.ts";
/** The function being emitted. */
export interface FunctionScope {
    readonly frame: string;
    readonly kind: "method" | "constructor" | "body";
    readonly nonNull: ReadonlySet<LocalSymbol>;
    readonly temporaries: string[];
    /** Declared so far and still in scope, inner ones last. */
    readonly locals: LocalSymbol[];
    /** The class whose code it is; null in triggers and anonymous blocks. */
    readonly owner: ClassSymbol | null;
    /** Without `this`. */
    readonly isStatic: boolean;
    readonly parameters: readonly LocalSymbol[];
}
export declare class EmitContext {
    #private;
    readonly unit: BoundUnit;
    readonly types: RuntimeType[];
    readonly queries: Query<number>[];
    readonly searches: SoslQuery<number>[];
    readonly lines: Set<number>;
    constructor(unit: BoundUnit, visitors: {
        readonly expression: (node: BoundExpression, context: EmitContext) => es.Expression;
        readonly statement: (node: BoundStatement, context: EmitContext) => readonly es.Statement[];
    });
    expression(node: BoundExpression): es.Expression;
    statement(node: BoundStatement): readonly es.Statement[];
    at<T>(position: Position, visit: () => T): T;
    get place(): js.Place;
    /** Emits a function's body; temporaries it took are declared first. */
    inFunction(scope: Omit<FunctionScope, "temporaries" | "locals">, emit: () => readonly es.Statement[]): es.Statement[];
    get scope(): FunctionScope;
    temporary(): string;
    get visibleLocals(): readonly LocalSymbol[];
    declareLocal(symbol: LocalSymbol): void;
    /** What `emit` declares goes out of scope after it. */
    inBlock<T>(emit: () => T): T;
    local(symbol: LocalSymbol): es.Identifier;
    withTargetValue<T>(value: es.Expression, visit: () => T): T;
    get targetValue(): es.Expression;
    markLine(line: number): void;
    /** A constant made once when the unit is loaded. */
    constant(key: string, prefix: string, init: () => es.Expression): es.Identifier;
    /** A function of runtime/operations.ts. */
    operation(operation: OperationName): es.Identifier;
    operate(operation: OperationName, ...values: readonly es.Expression[]): es.Expression;
    type(type: Type): es.Identifier;
    runtimeType(type: RuntimeType): es.Identifier;
    /** Something the unit's runtime makes from plain values: `$.method("String", "trim()")`. */
    bound(maker: string, ...values: readonly (string | number | boolean)[]): es.Identifier;
    /** A class of the project: loaded when first touched. */
    classReference(qualifiedName: string): es.Expression;
    get references(): readonly string[];
    headDeclarations(): es.Statement[];
}
