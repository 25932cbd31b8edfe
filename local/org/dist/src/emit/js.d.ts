/** Short makers of ESTree nodes. Names and literals carry where they come from in the Apex source. */
import type * as es from "estree";
import type { Position } from "../syntax/ast.ts";
/** An Apex position and the frame (`Class.Foo.bar`) a stack trace names for it. */
export interface Place extends Position {
    readonly frame: string;
}
export interface Located {
    readonly start: Place;
    readonly end: Place;
}
export declare function name(text: string, place?: Place | null): es.Identifier;
export declare function literal(value: string | number | boolean | null, place?: Place | null): es.Expression;
export declare function bigintLiteral(text: string, place: Place | null): es.Expression;
export declare const NULL: es.Expression;
export declare const THIS: es.Expression;
export declare function member(object: es.Expression | es.Super, property: string, place?: Place | null): es.MemberExpression;
export declare function call(callee: es.Expression | es.Super, values: readonly es.Expression[]): es.CallExpression;
export declare function construct(callee: es.Expression, values: readonly es.Expression[]): es.NewExpression;
export declare function binary(operator: es.BinaryOperator, left: es.Expression, right: es.Expression): es.BinaryExpression;
export declare function logical(operator: es.LogicalOperator, left: es.Expression, right: es.Expression): es.LogicalExpression;
export declare function unary(operator: es.UnaryOperator, argument: es.Expression): es.UnaryExpression;
export declare function conditional(test: es.Expression, consequent: es.Expression, alternate: es.Expression): es.ConditionalExpression;
export declare function assign(left: es.Pattern | es.MemberExpression, right: es.Expression): es.AssignmentExpression;
export declare function sequence(expressions: readonly es.Expression[]): es.Expression;
export declare function array(elements: readonly es.Expression[]): es.ArrayExpression;
export declare function object(properties: readonly (readonly [string, es.Expression])[]): es.ObjectExpression;
export declare function statement(expression: es.Expression): es.ExpressionStatement;
export declare function block(body: readonly es.Statement[]): es.BlockStatement;
export declare function declare(kind: "let" | "const", variable: string, init: es.Expression | null): es.VariableDeclaration;
export declare function when(test: es.Expression, consequent: es.Statement, alternate?: es.Statement | null): es.IfStatement;
export declare function give(argument: es.Expression | null): es.ReturnStatement;
export declare function raise(argument: es.Expression): es.ThrowStatement;
export declare function finallyDo(body: readonly es.Statement[], after: readonly es.Statement[]): es.TryStatement;
export declare function func(parameters: readonly string[], body: readonly es.Statement[]): es.FunctionExpression;
/** A class member; the key carries the place, so that the function's first mapping names its own frame. */
export declare function method(key: string, parameters: readonly string[], body: readonly es.Statement[], options: {
    readonly kind?: "method" | "get" | "set";
    readonly isStatic?: boolean;
    readonly place: Place | null;
}): es.MethodDefinition;
export declare function property(key: string, value: es.Expression): es.PropertyDefinition;
