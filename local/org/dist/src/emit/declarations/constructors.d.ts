/**
 * Constructors: methods that run on a fresh object and give it back. The initialisers of the whole object, superclass first, have run
 * before any of them: a constructor's call of a virtual method finds the descendant's fields filled (as public suites rely on).
 */
import type * as es from "estree";
import type { BoundClass } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
export declare function constructors(node: BoundClass, context: EmitContext): es.MethodDefinition[];
