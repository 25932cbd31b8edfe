/**
 * What a dotted name means. Local variables shadow fields, fields shadow types, project classes shadow platform types; where a
 * variable has no such member, the type of the same name is asked.
 * Source: Apex Developer Guide, "Name Resolution" and "Namespace, Class, and Variable Name Precedence".
 */
import type { Expression, FieldAccess, Name } from "../syntax/ast.ts";
import type { ClassSymbol } from "../types/symbols.ts";
import type { Type } from "../types/type.ts";
import { type BodyContext } from "./body-context.ts";
import type { BoundExpression } from "./bound.ts";
export type Meaning = {
    readonly kind: "value";
    readonly expression: BoundExpression;
} | {
    readonly kind: "type";
    readonly type: Type;
}
/** A dotted prefix that only means something with what follows: `Schema`, `Messaging`, `Label`, `Schema.SObjectType.Account.fields`. */
 | {
    readonly kind: "namespace";
    readonly path: readonly string[];
};
/** @returns null when the name means nothing here */
export declare function meaningOf(expression: Name | FieldAccess, context: BodyContext): Meaning | null;
/** @throws to the report: "Variable does not exist: x" */
export declare function valueOf(expression: Name | FieldAccess, context: BodyContext): BoundExpression;
/** `a.b.c` as its parts; null when something other than names is inside. */
export declare function dottedPath(expression: Expression): readonly string[] | null;
export declare function ownType(owner: ClassSymbol): Type;
