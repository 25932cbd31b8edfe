/** Bound expression kind → what emits it. */
import type * as es from "estree";
import type { BoundExpression } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
export declare function emitExpression(node: BoundExpression, context: EmitContext): es.Expression;
