/** Bound statement kind → what emits it. */
import type * as es from "estree";
import type { BoundStatement } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
export declare function emitStatement(node: BoundStatement, context: EmitContext): readonly es.Statement[];
