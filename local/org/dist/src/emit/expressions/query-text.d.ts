/** Calls that take a query text: `:name` in it means a variable in scope where the call stands. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
type PlatformCall = Extract<BoundExpression, {
    readonly kind: "platformCall";
}>;
export declare function takesQueryText(node: PlatformCall): boolean;
/** `withQueryVariables((n) => n === "ids" ? ids : … undefined, () => call)`. */
export declare function withVariables(call: es.Expression, context: EmitContext): es.Expression;
export {};
