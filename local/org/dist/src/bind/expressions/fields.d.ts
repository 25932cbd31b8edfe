/** Instance members that are not methods: fields, properties, record fields and relationships. */
import type { FieldAccess, Position } from "../../syntax/ast.ts";
import type { FieldSymbol } from "../../types/symbols.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
/** A field meant by its bare name: the class's own, an inherited one, or a static one of the classes around. */
export declare function ownField(name: string, at: Position, context: BodyContext): BoundExpression | null;
/** Whether the bare name means a field that may be used here. */
export declare function isFieldInReach(name: string, context: BodyContext): boolean;
/** `target.name`; null when the value's type has no such member. */
export declare function instanceField(target: BoundExpression, access: Pick<FieldAccess, "name" | "at" | "isSafe">, context: BodyContext): BoundExpression | null;
/** `super.name`: the ancestor's property, though it is overridden. */
export declare function superField(access: FieldAccess, context: BodyContext): BoundExpression;
export declare function staticField(field: FieldSymbol, at: Position, context: BodyContext): BoundExpression;
/** A value that is read must have a getter. */
export declare function checkReadable(expression: BoundExpression, context: BodyContext): void;
