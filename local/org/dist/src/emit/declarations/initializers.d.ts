/** Field initialisers and initialiser blocks, instance and static, in textual order. */
import type * as es from "estree";
import type { BoundClass } from "../../bind/bound.ts";
import type { EmitContext } from "../context.ts";
export declare function hasStaticInitialization(node: BoundClass): boolean;
/** The first use of a class runs its static initialisers, whatever is used of it. */
export declare function touchStatics(node: BoundClass, context: EmitContext): es.Statement;
/** `$init()`: fills the fields, the superclass's first, and gives the object back. */
export declare function initializers(node: BoundClass, context: EmitContext): es.MethodDefinition[];
/** `static $clinit($r)`: fills the transaction's record of this class. */
export declare function staticInitializer(node: BoundClass, context: EmitContext): es.MethodDefinition[];
