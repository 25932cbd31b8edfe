/** What can be told before running about values that are never null, so that they need no check. */
import type { BoundExpression } from "../bind/bound.ts";
import type { LocalSymbol } from "../types/symbols.ts";
export declare function isNeverNull(node: BoundExpression, locals: ReadonlySet<LocalSymbol>): boolean;
/** The locals that only ever hold values that are never null. Parameters are not among them. */
export declare function neverNullLocals(body: readonly unknown[]): ReadonlySet<LocalSymbol>;
