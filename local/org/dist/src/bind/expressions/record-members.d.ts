import type { FieldDescribe } from "../../schema/schema.ts";
import type { FieldAccess } from "../../syntax/ast.ts";
import type { Type } from "../../types/type.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
/** `account.Name`, `contact.Account`, `account.Contacts`; null when the object has none of that name. */
export declare function recordMember(target: BoundExpression, access: Pick<FieldAccess, "name" | "at" | "isSafe">, context: BodyContext): BoundExpression | null;
export declare function fieldType(field: FieldDescribe): Type;
/** A polymorphic parent (Owner, What, Who) is an SObject of the Name object. */
export declare function parentType(field: FieldDescribe): Type;
