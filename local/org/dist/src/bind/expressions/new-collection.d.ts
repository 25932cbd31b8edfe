import type { Position } from "../../syntax/ast.ts";
import type { Type } from "../../types/type.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
type CollectionType = Extract<Type, {
    readonly kind: "list" | "set" | "map";
}>;
/** `new List<T>()`, `new List<T>(5)`, `new Set<T>(list)`, `new Map<Id, T>(records)` */
export declare function bindNewCollection(type: CollectionType, given: readonly BoundExpression[], at: Position, context: BodyContext): BoundExpression;
export {};
